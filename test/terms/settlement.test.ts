import { describe, expect, it } from '@jest/globals';
import { loadTradingCalendar } from '../../src/app/trading-calendar.js';
import type { PartOfDay } from '../../src/terms/settlement.js';
import { namedDay, paceOf, scheduleOf, schedulesOf } from '../../src/terms/settlement.js';
import { isTradingDay, tradingDaysAfter } from '../../src/terms/trading-calendar.js';

const calendar = loadTradingCalendar();

describe('the calendar of 2026', () => {
  it.each([
    ['2026-01-02', false],
    ['2026-01-04', false],
    ['2026-01-05', true],
    ['2026-02-14', false],
    ['2026-02-13', true],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-05-09', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', false],
    ['2027-01-04', null],
    ['2027-01-03', false],
    ['2025-12-31', null],
  ] as const)('%s: %s', (date, isOpen) => expect(isTradingDay(calendar, date)).toBe(isOpen));

  it('has 242 trading days', () => {
    expect(tradingDaysAfter(calendar, '2026-01-05', 241)).toBe('2026-12-31');
    expect(tradingDaysAfter(calendar, '2026-01-05', 242)).toBeNull();
  });
});

type Case = readonly [string, string, number | null, string, PartOfDay, readonly (string | null)[]];

describe('accepted, confirmed, arrived at latest', () => {
  const cases: readonly Case[] = [
    ['a bond fund, Thursday 16:00', 'bond', 3, '2026-11-26', 'after', ['11-27', '11-30', '12-03']],
    ['a bond fund, Friday 14:00', 'bond', 3, '2026-11-27', 'before', ['11-27', '11-30', '12-03']],
    ['a bond fund, Friday 16:00', 'bond', 3, '2026-11-27', 'after', ['11-30', '12-01', '12-04']],
    ['a bond fund, Saturday', 'bond', 3, '2026-11-28', 'before', ['11-30', '12-01', '12-04']],
    [
      'a stock fund, before Golden Week',
      'equity',
      3,
      '2026-09-30',
      'before',
      ['09-30', '10-08', '10-13'],
    ],
    [
      'a stock fund, 16:00 on its eve',
      'equity',
      3,
      '2026-09-30',
      'after',
      ['10-08', '10-09', '10-14'],
    ],
    ['a QDII fund, Friday 14:00', 'qdii', 8, '2026-11-27', 'before', ['11-27', '12-01', '12-11']],
    ['a fund of funds', 'fof', 6, '2026-11-27', 'after', ['11-30', '12-02', '12-10']],
    ['a money fund, Friday 14:00', 'money', 1, '2026-11-27', 'before', ['11-27', '11-30', '11-30']],
    ['a money fund, Friday 16:00', 'money', 1, '2026-11-27', 'after', ['11-30', '12-01', '12-01']],
    ['at the end of the table', 'bond', 3, '2026-12-30', 'before', ['12-30', '12-31', null]],
    ['on its last day', 'bond', 3, '2026-12-31', 'before', ['12-31', null, null]],
    ['after its last cut-off', 'bond', 3, '2026-12-31', 'after', [null, null, null]],
    ['of no known arrival', 'mixed', null, '2026-11-27', 'before', ['11-27', '11-30', null]],
  ];
  it.each(cases)('%s', (_, type, days, day, part, expected) => {
    const dates = scheduleOf(calendar, paceOf(type, days), day, part ?? 'before');
    expect([dates.accepted, dates.confirmed, dates.arrival]).toEqual(
      expected.map((date) => date && `2026-${date}`),
    );
  });

  it('gives both where the time of day decides and was not said', () => {
    const arrivals = (day: string) =>
      schedulesOf(calendar, paceOf('bond', 3), day, null).map(({ arrival }) => arrival);
    expect(arrivals('2026-11-20')).toEqual(['2026-11-26', '2026-11-27']);
    expect(arrivals('2026-11-21')).toEqual(['2026-11-27']);
  });
});

describe('the day before a holiday', () => {
  const eve = (holiday: string, today: string) => namedDay(calendar, { holiday, at: 'eve' }, today);
  it('is the last trading day before the one that comes', () => {
    expect(eve('国庆节', '2026-09-10')).toEqual({ day: '2026-09-30', isExample: false });
    expect(eve('春节', '2026-01-20')).toEqual({ day: '2026-02-13', isExample: false });
    expect(eve('', '2026-04-10')).toEqual({ day: '2026-04-30', isExample: false });
  });
  it('is an example where the one that comes is not in the table', () =>
    expect(eve('国庆节', '2026-11-26')).toEqual({ day: '2026-09-30', isExample: true }));
  it('is known of New Year without a table', () => {
    expect(eve('元旦', '2026-11-26')).toEqual({ day: '2026-12-31', isExample: false });
    expect(eve('', '2026-11-26')).toEqual({ day: '2026-12-31', isExample: false });
  });
});
