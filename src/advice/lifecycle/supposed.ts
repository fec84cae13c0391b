import type { Position } from '../../terms/portfolio.js';
import { cents } from './positions.js';

/** 假设涨跌: what holdings would be worth after a move, and the move back to what was paid; no forecast. */

/** What is valued at a price, together; yuan. */
export interface Priced {
  readonly count: number;
  readonly value: number;
  readonly cost: number;
}

/** Only what has a price can move: a deposit beside it would make the move a smaller one. */
export function pricedOf(positions: readonly Position[]): Priced {
  const priced = positions.filter(({ profit }) => profit !== null);
  const sum = (of: (one: Position) => number) =>
    cents(priced.reduce((total, one) => total + of(one), 0));
  return { count: priced.length, value: sum((one) => one.value), cost: sum((one) => one.cost) };
}

/** `by`: a ratio, negative for a fall. */
export const movedBy = ({ value }: Priced, by: number): number => cents(value * (1 + by));

/** The rise that brings the value back to what was paid, as a ratio; null: it is there, or nothing is left. */
export const riseToCost = ({ value, cost }: Priced): number | null =>
  value <= 0 || value >= cost ? null : cost / value - 1;
