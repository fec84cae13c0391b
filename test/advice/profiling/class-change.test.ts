import { describe, expect, it } from '@jest/globals';
import {
  classChange,
  needsPerson,
  waitsForPerson,
} from '../../../src/advice/profiling/class-change.js';
import { expiresOn, isExpired } from '../../../src/advice/profiling/validity.js';
import type { RiskTolerance } from '../../../src/terms/risk.js';

const c = (tolerance: number, lowestCategory = false) => ({
  tolerance: tolerance as RiskTolerance,
  lowestCategory,
});

describe('a result other than the last', () => {
  it('is none for whoever was never assessed, or comes out as before', () => {
    expect(classChange(null, c(3))).toBeNull();
    expect(classChange(c(3), c(3))).toBeNull();
  });

  it('is a change by one level, or out of the lowest category, without a person', () => {
    const up = classChange(c(2), c(3));
    expect(up).toMatchObject({ jump: 1 });
    expect(needsPerson(up)).toBe(false);
    expect(classChange(c(1, true), c(1))).toMatchObject({ jump: 0 });
  });

  it('is looked at by a person from two levels on, and counts at once only downwards', () => {
    const [up, down] = [classChange(c(2), c(4)), classChange(c(4), c(2))];
    expect([needsPerson(up), needsPerson(down)]).toEqual([true, true]);
    expect([waitsForPerson(up), waitsForPerson(down)]).toEqual([true, false]);
  });
});

describe('an assessment', () => {
  it('counts for 12 calendar months, the last day not included', () => {
    expect(isExpired('2025-11-26', '2026-11-25')).toBe(false);
    expect(isExpired('2025-11-26', '2026-11-26')).toBe(true);
  });

  it('of 29 February ends on 28 February', () => {
    expect(expiresOn('2024-02-29')).toBe('2025-02-28');
  });

  it('dated after today does not count', () => {
    expect(isExpired('2026-11-27', '2026-11-26')).toBe(true);
  });
});
