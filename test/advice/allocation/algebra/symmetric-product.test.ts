import { describe, expect, it } from '@jest/globals';
import {
  covarianceOf,
  largest,
  multiply,
} from '../../../../src/advice/allocation/algebra/matrix.js';
import { symmetricProduct } from '../../../../src/advice/allocation/algebra/symmetric-product.js';
import { covarianceOf as drawnCovariance, drawsFrom } from '../instances.js';

describe('the product of a symmetric matrix', () => {
  it.each([1, 2, 3, 4, 5, 8, 11, 30])('is that of all its rows, for %d of them', (n) => {
    const draws = drawsFrom(n);
    const matrix = covarianceOf(drawnCovariance(draws, n));
    const x = Float64Array.from({ length: n }, () => draws.gauss());
    const product = new Float64Array(n).fill(7);
    symmetricProduct(matrix, x, product);
    const expected = multiply(matrix, x);
    const distance = largest(expected.map((value, i) => value - product[i]!));
    expect(distance).toBeLessThanOrEqual(1e-14 * n * largest(expected));
  });
});
