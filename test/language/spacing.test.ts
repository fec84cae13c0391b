import { describe, expect, it } from '@jest/globals';
import { withoutLooseSpaces } from '../../src/language/spacing.js';

describe('spaces in a sentence', () => {
  it.each([
    ['我 妹妹 可以 用 我的 账户 吗', '我妹妹可以用我的账户吗'],
    ['几天 钱 回来', '几天钱回来'],
    ['R3 是 高 还是 低', 'R3 是高还是低'],
  ])('between words go: %s', (said, read) => {
    expect(withoutLooseSpaces(said)).toBe(read);
  });

  it.each([
    ['我大三 想学理财 手里就3000块', '我大三，想学理财，手里就3000块'],
    ['定投真的能稳赚吗 b站都这么说', '定投真的能稳赚吗 b站都这么说'],
    ['急用钱 家里有病人', '急用钱，家里有病人'],
    ['我可以乱填吗 想买高风险的', '我可以乱填吗，想买高风险的'],
  ])('between clauses become a comma: %s', (said, read) => {
    expect(withoutLooseSpaces(said)).toBe(read);
  });

  it.each(['临溪沪深 300 指数 A', '嘉稳短债', 'what is T+1', '', '   '])(
    'beside figures and letters stay: %s',
    (said) => {
      expect(withoutLooseSpaces(said)).toBe(said);
    },
  );
});
