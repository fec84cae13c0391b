import { describe, expect, it } from '@jest/globals';
import { inChineseTerms } from '../../src/language/english-terms.js';

describe('English words of money', () => {
  it.each([
    ['我 want 存钱 一年，safe 的', '我想存钱一年，安全的'],
    ['那个 fund 会 lose money 吗', '那个基金会亏钱吗'],
    ['How much is the fee for 安鑫纯债?', '多少费用安鑫纯债?'],
    ['what is T+1', '什么是 T+1'],
    ['要什么 document', '要什么材料'],
    ['Can I buy funds with a passport?', '我可以买基金护照?'],
    ['low risk 产品有哪些', '低风险产品有哪些'],
    ['which 产品 R1? show me 名字', 'R1的产品有哪些?'],
    ['I only have 5万 RMB. 什么 product low risk?', '我只有5万元，低风险的产品有哪些?'],
    ['you have 产品 that 不会 lose money?', '你们有没有不会亏钱的产品?'],
    ['I ask one year not 30 days 哦', '我问的是一年，不是30天哦'],
    ['取钱 how long?', '取钱多久?'],
    [
      'I have passport only, no 身份证. can open account 吗?',
      '我只有护照，没有身份证，可以开户吗?',
    ],
    ['what is 银行 card need?', '需要什么银行卡?'],
    ['我 want 买 fund，怎么 start', '我想买基金，怎么开始'],
    ['如果 我 need money 快，可以 take out 吗', '如果我急用钱，可以取出来吗'],
    ['钱 来了 是到 我的 card 吗', '钱来了是到我的银行卡吗'],
    ['我 可以 send money to my country 吗', '我可以汇钱到国外吗'],
    ['可以 talk to 人 吗', '可以找人吗'],
    ['next month 我 go home', '下个月我回国'],
    ['钱 可以 transfer 到 my country 吗', '钱可以汇到国外吗'],
    ['three months 可以 吗', '三个月可以吗'],
    ['日日通 A class fee', '日日通 A类费用'],
  ])('%s is read in Chinese', (said, read) => {
    expect(inChineseTerms(said)).toBe(read);
  });

  it.each([
    'QDII 几天到账',
    '净值是什么',
    'can I talk to a human',
    'LX0088 费用',
    'App 登不上',
    '日日通 A',
    'C3 能买 R3 吗',
  ])('%s stays as it is', (said) => {
    expect(inChineseTerms(said)).toBe(said);
  });
});
