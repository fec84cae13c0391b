import { describe, expect, it } from '@jest/globals';
import { askingParts, isTag, withoutPreface } from '../../../src/agent/understand/asking-part.js';

describe('a message that tells a story and asks', () => {
  it.each([
    ['我眼神不好，昨天捣鼓半天，就想问问基金赎回几天到账', '基金赎回几天到账'],
    ['刚结婚，手里有点闲钱，听同事说定投挺好，定投能随时停吗', '定投能随时停吗'],
    [
      '一个人带孙子，隔壁老王说他那个基金赔了国家会补，是不是这样',
      '他那个基金赔了国家会补，是不是这样',
    ],
  ])('%s may ask: %s', (text, asked) => {
    expect(askingParts(text)).toContain(asked);
  });

  it('borrows no matter from the story: a fee for selling is not one for buying', () => {
    expect(askingParts('我上礼拜买的债基，急用钱，会不会扣手续费')).toEqual([]);
  });

  it.each(['基金赎回几天到账', '我有十万，想放一年，怕亏'])('%s tells none', (text) => {
    expect(askingParts(text)).toEqual([]);
  });

  it.each(['行不行', '行不行啊', '可以吗', '对不对', '是真的吗'])(
    '%s asks only for a yes',
    (tag) => {
      expect(isTag(tag)).toBe(true);
    },
  );

  it.each(['赎回可以吗', '三天行不行', '几天到账'])('%s asks something itself', (piece) => {
    expect(isTag(piece)).toBe(false);
  });
});

describe('what leads up to a question', () => {
  it.each([
    ['我不是要投诉，我就想知道为啥跌', '为啥跌'],
    ['说实话你们这个推荐的靠谱吗', '你们这个推荐的靠谱吗'],
    ['我想弄清楚赎回费怎么算', '赎回费怎么算'],
  ])('%s is left out', (text, asked) => {
    expect(withoutPreface(text)).toBe(asked);
  });

  it.each(['我想知道', '我想买基金', '我要投诉'])('%s leads up to nothing', (text) => {
    expect(withoutPreface(text)).toBe(text);
  });
});
