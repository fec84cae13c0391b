import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { movementOver } from '../../../src/advice/lifecycle/movement.js';
import { portfolio, trade } from './portfolios.js';

const PRICES = {
  QY0021: { '2025-11-25': 1, '2026-05-26': 1.02, '2026-11-24': 1.05 },
  QY0060: { '2025-11-25': 1, '2026-05-26': 0.8, '2026-11-24': 0.9 },
};
const YEAR = { from: '2025-11-25', to: '2026-11-24' };
const both = portfolio(
  [
    ['QY0021', 10_000, 10_000],
    ['QY0060', 10_000, 10_000],
    ['CK0012', 5_000, 5_000],
  ],
  PRICES,
);

describe('what moved a portfolio', () => {
  it('is told by product, greatest first, and adds up to the whole', () => {
    expect(movementOver(both, [], YEAR)).toEqual({
      ...YEAR,
      change: -500,
      rate: -500 / 20_000,
      contributions: [
        { product: 'QY0060', name: '青屿优质治理股票 A', riskLevel: 4, change: -1_000 },
        { product: 'QY0021', name: '青屿安鑫纯债债券 A', riskLevel: 2, change: 500 },
      ],
    });
  });

  it('leaves money put in out of the gain, and counts it from its day', () => {
    // 8,000 yuan at 0.8 are the 10,000 units: nothing was held before.
    const moved = movementOver(both, [trade('QY0060', 8_000, '2026-05-26')], YEAR);
    expect(moved?.contributions).toContainEqual(
      expect.objectContaining({ product: 'QY0060', change: 1_000 }),
    );
    const days = 182 / 364;
    expect(moved?.rate).toBeCloseTo(1_500 / (10_000 + 8_000 * days), 12);
  });

  it('leaves money taken out out of the loss', () => {
    // 2,000 units were sold at 0.8 after falling from 1.
    const moved = movementOver(both, [trade('QY0060', -1_600, '2026-05-26')], YEAR);
    expect(moved?.contributions).toContainEqual(
      expect.objectContaining({ product: 'QY0060', change: 10_000 * 0.9 + 1_600 - 12_000 }),
    );
  });

  it('knows what was sold off within the window', () => {
    const rest = portfolio([['QY0021', 10_000, 10_000]], PRICES);
    const moved = movementOver(rest, [trade('QY0060', -800, '2026-05-26')], YEAR);
    expect(moved?.contributions.map(({ product, change }) => [product, change])).toEqual([
      ['QY0021', 500],
      ['QY0060', -200],
    ]);
  });

  it('takes back what was traded after a window that ended earlier', () => {
    const first = { from: '2025-11-25', to: '2026-05-26' };
    const moved = movementOver(both, [trade('QY0060', 900, '2026-11-24')], first);
    expect(moved?.contributions[0]).toMatchObject({ product: 'QY0060', change: -1_800 });
  });

  it.each([
    ['2025-11-25', '2026-05-26', true],
    ['2026-05-26', '2026-11-24', false],
  ])('is a rate from %s to %s only where that is more than six months', (from, to, isShown) => {
    expect(movementOver(both, [], { from, to })?.rate !== null).toBe(isShown);
  });

  it('begins where the prices begin, and says so', () => {
    expect(movementOver(both, [], { from: '2020-01-01', to: '2026-11-24' })?.from).toBe(
      '2025-11-25',
    );
  });

  it('is nothing where nothing has a price, or the window none inside', () => {
    expect(movementOver(portfolio([['CK0012', 5, 5]], {}), [], YEAR)).toBeNull();
    expect(movementOver(both, [], { from: '2026-11-24', to: '2026-11-25' })).toBeNull();
    expect(movementOver(portfolio([], PRICES), [], YEAR)).toBeNull();
  });

  it('adds up over windows that follow on one another, whatever was traded', () => {
    const deals = fc.array(
      fc.tuple(
        fc.constantFrom('QY0021', 'QY0060'),
        fc.integer({ min: 1, max: 2_000 }),
        fc.constantFrom('2025-12-10', '2026-04-01', '2026-05-26', '2026-08-15'),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(deals, (drawn) => {
        const trades = drawn.map(([code, yuan, day]) => trade(code, yuan, day));
        const changeOf = (from: string, to: string) =>
          movementOver(both, trades, { from, to })?.change ?? 0;
        const parts = changeOf('2025-11-25', '2026-05-26') + changeOf('2026-05-26', '2026-11-24');
        expect(changeOf('2025-11-25', '2026-11-24')).toBeCloseTo(parts, 1);
      }),
    );
  });
});
