import { describe, expect, it } from '@jest/globals';
import { agesIn } from '../../src/retrieval/ages.js';

describe('an age that is told', () => {
  it.each(['我妈七十二了，还能买基金吗', '68岁能买吗', '我爸今年六十多岁', '老伴都81了'])(
    'is old: %s',
    (text) => expect(agesIn(text)).toEqual(['老年']),
  );

  it.each([
    '十六岁能自己买理财吗',
    '我今年 17，想开户',
    '女儿十七岁半',
    '我娃才10岁',
    '我还没满18能买吗',
    '差两个月才到十八岁',
  ])('is not of age: %s', (text) => expect(agesIn(text)).toEqual(['未成年']));

  it.each([
    '三十岁该怎么理财',
    '孩子几岁能开户',
    '八十万放一个银行',
    '我有70万',
    '岁数大了',
    '满 18 岁就能开',
  ])('is neither: %s', (text) => expect(agesIn(text)).toEqual([]));
});
