import { describe, expect, it } from '@jest/globals';
import { asksPaidOut, partOf } from '../../../src/agent/compose/own-part.js';
import type { Leaving } from '../../../src/agent/compose/own-exit.js';

const leaving = (exit: Partial<Leaving['exit']> = {}): Leaving =>
  ({
    position: { product: 'QY0021', name: '青屿安鑫纯债债券 A', riskLevel: 2, value: 40_000 },
    exit: {
      product: 'QY0021',
      way: 'open',
      fee: 0.005,
      arrival: { days: 3, arrivalFrom: 'confirmation' },
      bought: [{ day: '2026-11-05', days: 20 }],
      ...exit,
    },
  }) as unknown as Leaving;

describe('a part of what is held, sold now', () => {
  it.each([
    ['卖一半扣多少', '20,000.00 元', '100.00 元', '19,900.00 元'],
    ['卖1万扣多少', '10,000.00 元', '50.00 元', '9,950.00 元'],
  ])('%s is reckoned on that part', (query, sold, taken, paid) => {
    const text = partOf(query, leaving())?.text ?? '';
    expect(text).toContain(sold);
    expect(text).toContain(taken);
    expect(text).toContain(paid);
  });

  it('says what has to stay where it is asked whether one may', () => {
    const { text = '' } = partOf('赎一半可以吗', leaving()) ?? {};
    expect(text).toMatch(/^可以只赎这一部分。.*最低持有份额/s);
  });

  it('tells the money first where that is asked', () => {
    const { text = '' } = partOf('卖一半能拿多少', leaving()) ?? {};
    expect(text.indexOf('到手')).toBeLessThan(text.indexOf('赎回费'));
    expect(asksPaidOut('卖一半扣多少')).toBe(false);
  });

  it.each(['卖全部扣多少', '卖10万扣多少', '卖了扣多少'])('%s names no part of it', (query) => {
    expect(partOf(query, leaving())).toBeNull();
  });

  it('is not reckoned where what is taken is not known', () => {
    const told = partOf('卖一半', leaving({ fee: null }));
    expect(told?.text).toContain('可以只赎一部分');
    expect(told?.text).not.toMatch(/\d/);
    expect(partOf('卖一半', leaving({ way: 'held' }))).toBeNull();
  });
});
