import type { AccountSide } from '../terms/command.js';
import type { PortfolioAnswer, Position } from '../terms/portfolio.js';

/** 列出来的次序: the positions a reply tells of, in the order it lists them, so that 「第二只」 counts these. */

/** 「为什么亏」「亏在哪只」: by product, the greatest first. */
export const ASKS_WHY =
  /为什么|为啥|为何|凭什么|凭啥|怎么.{0,8}(亏|跌|少)|咋.{0,8}(亏|跌)|在哪|哪.{0,8}(亏|赚|跌|涨|挣)|最多|拖(累|后腿)/;

export function heldShown(
  { about, query }: { readonly about: AccountSide; readonly query: string },
  answer: PortfolioAnswer,
): readonly Position[] {
  const positions = heldMeant(answer);
  if (answer.only) return byGain(positions);
  if (about !== 'profit') return positions;
  return ASKS_WHY.test(query) && positions.some(hasMoved) ? byMove(positions) : byGain(positions);
}

/** The positions the question is about. */
export const heldMeant = ({ review, focus }: PortfolioAnswer): readonly Position[] =>
  focus.length === 0
    ? review.positions
    : review.positions.filter(({ product }) => focus.includes(product));

export const hasMoved = ({ profit }: Position): boolean => profit !== null && profit !== 0;

/** What moved, the greatest first in either direction. */
export const byMove = (positions: readonly Position[]): readonly Position[] =>
  positions.filter(hasMoved).sort((a, b) => Math.abs(b.profit ?? 0) - Math.abs(a.profit ?? 0));

/** Losses first where the whole is a loss, else gains first; what has no price last. */
export function byGain(positions: readonly Position[]): readonly Position[] {
  const total = positions.reduce((sum, { profit: one }) => sum + (one ?? 0), 0);
  const place = ({ profit: one }: Position) => (one === null ? Infinity : total < 0 ? one : -one);
  return [...positions].sort((a, b) => place(a) - place(b));
}
