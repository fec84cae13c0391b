import { describe, expect, it } from '@jest/globals';
import { draw } from '../../../src/channels/pictures/draw.js';
import { WIDTH } from '../../../src/channels/pictures/look.js';
import type { Picture } from '../../../src/channels/pictures/picture.js';
import { againstTarget, everyPicture, mix, outlook, riskReturn } from './samples.js';

const drawn = (picture: Picture) => draw(picture, { producer: '青屿<财富>', id: 'abc' });
const textsOf = (picture: Picture): readonly string[] =>
  [...drawn(picture).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text as string);

/** What a card leaves of a picture at 360 px, and the smallest text that can be read there. */
const NARROWEST = 248;
const SMALLEST = 12;

describe('every picture', () => {
  it.each(everyPicture.map((one) => [one.kind, one] as const))(
    '%s is one opaque SVG that needs nothing from elsewhere',
    (_kind, picture) => {
      const svg = drawn(picture);
      expect(svg).toMatch(new RegExp(`^<svg width="${WIDTH}" height="\\d+"`));
      expect(svg).toMatch(/<rect[^>]*fill="#FFFFFF"/i);
      expect(svg).not.toMatch(/href|url\((?!#)|<script|<foreignObject|NaN|undefined/);
    },
  );

  it.each(everyPicture.map((one) => [one.kind, one] as const))(
    '%s says that a machine made it, to the eye and in the file',
    (_kind, picture) => {
      expect(textsOf(picture)).toContain('AI 生成');
      const metadata = /<metadata>(.*?)<\/metadata>/.exec(drawn(picture))?.[1] ?? '';
      expect(JSON.parse(metadata.replaceAll('&lt;', '<'))).toEqual({
        AIGC: { Label: '1', ContentProducer: '青屿<财富>', ProduceID: 'abc' },
      });
    },
  );

  it.each(everyPicture.map((one) => [one.kind, one] as const))(
    '%s can be read on the narrowest telephone',
    (_kind, picture) => {
      const sizes = [...drawn(picture).matchAll(/font(?:-size)?:[^;"]*?(\d+)px/g)];
      expect(sizes.length).toBeGreaterThan(2);
      for (const [, size] of sizes) {
        expect((Number(size) * NARROWEST) / WIDTH).toBeGreaterThanOrEqual(SMALLEST);
      }
    },
  );
});

describe('the ring of a mix', () => {
  it('names every part and its share at its place, without what stands in brackets', () => {
    const texts = textsOf(mix).join(' ');
    for (const said of ['现金类 13%', '国债 26%', '企业债 40%', 'A 股 16%', '美股 5%', '30 万']) {
      expect(texts).toContain(said);
    }
  });
});

describe('the picture of a goal', () => {
  it('says what the courses come to and where the goal is, in years', () => {
    const texts = textsOf(outlook);
    for (const said of [
      '有利 39.7 万',
      '居中 34.2 万',
      '不利 29.5 万',
      '目标 40 万',
      '今天',
      '5 年',
    ]) {
      expect(texts).toContain(said);
    }
    expect(texts).toContain('模拟的金额（不是预测）');
  });

  it('has no year so close to today that the two run into each other', () => {
    expect(textsOf(outlook)).not.toContain('1');
    expect(textsOf(outlook)).toContain('2');
  });

  it('leaves room for the words, however large the sums are', () => {
    const steps = outlook.steps.map(([month, ...values]) => [
      month,
      ...values.map((yuan) => yuan * 117),
    ]) as unknown as typeof outlook.steps;
    const rich = { ...outlook, target: outlook.target * 117, steps };
    expect(textsOf(rich)).toContain('有利 4,646.1 万');
    const starts = [...drawn(rich).matchAll(/translate\((\d+)[^>]*>(有利|居中|不利|目标) [^<]*</g)];
    for (const [, x] of starts) expect(WIDTH - Number(x)).toBeGreaterThan(100);
  });

  it('counts months where it is soon', () => {
    const steps = outlook.steps.map(([month, ...values]) => [month / 6, ...values] as const);
    const soon = { ...outlook, steps: steps as unknown as typeof outlook.steps };
    expect(textsOf(soon)).toContain('10 个月');
  });
});

describe('the picture of risk and return', () => {
  it('has a point for every class and marks the customer’s own', () => {
    const texts = textsOf(riskReturn);
    for (const said of ['C1', 'C5', '◆ 您的持仓', '↑ 过往每年收益', '最多跌过多少 →']) {
      expect(texts).toContain(said);
    }
  });
});

describe('the picture of holdings against the target', () => {
  it('says of each class what it is and should be, and on which side it is', () => {
    const texts = textsOf(againstTarget);
    expect(texts).toContain('偏多，现在 22%，目标 7%');
    expect(texts).toContain('现在 52%，目标 56%');
    expect(texts).toContain('偏少，现在 0%，目标 7%');
  });
});
