import { describe, expect, it } from '@jest/globals';
import { asksForPart } from '../../src/language/part-sold.js';

describe('a part to be sold', () => {
  it.each(['赎一半可以吗', '我想先赎一万', '只卖一部分', '卖三成', '留一半行不行', '取出三分之一'])(
    'is asked about in %s',
    (text) => expect(asksForPart(text)).toBe(true),
  );

  it.each([
    '全赎了扣多少',
    '赎回要几天',
    '跌了一半',
    '我跟朋友一人出一半行不行',
    '一半存定期',
    '存一万能取吗',
  ])('is none in %s', (text) => expect(asksForPart(text)).toBe(false));
});
