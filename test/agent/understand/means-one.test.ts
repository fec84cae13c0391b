import { describe, expect, it } from '@jest/globals';
import {
  isAllClear,
  isForLater,
  saysGoodbye,
} from '../../../src/agent/understand/dialogue-acts.js';
import { meansOne } from '../../../src/agent/understand/means-one.js';

describe('words that mean one thing whoever says them', () => {
  it.each([
    ['你们怎么又给我打电话?我不是说过不要推销吗', 'faq:privacy-marketing-calls'],
    ['她不识字,我替她做测评', 'faq:operate-for-family'],
    ['帮我爸把风险测评做了', 'faq:operate-for-family'],
    ['给我女儿测一下', 'faq:operate-for-family'],
    ['我想替老伴填问卷', 'faq:operate-for-family'],
    ['那替我老伴也测一份', 'faq:operate-for-family'],
    ['婆婆的测评我来做行吗', 'faq:operate-for-family'],
    ['我爱人让我帮她填', 'faq:operate-for-family'],
    ['推荐关掉以后还会帮我规划吗', 'faq:privacy-opt-out'],
    ['到期那天要是礼拜天,钱啥时候到', 'faq:wealth-management-maturity'],
    ['国庆到期的那种产品是不是要等节后才给钱', 'faq:wealth-management-maturity'],
    ['隔壁老王说他那个年年8个点,你们有不', 'faq:no-loss-at-all'],
    ['存单和大额的提前取哪个亏得少', 'faq:large-deposit-early-withdrawal'],
    ['货基跟一年定期选哪个', 'faq:money-fund-or-current'],
    ['她那边要我账户的流水,你们会不会给她', 'faq:privacy-who-sees'],
  ])('%s is told in %s', (said, entry) => {
    expect(meansOne(said)).toMatchObject({ do: 'answer', entry });
  });

  it.each([
    ['有社保,没买过商业保险', { do: 'social', act: 'told' }],
    ['股票大跌我那个会不会跟着亏', { do: 'own_account', about: 'stocks' }],
    ['卖了之后买啥', { do: 'start_flow', flow: 'need' }],
    ['测评大概要多久', { do: 'answer' }],
    ['能撤吗', { do: 'answer' }],
  ])('%s is read so', (said, command) => {
    expect(meansOne(said)).toMatchObject(command);
  });

  it.each([
    '没买过基金怎么开始',
    '安鑫纯债费用多少',
    '我要做测评',
    '给我测一下',
    '帮我儿子测算一下学费',
    '孩子的问卷在哪看',
  ])('%s is not one', (said) => {
    expect(meansOne(said)).toBeNull();
  });
});

describe('what is only said', () => {
  it('wishes well in parting', () => {
    for (const said of ['周末愉快😄', '您也早点休息', '谢谢，祝您新年快乐！'])
      expect([said, saysGoodbye(said)]).toEqual([said, true]);
    expect(saysGoodbye('周末愉快账户怎么开')).toBe(false);
  });

  it('takes an alarm back, or puts a thing off', () => {
    expect(isAllClear('哦是我老伴转的，给儿子买房，没事了')).toBe(true);
    expect(isAllClear('是我老伴转的吗')).toBe(false);
    expect(isForLater('那等我拿到再说，谢谢啦小姐姐')).toBe(true);
    expect(isForLater('等多久再说')).toBe(false);
  });
});
