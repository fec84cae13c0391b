import { describe, expect, it } from '@jest/globals';
import {
  asksYes,
  isQuestion,
  onlyTells,
  withoutGreeting,
} from '../../../src/agent/understand/question-words.js';

describe('a sentence about oneself', () => {
  it.each(['我怕家里人知道', '我那个存款快到期了，大概二十来万', '今年六十八'])(
    '%s asks for nothing',
    (text) => {
      expect(onlyTells(text)).toBe(true);
    },
  );

  it.each(['我的钱安全吗', '我想买点稳当的', '帮我看看', '费用', '安鑫纯债'])('%s does', (text) => {
    expect(onlyTells(text)).toBe(false);
  });
});

describe('a greeting', () => {
  it.each([
    ['hi，我大三，想学理财', '我大三，想学理财'],
    ['老师好，我想问哈和润平衡', '我想问哈和润平衡'],
    ['您好！ 存款保险赔多少', '存款保险赔多少'],
    ['我自己也想问问，我的基金怎么样', '我的基金怎么样'],
    ['替老妈打听一下：定期能提前取吗', '定期能提前取吗'],
  ])('is no part of what is said after it: %s', (said, rest) => {
    expect(withoutGreeting(said)).toBe(rest);
  });

  it.each(['你好', '你好，在吗', '你好吗', 'history'])('%s stays', (text) => {
    expect(withoutGreeting(text)).toBe(text);
  });
});

describe('a question', () => {
  it.each(['我有5万放三个月，A还是C划算', '定投真的能稳赚吗 b站都这么说'])('is %s', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each(['我还是想找个人', '还是算了'])('is not %s', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});

describe('「还是」', () => {
  it.each(['定期还是存单', '赚了还是亏了'])('asks for a choice in %s', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    '我想了想还是五年用吧',
    '十万还是留两万应急',
    '号码还是我登记的那个',
    '卖的时候没说会亏这么多',
  ])('and for none in %s', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});

describe('what is said to hear whether it is so', () => {
  it.each(['一年后才能取是吧', '保本的吧', '放不满一年出不来是吧'])('%s', (text) =>
    expect(asksYes(text)).toBe(true),
  );

  it.each(['好吧', '那行吧', '算了吧', '我卖的是安鑫纯债'])('and not %s', (text) =>
    expect(asksYes(text)).toBe(false),
  );
});
