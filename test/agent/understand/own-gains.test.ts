import { describe, expect, it } from '@jest/globals';
import { accountSide, ownGainsAsked } from '../../../src/agent/understand/own-gains.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { customerId } from '../../../src/terms/ids.js';

const context = (
  customer: string | null,
  { products = [], said = '' }: { products?: readonly string[]; said?: string } = {},
) =>
  ({
    customer: customer === null ? null : customerId(customer),
    state: { ...emptyState, products },
    history: said === '' ? [] : [{ role: 'assistant', text: said }],
  }) as unknown as TurnContext;

const about = (text: string, given = context('C1005')) => {
  const command = ownGainsAsked(given, text);
  return command?.do === 'own_account' ? command.about : null;
};

describe('whether to go on', () => {
  it('is a rule of regular investing, and no figure of the account', () =>
    expect(accountSide('我定投两年还亏着，是不是该停了')).toBeNull());
});

describe('a question about one’s own money, of a customer who is signed in', () => {
  it.each([
    '为什么亏',
    '怎么亏了这么多',
    '亏在哪只',
    '我的基金怎么跌了',
    '我买的优质治理亏了多少',
    '我哪只基金亏得最多',
    '我的基金涨了吗',
    '我的成本价是多少',
    '我那只回本了没有',
    '上个月我为啥亏了',
    '最近一个月我的钱咋变的',
    '哪只亏得最狠',
    '哪只害我亏得最狠',
    '你们那个基金到底怎么回事，我都亏成什么样了',
  ])('%s is about gains', (text) => {
    expect(about(text)).toBe('profit');
  });

  it.each([
    '我的优质治理值多少钱',
    '我有哪些基金',
    '我的钱是不是太集中了',
    '我手里的东西风险高不高，跟我等级配不配',
    '去年三月买的，现在赎多少钱',
    '安鑫纯债去年三月买的，现在赎能拿多少钱',
    '我手上高风险的产品有哪些',
    '我的安鑫还有多少份',
  ])('%s is about holdings', (text) => {
    expect(about(text)).toBe('holdings');
  });

  it.each([
    '债券基金为什么会跌',
    '优质治理怎么样',
    '我想知道基金为什么会亏',
    '他们说我的基金为什么亏',
    '我的分红到账了吗',
    '我的订单到账了没有',
    '基金会亏吗',
  ])('%s is not', (text) => {
    expect(about(text)).toBeNull();
  });

  it('is never heard of a visitor', () => {
    expect(about('为什么亏', context(null))).toBeNull();
    expect(about('我的基金怎么跌了', context(null))).toBeNull();
  });

  it('is about the product that was just spoken of, unless the account was', () => {
    expect(about('为什么亏', context('C1005', { products: ['QY0060'] }))).toBeNull();
    const said = '从买入算起，账面亏损 300 元。';
    expect(about('为什么亏', context('C1005', { products: ['QY0060'], said }))).toBe('profit');
  });
});

describe('the side of the account', () => {
  it.each([
    ['我持仓赚了多少', 'profit'],
    ['我的持仓', 'holdings'],
    ['我账户余额', 'holdings'],
    ['我的测评等级', null],
    ['我那笔到哪一步了', null],
  ] as const)('of %s is %s', (text, side) => {
    expect(accountSide(text)).toBe(side);
  });
});
