import { describe, expect, it } from '@jest/globals';
import { asksForShelf, wantsTheSafe } from '../../../src/agent/understand/shelf-questions.js';

describe('a question for what there is', () => {
  it.each([
    '那你们有没有差不多的股票基金',
    '中低风险的理财有哪些',
    '那信托有哪些',
    'hello 你们 money fund 有吗',
    '有没有R1的产品',
    '你们有哪些债券基金',
    '你们有没有那种稳当一点的',
    '没有风险的有没有',
    '我想换个稳当点的',
    '有没有一个月左右能取的',
    '费用最低的基金是哪只',
    '风险最高的是哪个',
    '最稳的是哪几个',
    'C2能买哪些',
    '我是C3，能买什么产品',
    '有没有随时能取的理财',
  ])('is %s', (text) => {
    expect(asksForShelf(text)).toBe(true);
  });

  it.each([
    '基金有哪些费用',
    'C2 能买什么级别的',
    '理财有哪些风险',
    '老板你们有保本的理财没',
    '基金都有哪些种类',
    '我买的基金有没有到账',
    '什么是货币基金',
    '稳健型是C几',
    '这只稳当吗',
    '哪个基金最赚钱',
    '哪只最值得买',
    '三年后要用的钱放哪',
    '理财产品也有存款保险吗',
  ])('is not %s', (text) => {
    expect(asksForShelf(text)).toBe(false);
  });
});

describe('a wish for what is safe', () => {
  it.each(['哪个安全的，不要亏钱', '有没有稳一点的产品，不想亏本'])('is %s', (text) => {
    expect(wantsTheSafe(text)).toBe(true);
  });

  it.each(['我的钱安全吗', '哪个安全，银行还是基金公司'])('is not %s', (text) => {
    expect(wantsTheSafe(text)).toBe(false);
  });
});
