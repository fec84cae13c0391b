import { describe, expect, it } from '@jest/globals';
import { ownRecordAsked } from '../../../src/agent/understand/own-record-words.js';
import type { TurnContext } from '../../../src/conversation/agent.js';

const context = (customer: string | null) =>
  ({ customer, state: { flow: null } }) as unknown as TurnContext;
const sideOf = (text: string, customer: string | null = 'C1003') => {
  const command = ownRecordAsked(context(customer), text);
  return command?.do === 'own_account' ? command.about : null;
};

describe('what the customer’s own record is asked for', () => {
  it.each([
    ['orders', '上周赎的那一万咋还没见着钱'],
    ['orders', '我昨天下的那单成交了没'],
    ['orders', '我前天买的那笔确认了没有呀'],
    ['orders', '我那个赎了没有呀显示在途'],
    ['orders', '上个月卖掉的那只钱几号能到我卡上'],
    ['orders', '赎了三万怎么才到两万九'],
    ['dividends', '上次分红打到哪儿了'],
    ['dividends', '我分红一直没见着啊'],
    ['plan', '我这个月的定投扣款成功没'],
    ['plan', '定投怎么没动静'],
    ['paid_in', '去年我前后投进来多少钱'],
    ['paid_in', '帮我算算今年总共买了多少'],
    ['trades', '我今年买过几回基金'],
    ['trades', '那只短债我几月份买的'],
    ['trades', '我这一年的交易明细看一下'],
    ['trades', '我最近一次赎回是哪天'],
  ])('is %s in 「%s」', (side, text) => {
    expect(sideOf(text)).toBe(side);
  });

  it.each([
    '赎回一般几天到账',
    '赎回要多久才到账',
    '卖了几天才到',
    '如果我今天卖了钱什么时候到',
    '定投扣款失败会怎么样',
    '分红方式怎么改',
    '这只基金分红要交税吗',
    '日日通能买吗',
    '优质治理我能买吗',
    '买卖记录在哪看',
    '我昨天买的能撤单吗',
    '每月投多少合适',
    '我妈的养老金还没到',
  ])('is not meant by 「%s」', (text) => {
    expect(sideOf(text)).toBeNull();
  });

  it('is nobody’s where nobody is signed in', () => {
    expect(sideOf('我昨天卖的钱怎么还没到', null)).toBeNull();
  });
});
