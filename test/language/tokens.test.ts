import { describe, expect, it } from '@jest/globals';
import { stem, tokens } from '../../src/language/tokens.js';

describe('index tokens', () => {
  it('give every Han character and every pair of neighbours', () => {
    expect(tokens('赎回费')).toEqual(['赎', '回', '赎回', '费', '回费']);
  });

  it('do not pair characters across punctuation or digits', () => {
    expect(tokens('赎回，到账')).not.toContain('回到');
    expect(tokens('满7天')).toEqual(['满', '7', '天']);
  });

  it('treat full-width and capital letters as the plain ones', () => {
    expect(tokens('ＥＴＦ')).toEqual(tokens('etf'));
  });

  it('keep product codes, terms and decimals whole', () => {
    expect(tokens('QY-0101 和 T+1 和 1.25')).toEqual(
      expect.arrayContaining(['qy-0101', 't+1', '1.25']),
    );
  });

  it('stem English lightly and pair neighbouring words', () => {
    expect(tokens('redeeming funds')).toEqual(['redeem', 'fund', 'redeem fund']);
    expect(['policies', 'boxes', 'class', 'stopped', 'ring'].map(stem)).toEqual([
      'policy',
      'box',
      'class',
      'stop',
      'ring',
    ]);
  });

  it('have nothing to say about an empty or wordless text', () => {
    expect(tokens('')).toEqual([]);
    expect(tokens('……？')).toEqual([]);
  });
});
