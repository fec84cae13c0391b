import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { solveMeanVariance } from '../../../../src/advice/allocation/strategic/mean-variance.js';
import { loadMarket } from '../../../../src/app/market.js';

const { outlook } = loadMarket();
const SIZE = outlook.mean.length;
const LOSSES = Float64Array.of(0, 0.05, 0.05, 0.3, 0.3, 0.3);

const problemOf = (caps: readonly number[], loss: number) => ({
  least: Float64Array.of(0.05, 0, 0, 0, 0, 0),
  most: Float64Array.of(1, ...caps),
  rules: [{ rule: 'loss', coefficients: LOSSES, most: loss }],
});

const caps = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
const drawn = fc.record({
  caps: caps.map((parts) => parts.map((part) => part / 20)),
  loss: fc.integer({ min: 0, max: 30 }).map((part) => part / 100),
  aversion: fc.double({ min: -3, max: 9, noNaN: true }).map(Math.exp),
  shifts: fc.array(fc.double({ min: -0.02, max: 0.02, noNaN: true }), {
    minLength: SIZE,
    maxLength: SIZE,
  }),
});

describe('a small mean-variance problem', () => {
  it('is solved to its optimality conditions, at corners and with barred classes too', () => {
    fc.assert(
      fc.property(drawn, ({ caps: most, loss, aversion, shifts }) => {
        const mean = outlook.mean.map((value, at) => value + shifts[at]!);
        const problem = problemOf(most, loss);
        const found = solveMeanVariance({ ...outlook, mean }, problem, aversion);
        const used = LOSSES.reduce((sum, value, at) => sum + value * found.weights[at]!, 0);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(used).toBeLessThan(loss + 1e-9);
        const scale = 1 + aversion;
        expect(Math.abs(found.rulePrices[0]! * (loss - used)) / scale).toBeLessThan(1e-9);
        for (let at = 0; at < SIZE; at++) {
          const [low, high] = [problem.least[at]!, problem.most[at]!];
          const weight = found.weights[at]!;
          expect(weight).toBeGreaterThan(low - 1e-9);
          expect(weight).toBeLessThan(high + 1e-9);
          const price = found.weightPrices[at]!;
          const room = price > 0 ? high - weight : weight - low;
          // A class barred by the loss rule has no room and no price of its own.
          if (loss > 0 || LOSSES[at] === 0)
            expect((Math.abs(price) * room) / scale).toBeLessThan(1e-8);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('prices a rule at what a little more of it brings', () => {
    const problem = problemOf([0.5, 0.4, 0.45, 0.25, 0.15], 0.14);
    const aversion = 2;
    const worth = ({ weights }: ReturnType<typeof solveMeanVariance>): number =>
      weights.reduce((sum, weight, i) => {
        const risk = weights.reduce(
          (total, other, j) => total + other * outlook.covariance[i * SIZE + j]!,
          0,
        );
        return sum + weight * (outlook.mean[i]! - (aversion / 2) * risk);
      }, 0);
    const found = solveMeanVariance(outlook, problem, aversion);
    const more = 1e-4;
    const loss = solveMeanVariance(
      outlook,
      problemOf([0.5, 0.4, 0.45, 0.25, 0.15], 0.14 + more),
      aversion,
    );
    const cap = solveMeanVariance(
      outlook,
      problemOf([0.5, 0.4, 0.45, 0.25 + more, 0.15], 0.14),
      aversion,
    );
    expect(found.rulePrices[0]).toBeGreaterThan(0.01);
    expect((worth(loss) - worth(found)) / more).toBeCloseTo(found.rulePrices[0]!, 4);
    expect((worth(cap) - worth(found)) / more).toBeCloseTo(Math.max(0, found.weightPrices[4]!), 4);
  });

  it('is the same from wherever it starts', () => {
    const problem = problemOf([0.5, 0.4, 0.45, 0.25, 0.15], 0.14);
    for (const aversion of [2, 5, 20, 100]) {
      const [plain, far] = [
        solveMeanVariance(outlook, problem, aversion),
        solveMeanVariance(outlook, problem, aversion, Float64Array.of(0.1, 0.5, 0.4, 0, 0, 0)),
      ];
      plain.weights.forEach((weight, at) => expect(far.weights[at]).toBeCloseTo(weight, 9));
    }
  });

  it('does not start from weights that break a rule', () => {
    const problem = problemOf([0.5, 0.4, 0.45, 0.25, 0.15], 0.14);
    const bold = Float64Array.of(0.35, 0, 0, 0.4, 0.25, 0);
    expect(() => solveMeanVariance(outlook, problem, 2, bold)).toThrow('do not keep the rules');
  });
});
