import { describe, expect, it } from '@jest/globals';
import type { AllocationAnswer } from '../../../src/advice/allocation/answer.js';
import type { BlackLittermanInput } from '../../../src/advice/allocation/black-litterman.js';
import { blackLitterman } from '../../../src/advice/allocation/black-litterman.js';

/** Figures computed with numpy from the formulas of He and Litterman. */
const base = {
  cov: [
    [0.04, 0.006],
    [0.006, 0.09],
  ],
  P: [[1, -1]],
  Q: [0.02],
  prior: 'market',
  mcaps: [3, 1],
  prior_delta: 2.5,
  rf_prior: 0.01,
} as const;

const numbersOf = (input: BlackLittermanInput): readonly number[] => {
  const found = blackLitterman(input) as AllocationAnswer;
  return found.values ?? found.weights ?? [];
};

const close = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
};

describe('Black-Litterman', () => {
  it('starts from what the market implies', () => {
    close(numbersOf({ ...base, want: 'prior' }), [0.08875, 0.0775]);
    close(numbersOf({ ...base, prior: 'equal', want: 'prior' }), [0.5, 0.5]);
    const { prior: _prior, ...without } = base;
    close(numbersOf({ ...without, want: 'prior' }), [0, 0]);
  });

  it('moves the returns towards the view as far as it is certain', () => {
    close(numbersOf({ ...base, want: 'returns' }), [0.090010593220339, 0.074385593220339]);
    const idzorek = { ...base, omega: 'idzorek', want: 'returns' } as const;
    close(numbersOf({ ...idzorek, confidences: [0.25] }), [0.089380296610169, 0.075942796610169]);
    close(numbersOf({ ...idzorek, confidences: [0] }), [0.08875, 0.0775]);
    const [a, b] = numbersOf({ ...idzorek, confidences: [1] });
    expect(a! - b!).toBeCloseTo(0.02, 12);
  });

  it('holds what the posterior implies, judged by the posterior covariance', () => {
    const input = { ...base, risk_aversion: 2.5 } as const;
    close(numbersOf({ ...input, want: 'weights' }), [0.758636256740186, 0.241363743259814]);
    close(numbersOf({ ...input, rf: 0.02, want: 'performance' }), [
      0.08623928473190437,
      0.17882435589575815,
      (0.08623928473190437 - 0.02) / 0.17882435589575815,
    ]);
  });

  it('names views that are certain and contradict each other', () => {
    const found = blackLitterman({
      ...base,
      P: [
        [1, 0],
        [1, -1],
        [1, -1],
      ],
      Q: [0.05, 0.02, 0.03],
      omega: 'idzorek',
      confidences: [0.5, 1, 1],
      want: 'returns',
    });
    expect(found).toEqual({ refused: 'infeasible', conflict: ['Q[1]', 'Q[2]'] });
  });
});
