import { describe, expect, it } from '@jest/globals';
import { returnOver, windowsOf } from '../../../src/advice/lifecycle/past-return.js';
import { demoProduct } from '../../demo/demo-shelf.js';

const fund = demoProduct('QY0060');
const prices = [
  { date: '2024-11-20', nav: 1 },
  { date: '2025-11-20', nav: 1.1 },
  { date: '2026-11-20', nav: 1.21 },
];
const over = (from: string, to: string) => returnOver(fund, prices, { from, to });

describe('what a product did between two days', () => {
  it('is read off the last prices up to them', () => {
    expect(over('2025-11-20', '2026-11-21')?.return).toBeCloseTo(0.1);
  });

  it('is said a year, too, over a year and more', () => {
    expect(over('2024-11-20', '2026-11-20')?.annual).toBeCloseTo(0.1, 4);
  });

  it('is not shown for half a year or less', () => {
    expect(over('2026-05-20', '2026-11-20')).toBeNull();
  });

  it('is unknown where the prices do not reach back, or are old', () => {
    expect(over('2023-11-20', '2026-11-20')).toBeNull();
    expect(over('2025-11-20', '2026-12-20')).toBeNull();
  });

  it('is told over the window that the master states, whatever the day', () => {
    const { from, to } = fund.performance ?? {};
    expect(windowsOf(fund, '2026-11-25')).toContainEqual({ from, to });
  });
});
