import { describe, expect, it } from '@jest/globals';
import { resolveDates } from '../../src/demo/relative-dates.js';

const today = '2026-11-25';

describe('a relative date', () => {
  it.each([
    ['D', '2026-11-25'],
    ['D-1', '2026-11-24'],
    ['D+400', '2027-12-30'],
    ['D-1096', '2023-11-25'],
  ])('%s is %s on the day of seeding', (written, date) => {
    expect(resolveDates(written, today)).toBe(date);
  });

  it('is found anywhere in a value', () => {
    const value = { a: ['D', { b: 'D+1' }], c: null, d: 5, e: true };
    expect(resolveDates(value, today)).toEqual({
      a: ['2026-11-25', { b: '2026-11-26' }],
      c: null,
      d: 5,
      e: true,
    });
  });

  it('is nothing but a date: other words stay', () => {
    for (const word of ['D 类份额', 'AD-1', 'D-', 'D+1天', 'd-1', '2026-01-01']) {
      expect(resolveDates(word, today)).toBe(word);
    }
  });
});
