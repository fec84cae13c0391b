import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../../src/advice/suitability/judge.js';
import type { Occasion } from '../../../src/advice/suitability/occasion.js';
import { anyOccasion } from './occasions.js';
import { oracle } from './oracle.js';

/** `npm run test:suitability` asks for a million, CI for fifty thousand. */
const PAIRS = Number(process.env['SUITABILITY_PAIRS'] ?? 20_000);
const SEED = Number(process.env['SUITABILITY_SEED'] ?? 20261122);
const MS_A_PAIR = 2;

const told = (occasion: Occasion): string => {
  const { verdict, row, duties } = judge(occasion);
  return `${verdict} ${row} ${duties.join(',')}`;
};

const ROWS = [1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 27, 30, 32];

describe('the gate and the page it was written from', () => {
  it(
    `give the same verdict, row and duties for ${PAIRS} random pairs, and reach every row`,
    () => {
      const reached = new Set<number>();
      let pairs = 0;
      fc.assert(
        fc.property(anyOccasion, (occasion) => {
          const verdict = told(occasion);
          pairs += 1;
          reached.add(Number(verdict.split(' ')[1]));
          if (verdict !== oracle(occasion)) throw new Error(`${verdict} | ${oracle(occasion)}`);
        }),
        { numRuns: PAIRS, seed: SEED },
      );
      expect(pairs).toBe(PAIRS);
      expect([...reached].sort((a, b) => a - b)).toEqual(ROWS);
    },
    60_000 + PAIRS * MS_A_PAIR,
  );
});
