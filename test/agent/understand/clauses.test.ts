import { describe, expect, it } from '@jest/globals';
import { clausesOf } from '../../../src/agent/understand/clauses.js';

describe('a message', () => {
  it.each([
    ['基金赎回几天到账', ['基金赎回几天到账']],
    ['安鑫纯债的费用是多少？风险大不大？', ['安鑫纯债的费用是多少？', '风险大不大？']],
    ['费用多少，另外风险测评多久有效', ['费用多少', '风险测评多久有效']],
    ['它几天到账，还有起购多少', ['它几天到账', '起购多少']],
    ['离到期还有多少天', ['离到期还有多少天']],
    ['您说对了吗这只基金', ['您说对了吗这只基金']],
    ['还有吗', ['还有吗']],
    ['还有哪些债券基金', ['哪些债券基金']],
    ['我有十万，想放一年，怕亏', ['我有十万，想放一年，怕亏']],
    ['赎回几天到账？谢谢', ['赎回几天到账？谢谢']],
    ['风险测评过期了还能买吗？行不行啊', ['风险测评过期了还能买吗？行不行啊']],
    ['在吗', ['在吗']],
    ['管理费还照收？亏了还收钱？', ['管理费还照收？', '亏了还收钱？']],
    ['？？？', ['？？？']],
  ])('%j is the clauses %j', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });

  it('has three clauses at most, and nothing of it is lost', () => {
    const clauses = clausesOf('第一个问题呢。第二个问题呢。第三个问题呢。第四个问题呢');
    expect(clauses).toEqual(['第一个问题呢', '第二个问题呢', '第三个问题呢，第四个问题呢']);
  });
});
