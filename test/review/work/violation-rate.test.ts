import { describe, expect, it } from '@jest/globals';
import { violationRate } from '../../../src/review/work/violation-rate.js';

const stratum = (name: string, size: number, reviewed: number, violations: number) => ({
  name,
  size,
  reviewed,
  violations,
});

const of = (name: string, [size, reviewed, violations]: readonly [number, number, number]) =>
  stratum(name, size, reviewed, violations);

describe('the true rate of violations', () => {
  it('weighs strata by how many conversations they hold, not by how many were looked at', () => {
    const { value } = violationRate([stratum('a', 900, 100, 2), stratum('b', 100, 100, 20)]);
    expect(value).toBeCloseTo(0.9 * 0.02 + 0.1 * 0.2, 12);
  });

  it('is Wilson’s interval for one stratum of a large house', () => {
    const { value, low, high } = violationRate([stratum('a', 1e9, 100, 5)]);
    expect(value).toBeCloseTo(0.05, 12);
    // Wilson (1927) for 5 of 100; one of a hundred is used up by the variance of the sample.
    expect([low, high].map((bound) => Number(bound.toFixed(3)))).toEqual([0.021, 0.112]);
  });

  it('is exact once everything was looked at', () => {
    const { value, low, high } = violationRate([stratum('a', 50, 50, 5)]);
    expect(value).toBe(0.1);
    expect([low, high]).toEqual([0.1, 0.1]);
  });

  it.each([
    ['one look at nearly everything, all of it bad', [99_000, 1, 1], [1_000, 500, 1], [0.3, 0.99]],
    ['one look at nearly everything, all of it good', [99_000, 1, 0], [1_000, 500, 1], [0.01, 0.7]],
    ['a small stratum looked at whole beside it', [100_000, 1, 0], [300, 300, 0], [0.01, 0.7]],
  ] as const)('stays wide for %s', (_what, a, b, [most, least]) => {
    const { low, high } = violationRate([of('a', a), of('b', b)]);
    expect(low).toBeLessThan(most);
    expect(high).toBeGreaterThan(least);
  });

  it('narrows with every look', () => {
    const width = (n: number) => {
      const { low, high } = violationRate([
        stratum('a', 99_000, n, 0),
        stratum('b', 1_000, 500, 1),
      ]);
      return high - low;
    };
    expect(width(10)).toBeLessThan(width(1));
    expect(width(300)).toBeLessThan(width(10) / 5);
  });

  it('says how far it reaches where a stratum was never looked at', () => {
    expect(violationRate([stratum('a', 75, 10, 0), stratum('b', 25, 0, 0)])).toMatchObject({
      value: 0,
      low: 0,
      covered: 0.75,
    });
    expect(violationRate([stratum('a', 10, 0, 0)])).toMatchObject({ value: null, low: 0, high: 1 });
  });

  it('holds the truth in 95 of 100 samples', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const count = (n: number, p: number) => {
      let hits = 0;
      for (let i = 0; i < n; i += 1) if (random() < p) hits += 1;
      return hits;
    };
    const truth = 0.8 * 0.01 + 0.2 * 0.08;
    let held = 0;
    for (let round = 0; round < 1_000; round += 1) {
      const { low, high } = violationRate([
        stratum('a', 80_000, 200, count(200, 0.01)),
        stratum('b', 20_000, 200, count(200, 0.08)),
      ]);
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held).toBeGreaterThan(930);
  });
});
