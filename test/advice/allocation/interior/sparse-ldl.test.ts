import { describe, expect, it } from '@jest/globals';
import { createFactoriser } from '../../../../src/advice/allocation/interior/sparse-ldl.js';
import { uniform } from '../scenarios.js';

describe('the sparse factorisation', () => {
  /** Positive, then negative pivots; an arrow with some fill; one entry given twice. */
  const size = 40;
  const draw = uniform(3);
  const entries: [row: number, column: number, value: number][] = [];
  for (let k = 0; k < size; k++) {
    entries.push([k, k, k < 30 ? 4 + draw() : -4 - draw()]);
    if (k > 0) entries.push([k - 1, k, draw() - 0.5]);
    if (k >= 35) for (let i = 0; i < 30; i += 3) entries.push([i, k, draw() - 0.5]);
  }
  entries.push([0, 39, 0.25]);
  entries.sort((a, b) => a[1] - b[1]);
  const starts = Int32Array.from(
    { length: size + 1 },
    (_, k) => entries.filter(([, column]) => column < k).length,
  );
  const pattern = { size, starts, indices: Int32Array.from(entries, ([row]) => row) };

  const signs = Int8Array.from({ length: size }, (_, k) => (k < 30 ? 1 : -1));

  const product = (values: Float64Array, x: Float64Array): Float64Array => {
    const result = new Float64Array(size);
    entries.forEach(([i, k], e) => {
      result[i]! += values[e]! * x[k]!;
      if (i !== k) result[k]! += values[e]! * x[i]!;
    });
    return result;
  };

  it('solves again and again with new values', () => {
    const factoriser = createFactoriser(pattern, signs);
    for (const scale of [1, 3, 0.01]) {
      const values = Float64Array.from(entries, ([, , value]) => value * scale);
      const x = Float64Array.from({ length: size }, () => draw() - 0.5);
      const side = product(values, x);
      factoriser.factor(values);
      factoriser.solve(side);
      side.forEach((value, k) => expect(value).toBeCloseTo(x[k]!, 12));
    }
  });
});
