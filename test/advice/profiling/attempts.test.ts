import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chancesOn, mayAssess, nextChance } from '../../../src/advice/profiling/attempts.js';
import { addDays } from '../../../src/terms/time.js';

const TODAY = '2026-11-26';
const daysAgo = (...days: number[]) => days.map((day) => addDays(TODAY, -day));

describe('how often an assessment may be taken', () => {
  it('is twice a day', () => {
    expect(chancesOn([], TODAY)).toEqual({ day: 2, year: 8 });
    expect(mayAssess([TODAY], TODAY)).toBe(true);
    expect(mayAssess([TODAY, TODAY], TODAY)).toBe(false);
    expect(nextChance([TODAY, TODAY], TODAY)).toBe('2026-11-27');
  });

  it('is eight times in 12 months, and the oldest gives its chance back after them', () => {
    const eight = daysAgo(300, 200, 100, 90, 80, 70, 60, 50);
    expect(mayAssess(eight, TODAY)).toBe(false);
    expect(nextChance(eight, TODAY)).toBe('2027-01-30');
    expect(chancesOn(eight.slice(1), TODAY).year).toBe(1);
  });

  it('counts an assessment until the day twelve months later', () => {
    const eight = Array.from({ length: 8 }, () => '2025-11-26');
    expect(chancesOn(eight, TODAY).year).toBe(8);
    expect(chancesOn(eight, '2026-11-25').year).toBe(0);
  });

  it('waits for both limits where both are reached', () => {
    const both = ['2025-11-28', ...daysAgo(90, 80, 70, 60, 50), TODAY, TODAY];
    expect(nextChance(both, TODAY)).toBe('2026-11-28');
  });

  it('comes back on the first day that allows it, whatever was taken before', () => {
    const attempt = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 20 }), (ago) => {
        const attempts = daysAgo(...ago);
        const next = nextChance(attempts, TODAY);
        expect(mayAssess(attempts, next)).toBe(true);
        for (let day = TODAY; day < next; day = addDays(day, 1)) {
          expect(mayAssess(attempts, day)).toBe(false);
        }
      }),
    );
  });
});
