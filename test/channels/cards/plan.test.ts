import { describe, expect, it } from '@jest/globals';
import { planCard } from '../../../src/channels/cards/plan.js';
import type { Plan } from '../../../src/terms/plan.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { partsOf, picturesOf, pictureUrl, wordsOf } from './parts.js';

const cardOf = (plan: Plan) => planCard({ kind: 'plan', plan, review: null }, pictureUrl);
const textOf = (plan: Plan): string => wordsOf(cardOf(plan)).join('\n');
const picturesIn = (plan: Plan) =>
  partsOf(cardOf(plan)).filter(({ altText }) => typeof altText === 'string' && altText !== '图例');

describe('the card of a plan', () => {
  it('is marked as a draft that waits for an advisor', () => {
    expect(textOf(samplePlan())).toMatch(/方案草稿，待顾问审核[\s\S]*AI 生成/);
  });

  it('calls the goal as the customer would', () => {
    const plan = samplePlan();
    expect(textOf({ ...plan, need: { ...plan.need, goal: 'education' } })).toContain(
      '教育 · 配置方案',
    );
  });

  it('has a ring of the mix and a picture of the goal, each told in words for who cannot see it', () => {
    const [ring, fan] = picturesIn(samplePlan());
    expect(picturesOf(cardOf(samplePlan())).map(({ kind }) => kind)).toEqual(['mix', 'outlook']);
    expect(ring?.['altText']).toBe(
      '配置环形图，AI 生成：现金管理 10%，纯债 45%，固收+ 20%，权益 20%，黄金 5%',
    );
    expect(fan?.['altText']).toMatch(
      /今天 30 万元，5 年后不利时 31.8 万元，居中时 37.8 万元，有利时 44.9 万元；目标 36 万元/,
    );
  });

  it('says every figure of its pictures in words as well', () => {
    const text = textOf(samplePlan());
    for (const said of ['45%', '135,000 元', '攒够 36 万元的测算概率约 68.3%', '318,400 元']) {
      expect(text).toContain(said);
    }
  });

  it('names what was aimed at beside what the products hold, and what they hold nothing of', () => {
    const bands = { low: 0, high: 0.1 };
    const mix = [
      { assetClass: 'cash', label: '现金类', weight: 1, target: 0.95, ...bands },
      { assetClass: 'gold', label: '黄金', weight: 0, target: 0.05, ...bands },
    ];
    const text = textOf(samplePlan({ mix }));
    expect(text).toMatch(/现金类\s+参考 95%，区间/);
    expect(text).toContain('参考配置里还有黄金 5%，这次的产品里没有');
    expect(picturesOf(cardOf(samplePlan({ mix })))[0]).toMatchObject({
      slices: [['cash', '现金类', 1]],
    });
  });

  it('is as old as the market figures it rests on', () => {
    const plan = samplePlan({ asOf: '2026-11-26', dataAsOf: '2026-07-31' });
    expect(textOf(plan)).toContain('数据截至 2026-07-31。');
    expect(textOf(plan)).not.toContain('2026-11-26');
  });

  it('shows no picture of a goal where no sum is to be reached', () => {
    const plan = samplePlan({ outlook: null });
    expect(picturesOf(cardOf(plan)).map(({ kind }) => kind)).toEqual(['mix']);
  });

  it('keeps the words of a goal whose courses were recorded otherwise, and leaves the picture out', () => {
    const { outlook } = samplePlan();
    const fan = outlook!.fan.map(({ month }) => ({ month, values: { '50': 300_000 } }));
    const plan = samplePlan({ outlook: { ...outlook!, fan } });
    expect(picturesOf(cardOf(plan)).map(({ kind }) => kind)).toEqual(['mix']);
    expect(textOf(plan)).toContain('到期金额');
  });

  it('draws no more points than an address has room for', () => {
    const picture = picturesOf(cardOf(samplePlan())).find(({ kind }) => kind === 'outlook');
    const steps = picture?.kind === 'outlook' ? picture.steps : [];
    expect(steps.length).toBeLessThanOrEqual(26);
    expect(steps.at(-1)?.[0]).toBe(60);
  });

  it('ends every caution, and promises nothing', () => {
    const text = textOf(samplePlan({ cautions: ['现金类：按假设的利率计算', '没有黄金产品。'] }));
    expect(text).toContain('现金类：按假设的利率计算。没有黄金产品。投资有风险');
  });
});
