import { describe, expect, it } from '@jest/globals';
import { concernsLeaving, coolingOffOn } from '../../../src/advice/lifecycle/cooling-off.js';

const CONTRACT = { from: '2026-11-20', days: 15 };

describe('row 31: days left in which the customer may still leave', () => {
  it.each([
    ['保单今天刚生效，还能退吗', '2026-11-20', 15, true],
    ['买了五天了，反悔行不行', '2026-11-25', 10, true],
    ['犹豫期是不是今天到', '2026-12-04', 1, true],
    ['昨天刚过犹豫期', '2026-12-05', 0, false],
    ['去年买的还能全退吗', '2027-12-05', 0, false],
    ['合同还没生效，先问一下', '2026-11-18', 15, true],
  ])('%s, %s: %d', (_name, today, daysLeft, isOpen) => {
    expect(coolingOffOn(CONTRACT, today)).toMatchObject({
      lastDay: '2026-12-04',
      daysLeft,
      isOpen,
    });
  });

  it('are counted by the contract, not by the house', () => {
    expect(coolingOffOn({ from: '2026-02-28', days: 20 }, '2026-03-01')).toMatchObject({
      lastDay: '2026-03-19',
      daysLeft: 19,
    });
    expect(coolingOffOn({ from: '2026-11-20', days: 1 }, '2026-11-20').daysLeft).toBe(1);
  });

  it('are told while it is open, and nobody is talked out of leaving', () => {
    expect(coolingOffOn(CONTRACT, '2026-11-25').duties).toEqual([
      'tell_days_left',
      'never_discourage',
    ]);
    expect(coolingOffOn(CONTRACT, '2026-12-05').duties).toEqual([]);
  });

  it.each([
    '我那份保险还能退吗，想退了',
    '犹豫期还剩几天',
    '我后悔了',
    '不想要这份保单了',
    '想退保',
  ])('are told to whoever says: %s', (text) => expect(concernsLeaving(text)).toBe(true));

  it.each(['赎回几天到账', '怎么交保费', '理赔要什么材料'])('and not to: %s', (text) =>
    expect(concernsLeaving(text)).toBe(false),
  );
});
