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
