import { describe, expect, it } from '@jest/globals';
import { askedInContext } from '../../../src/agent/understand/in-context.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const visitor = {
  state: emptyState,
  history: [],
  customer: null,
  today: '2026-11-25',
} as unknown as TurnContext;

describe('the money of a company', () => {
  it.each([
    '我们公司有两百万闲钱想理财',
    '公司的钱想放三个月，怎么放',
    '我是公司客户，能开户买理财吗',
    '对公账户能买基金吗',
  ])('is no matter of this chat: %s', (text) => {
    expect(askedInContext(visitor, text)).toEqual([
      { do: 'answer', query: '公司可以开户买产品吗？' },
    ]);
  });

  it.each([
    '基金公司的钱会不会被挪用，买基金安全吗',
    '你们公司的钱放哪',
    '公司给我们交的年金怎么买',
  ])('is not what these speak of: %s', (text) => {
    expect(askedInContext(visitor, text)).toBeNull();
  });
});

describe('papers to buy with', () => {
  it.each(['买 基金 要 什么 证件', '我想买理财需要带哪些材料'])(
    'are those of an account: %s',
    (text) => {
      expect(askedInContext(visitor, text)).toEqual([{ do: 'answer', query: '开户要带什么' }]);
    },
  );

  it('are not what a redemption takes', () => {
    expect(askedInContext(visitor, '赎回基金要什么材料')).toBeNull();
  });
});
