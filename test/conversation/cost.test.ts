import { expect, it } from '@jest/globals';
import { costOf } from '../../src/conversation/cost.js';

it('an answer costs its tokens at the price of a million', () => {
  expect(costOf({ input: 2_000, output: 500 }, { input: 2, output: 8 })).toBe(0.008);
});

it('has no cost where no model was asked or nobody said what it costs', () => {
  expect(costOf(null, { input: 2, output: 8 })).toBeNull();
  expect(costOf({ input: 1, output: 1 }, null)).toBeNull();
});
