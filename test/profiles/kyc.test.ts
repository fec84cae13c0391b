import { describe, expect, it } from '@jest/globals';
import { ageOn } from '../../src/profiles/kyc.js';

describe('the age of a customer', () => {
  it.each([
    ['1958-11-25', '2026-11-25', 68],
    ['1958-11-26', '2026-11-25', 67],
    ['1958-12-01', '2026-11-25', 67],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
  ])('born %s, on %s: %d whole years', (born, today, age) => {
    expect(ageOn(born, today)).toBe(age);
  });

  it('is not guessed', () => {
    expect(ageOn(null, '2026-11-25')).toBeNull();
  });
});
