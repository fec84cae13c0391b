import { describe, expect, it } from '@jest/globals';
import { aspectsNamed } from '../../../src/agent/understand/aspect-words.js';

describe('the side of a product named by the words themselves', () => {
  it.each([
    ['交的钱先扣多少', 'fees'],
    ['持有不到7天就卖呢', 'fees'],
    ['那赎回费呢', 'fees'],
    ['到账', 'redemption'],
    ['明天 卖 什么时候 钱 来', 'redemption'],
    ['能提前拿出来不', 'redemption'],
    ['我 多少 钱 可以 买', 'minimum'],
    ['最少要存好多', 'minimum'],
    ['起码要买多少', 'minimum'],
    ['一块钱能买不', 'minimum'],
    ['能买一万五吗', 'minimum'],
    ['赚了钱你们要抽几成', 'fees'],
    ['买的时候收几个点', 'fees'],
    ['买进要不要钱', 'fees'],
    ['再等多久就不扣了', 'fees'],
    ['明天再卖能少点不', 'fees'],
    ['是不是半年内卖都扣钱', 'fees'],
    ['钱几号能到', 'redemption'],
    ['180天没到想走怎么办', 'redemption'],
    ['十五万能存吗', 'minimum'],
    ['保本不', 'risk'],
    ['最惨呢', 'risk'],
    ['拿够七天卖，收不收', 'fees'],
    ['五百行吗', 'minimum'],
    ['买进来锁不锁', 'term'],
    ['从卖到拿钱要多长时间', 'redemption'],
    ['日日通R几', 'risk'],
    ['锁完能随时卖吗', 'redemption'],
    ['那我第200天能赎吗', 'redemption'],
    ['中间急用呢', 'redemption'],
    ['能退给基金公司不', 'redemption'],
    ['那收益呢', 'performance'],
    ['安居REIT现在多少钱一份', 'performance'],
    ['有没有业绩可以看', 'performance'],
    ['这三年赚了多少', 'performance'],
    ['二十万一天大概多少', 'performance'],
    ['要锁多久', 'term'],
    ['最差会怎么样', 'risk'],
    ['亏过吗', 'risk'],
    ['哪家的', 'issuer'],
  ])('is read in %s: %s', (text, aspect) => {
    expect(aspectsNamed(text)[0]).toBe(aspect);
  });

  it.each([
    '你就说买哪个吧',
    '明年能赚钱吗',
    '谢谢',
    '它帮我自动买卖？',
    '一天最多能取多少来着',
    '有高血压能买百万医疗吗',
  ])('is none in %s', (text) => {
    expect(aspectsNamed(text)).toEqual([]);
  });
});
