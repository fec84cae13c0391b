import { describe, expect, it } from '@jest/globals';
import { claimIn } from '../../../../src/agent/understand/looking-back/claim-words.js';

describe('what a customer says back for a yes', () => {
  it.each([
    ['那就是2200对不对', '2200'],
    ['所以不保本是吧', '不保本'],
    ['也就是T+2？', 't+2'],
    ['就是说十万块一年收我一千二？', '十万块一年收我一千二'],
    ['是不是说放满半年就不收了？', '放满半年就不收了'],
    ['它不归存款保险管，对吧', '它不归存款保险管'],
    ['哦哦所以都可能亏是吧', '都可能亏'],
  ])('%s', (said, words) => {
    expect(claimIn(said)?.words).toBe(words);
  });

  it.each([
    '所以要多久呢？',
    '那就买日日通吧',
    '对吧',
    '它保本吗',
    '所以我想问怎么买',
    '是不是该卖了',
  ])('is none where more is asked, or nothing was understood: %s', (said) => {
    expect(claimIn(said)).toBeNull();
  });
});

describe('what a customer says they were told', () => {
  it.each([
    ['你们当初不是说这个保本的吗', '这个保本'],
    ['不是说好三天到账吗', '三天到账'],
    ['你刚说几天？不是T+3吗', 't+3'],
    ['上次说收益4%', '收益4%'],
    ['你们上次说收益有4%的', '收益有4%'],
    ['R2不就是不会亏吗', 'r2不会亏'],
    ['R3就是保证不亏的吧', 'r3保证不亏'],
    ['那个不是保本的吗', '那个保本'],
  ])('is held against what is so: %s', (said, words) => {
    expect(claimIn(said)).toEqual({ words, sumsUp: false, isReproach: true });
  });

  it.each([
    '这不是骗人吗',
    '你不是机器人吗',
    '刚才说的那个怎么买',
    '之前说的5万能买吗',
    '就是想买点稳当的吧',
    '经理当时说不会亏的',
    '不是说谁都能买吗',
  ])('is nothing an answer decides in %s', (said) => {
    expect(claimIn(said)).toBeNull();
  });
});
