import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  isLocalDate,
  readInstant,
  toIso,
  toLocalDate,
  toLocalTime,
} from '../../src/terms/time.js';

describe('time in Shanghai', () => {
  it('turns to the next day at 16:00 UTC', () => {
    const lastMinute = Date.parse('2026-11-25T15:59:00Z');
    expect([toLocalDate(lastMinute), toLocalTime(lastMinute)]).toEqual(['2026-11-25', '23:59']);
    const midnight = lastMinute + 60_000;
    expect([toLocalDate(midnight), toLocalTime(midnight)]).toEqual(['2026-11-26', '00:00']);
  });

  it('is written on the wire in UTC', () => {
    expect(toIso(Date.parse('2026-11-25T08:00:00+08:00'))).toBe('2026-11-25T00:00:00.000Z');
  });
});

describe('calendar days', () => {
  it.each([
    ['2026-11-25', 7, '2026-12-02'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-11-25', 0, '2026-11-25'],
  ])('%s and %d days make %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
  ])('%s and %d months make %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it('are written year, month, day and exist', () => {
    expect(['2026-11-25', '2028-02-29'].every(isLocalDate)).toBe(true);
    expect(
      ['2026-02-29', '2026-13-01', '2026-1-1', '20261125', '2026-11-25T00:00', ''].some(
        isLocalDate,
      ),
    ).toBe(false);
  });
});

describe('a moment as text', () => {
  it.each([
    ['2026-11-25', '2026-11-24T16:00:00.000Z'],
    ['2026-11-25T09:30', '2026-11-25T01:30:00.000Z'],
    ['2026-11-25 09:30:15', '2026-11-25T01:30:15.000Z'],
    ['2026-11-25T09:30:15.5+00:00', '2026-11-25T09:30:15.500Z'],
    ['2026-11-25T09:30:00Z', '2026-11-25T09:30:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(toIso(readInstant(text) ?? 0)).toBe(iso);
  });

  it.each(['2026-02-30', '25.11.2026', '2026-11-25T25:00', 'tomorrow', ''])(
    '%j is none',
    (text) => {
      expect(readInstant(text)).toBeNull();
    },
  );
});
