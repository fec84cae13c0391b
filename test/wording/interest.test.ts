import { describe, expect, it } from '@jest/globals';
import { interestOfDays, interestOfYears } from '../../src/wording/interest.js';

describe('simple interest', () => {
  it('is reckoned by the day over 365 and rounded to the fen', () => {
    expect(interestOfDays(10_000, 0.018, 1)).toBe(0.49);
    expect(interestOfDays(100_000, 0.021, 30)).toBe(172.6);
  });

  it('is the same every year of a deposit', () => {
    expect(interestOfYears(10_000, 0.011, 1)).toBe(110);
    expect(interestOfYears(300_000, 0.0155, 3)).toBe(13_950);
  });
});
