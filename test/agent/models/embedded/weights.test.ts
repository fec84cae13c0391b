import { describe, expect, it } from '@jest/globals';
import { addRow, packed } from '../../../../src/agent/models/embedded/weights.js';

describe('packed weights', () => {
  const values = Float32Array.from([0.5, -1, 0.25, 0, 0, 0, 1e-6, -3e-6, 2e-6]);
  const weights = packed(values, 3);

  it('keeps every row to a 254th of its own largest number', () => {
    for (const row of [0, 1, 2]) {
      const sums = new Float32Array(3);
      addRow(sums, weights, row, 2);
      const own = [...values.subarray(row * 3, row * 3 + 3)];
      const most = Math.max(...own.map(Math.abs));
      for (const [at, value] of own.entries()) {
        expect(Math.abs(sums[at]! - 2 * value)).toBeLessThanOrEqual(2 * (most / 253));
      }
    }
  });

  it('takes one byte a number', () => {
    expect(weights.bytes.byteLength).toBe(values.length);
  });

  it('may be empty', () => {
    expect(packed(new Float32Array(0), 3).steps).toHaveLength(0);
    expect(packed(new Float32Array(0), 0).steps).toHaveLength(0);
  });
});
