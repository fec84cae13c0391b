import { describe, expect, it } from '@jest/globals';
import { normalCdf, normalQuantile } from '../../../src/advice/allocation/normal.js';
import { bitsAt, streamOf, uniformAt } from '../../../src/advice/allocation/random.js';

describe('the normal distribution', () => {
  // scipy.stats.norm.cdf
  it.each([
    [-8, 6.220960574271786e-16],
    [-4.5, 3.3976731247300535e-6],
    [-1.96, 0.024997895148220435],
    [0, 0.5],
    [1, 0.8413447460685429],
    [3.3, 0.9995165758576162],
  ])('has Φ(%d)', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-14);
  });

  it('is turned round by its quantile', () => {
    for (const p of [1e-9, 1e-4, 0.02, 0.3, 0.5, 0.9, 0.999]) {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-14);
    }
  });
});

describe('random numbers by counter', () => {
  const stream = streamOf(7);

  it('come out the same whenever they are asked for', () => {
    expect(bitsAt(streamOf(7), 123)).toBe(bitsAt(stream, 123));
    expect(bitsAt(streamOf(8), 123)).not.toBe(bitsAt(stream, 123));
  });

  it('are uniform: mean, variance and neighbours of a million', () => {
    const count = 1_000_000;
    let [sum, squares, neighbours] = [0, 0, 0];
    for (let at = 0; at < count; at++) {
      const value = uniformAt(stream, at) - 0.5;
      sum += value;
      squares += value * value;
      neighbours += value * (uniformAt(stream, at + 1) - 0.5);
    }
    // Three standard errors.
    expect(Math.abs(sum / count)).toBeLessThan(3 * Math.sqrt(1 / 12 / count));
    expect(Math.abs(squares / count - 1 / 12)).toBeLessThan(3 * Math.sqrt(1 / 180 / count));
    expect(Math.abs(neighbours / count)).toBeLessThan(3 * (1 / 12 / Math.sqrt(count)));
  });

  it('of two streams do not move together', () => {
    const [one, other] = [streamOf(7, 1), streamOf(7, 2)];
    const count = 200_000;
    let together = 0;
    for (let at = 0; at < count; at++) {
      together += (uniformAt(one, at) - 0.5) * (uniformAt(other, at) - 0.5);
    }
    expect(Math.abs(together / count)).toBeLessThan(3 * (1 / 12 / Math.sqrt(count)));
  });
});
