import { describe, expect, it } from '@jest/globals';
import { investsBorrowed } from '../../../src/agent/understand/borrowed-money.js';

describe('money that is lent', () => {
  it.each([
    '消费贷利率才三个点，贷二十万来买理财不就赚差价了',
    '我找朋友借了十万，想放你们这儿一年，帮我规划一下',
    '信用卡套现理财行不行',
    '我刷白条凑了三万，给我个方案',
    '房子抵押出来的两百万，想投理财',
    '我要投的三十万里有十万是问老丈人借的',
    '透支额度里的钱买点货基',
    '网贷下来的钱放货币基金吃利差行不行',
    '我把房子抵押了贷出来两百万，帮我配一下',
    '我跟亲戚周转了二十万，五年后给孩子上学用，给我个方案',
    '拿信用卡的钱先投一下，下个月还得上',
    '我就借十万，放一年，你帮我规划一下',
    '借钱炒基金划算吗，买一点试试',
  ])('is to be invested: %s', (text) => expect(investsBorrowed(text)).toBe(true));

  it.each([
    '这钱是跟朋友借的',
    '借来的',
    '我用借来的二十万给孩子五年后上大学，最多亏一成，到时候才用',
    '一半是借的',
  ])('is what the plan would be made for: %s', (text) =>
    expect(investsBorrowed(text, true)).toBe(true),
  );

  it.each([
    '房贷还有五十万，手里三十万怎么放',
    '贷款还清了，手上的钱怎么安排',
    '借给朋友的钱要回来了，想理财',
    '提前还贷还是买理财',
    '公积金贷款还剩八十万没还，手上三十万自己的钱想投资五年，最多亏5%',
    '我没借钱，这都是工资攒的，想投资',
    '不是借来的钱，是自己攒的，想买理财',
    '朋友找我借了五万，剩下的十万想理财',
    '你们能贷款吗',
    '保单能抵押贷款吗',
    '存单能质押借钱吗',
    '三十万想存着给孩子五年后上大学，最多亏一成',
    '额度用完了还能买吗',
    '今天额度还有吗，我想买两万',
    '用存款买基金可以吗',
  ])('is none of it: %s', (text) => expect(investsBorrowed(text, true)).toBe(false));
});
