import { describe, expect, it } from '@jest/globals';
import { inTradeTerms } from '../../src/language/trade-terms.js';

describe('misspelt terms', () => {
  it.each([
    ['等侯期多久', '等待期多久'],
    ['免陪额是多少', '免赔额是多少'],
    ['犹预期怎么退', '犹豫期怎么退'],
    ['赎会几天到帐', '赎回几天到账'],
    ['提前只取亏多少', '提前支取亏多少'],
  ])('%s is read as %s', (said, meant) => expect(inTradeTerms(said)).toBe(meant));

  it.each(['由于其他原因', '等待期多久', '我在等他来', '申购费多少'])(
    'leaves what is spelt right: %s',
    (text) => expect(inTradeTerms(text)).toBe(text),
  );
});
