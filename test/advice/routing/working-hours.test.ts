import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterWork, isAtWork } from '../../../src/advice/routing/working-hours.js';
import { HOUSE, at } from './staff.js';

const MINUTE = 60_000;
const { hours, holidays } = HOUSE;

describe('working hours', () => {
  it.each([
    ['2026-11-26T08:59', false],
    ['2026-11-26T09:00', true],
    ['2026-11-26T11:29:59', true],
    ['2026-11-26T11:30', false],
    ['2026-11-26T13:00', true],
    ['2026-11-26T18:00', false],
    ['2026-11-28T10:00', false],
    ['2026-10-01T10:00', false],
    ['2026-10-08T10:00', true],
  ])('at %s: %s', (moment, open) => {
    expect(isAtWork(hours, holidays, at(moment))).toBe(open);
  });

  it.each([
    ['2026-11-26T10:00', 5, '2026-11-26T10:05'],
    ['2026-11-26T11:28', 5, '2026-11-26T13:03'],
    ['2026-11-26T12:00', 5, '2026-11-26T13:05'],
    ['2026-11-27T17:58', 5, '2026-11-30T09:03'],
    ['2026-09-30T17:59', 2, '2026-10-08T09:01'],
    ['2026-11-26T09:00', 450, '2026-11-27T09:00'],
    ['2026-11-26T12:00', 0, '2026-11-26T13:00'],
    ['2026-11-26T10:00', 0, '2026-11-26T10:00'],
  ])('from %s, %i minutes of work end at %s', (from, minutes, end) => {
    expect(afterWork(hours, holidays, at(from), minutes * MINUTE)).toBe(at(end));
  });

  it('never comes where there is none', () => {
    expect(
      afterWork({ weekdays: [], spans: hours.spans }, holidays, at('2026-11-26'), 1),
    ).toBeNull();
    expect(afterWork({ weekdays: [1], spans: [] }, holidays, at('2026-11-26'), 1)).toBeNull();
  });

  it('passes minute by minute only while somebody is at work', () => {
    const start = at('2026-11-26T00:00');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 * 24 * 60 }),
        fc.integer({ min: 1, max: 500 }),
        (offset, minutes) => {
          const from = start + offset * MINUTE;
          let end = from;
          for (let left = minutes; left > 0; end += MINUTE) {
            if (isAtWork(hours, holidays, end)) left -= 1;
          }
          // A span's end and the next one's start are the same moment of work.
          const found = afterWork(hours, holidays, from, minutes * MINUTE)!;
          const next = afterWork(hours, holidays, end, 0)!;
          expect([end, next]).toContain(found);
        },
      ),
    );
  });
});
