import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaleOf, spread } from '../../../src/channels/pictures/scale.js';

describe('a scale', () => {
  it('has even steps that read well and covers both ends', () => {
    expect(scaleOf(287_000, 402_000, 4)).toEqual({ min: 250_000, max: 450_000, interval: 50_000 });
    expect(scaleOf(0, 0.52, 3)).toMatchObject({ min: 0, interval: 0.2 });
  });

  it('stands also where both ends are the same', () => {
    const { min, max } = scaleOf(5, 5, 4);
    expect(Number.isFinite(min) && Number.isFinite(max)).toBe(true);
  });
});

describe('labels', () => {
  it('stay where they want to be while there is room', () => {
    expect(spread([10, 60, 120], 18, 0, 150)).toEqual([10, 60, 120]);
  });

  it('never overlap, keep their order, and stay inside', () => {
    const places = fc.array(fc.double({ min: 0, max: 150, noNaN: true }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(places, (wanted) => {
        const got = spread(wanted, 18, 0, 150);
        const sorted = [...got].sort((a, b) => a - b);
        for (const [at, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(150 + 1e-9);
          if (at > 0) expect(place - sorted[at - 1]!).toBeGreaterThanOrEqual(18 - 1e-9);
        }
        for (const [a, one] of wanted.entries()) {
          for (const [b, other] of wanted.entries()) {
            if (one < other) expect(got[a]!).toBeLessThan(got[b]!);
          }
        }
      }),
    );
  });
});
