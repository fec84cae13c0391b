import { describe, expect, it } from '@jest/globals';
import { root } from '../../../src/advice/allocation/root.js';

describe('root', () => {
  const rootOf = (f: (x: number) => number, a: number, b: number): { x: number; calls: number } => {
    let calls = 0;
    const counted = (x: number): number => {
      calls += 1;
      return f(x);
    };
    return { x: root(counted, { x: a, y: f(a) }, { x: b, y: f(b) }), calls };
  };

  it('is met by a line at once', () => {
    const { x, calls } = rootOf((t) => 3 * t - 1, 0, 10);
    expect(x).toBeCloseTo(1 / 3, 15);
    expect(calls).toBeLessThanOrEqual(3);
  });

  it('is found to rounding in curves, kinks and steep ends', () => {
    expect(rootOf((t) => t ** 3 - 2, 0, 2).x).toBeCloseTo(Math.cbrt(2), 14);
    expect(rootOf((t) => Math.max(t - 1, 20 * (t - 1)) + 0.5, -3, 9).x).toBeCloseTo(0.5, 14);
    expect(rootOf((t) => Math.log(t) + 20, 1e-12, 1).x).toBeCloseTo(Math.exp(-20), 20);
    expect(rootOf((t) => t - 5, 9, 0).x).toBeCloseTo(5, 14);
  });
});
