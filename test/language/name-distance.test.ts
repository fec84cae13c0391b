import { describe, expect, it } from '@jest/globals';
import { nameDistance } from '../../src/language/name-distance.js';

describe('the distance of two names', () => {
  it.each([
    ['青山成长', '青山成长', 0],
    ['青山城长', '青山成长', 0.4],
    ['青山成熟', '青山成长', 1],
    ['青山长', '青山成长', 1],
    ['山青成长', '青山成长', 1],
    ['青山成长a', '青山成长c', Infinity],
    ['沪深300', '沪深500', Infinity],
    ['青山成长', '绿水价值', Infinity],
  ])('%s and %s: %d', (one, other, distance) => {
    expect(nameDistance(one, other, 2)).toBeCloseTo(distance, 5);
    expect(nameDistance(other, one, 2)).toBeCloseTo(distance, 5);
  });
});
