import type { Exit, PortfolioAnswer, PortfolioReview, Position } from '../../terms/portfolio.js';
import { holdingPointedAt, movedBy } from '../../language/points-at-holding.js';

/** 「那个亏14%的」 「锁着的那只」: which of the held a question points at by how it stands. */

type Meant = Pick<PortfolioAnswer, 'focus' | 'notHeld' | 'only'>;

/** `within`: what the question names besides, such as 「基金」; empty: nothing. Null: it points at none. */
export function pointedIn(
  query: string,
  { positions }: PortfolioReview,
  exits: readonly Exit[],
  within: PortfolioAnswer['focus'],
): Meant | null {
  const pointed = holdingPointedAt(query);
  if (pointed === null) return null;
  const meant = positions.filter(({ product }) => within.length === 0 || within.includes(product));
  if (pointed === 'locked') {
    const locked = exits.filter(({ way }) => way === 'held').map(({ product }) => product);
    return { focus: codesOf(meant).filter((code) => locked.includes(code)), notHeld: null };
  }
  const way = pointed === 'loss' ? -1 : 1;
  const moved = meant.filter(({ profit }) => profit !== null && Math.sign(profit) === way);
  const named = nearest(moved, query);
  return named
    ? { focus: [named.product], notHeld: null }
    : { focus: codesOf(moved), notHeld: null, only: pointed };
}

const codesOf = (positions: readonly Position[]): PortfolioAnswer['focus'] =>
  positions.map(({ product }) => product);

/** As far from the figure that was said as it may be: people round. */
const OFF_BY_SHARE = 0.04;
const OFF_BY_SUM = 0.2;

/** The one that moved by what was said, or most of all; null: neither is said, or none did. */
function nearest(moved: readonly Position[], query: string): Position | null {
  const [only, ...more] = moved;
  if (only && more.length === 0) return only;
  if (/最/.test(query)) return closest(moved, (one) => -Math.abs(one.profit ?? 0), Infinity);
  const said = movedBy(query);
  if (said === null) return null;
  const { share, yuan } = said;
  return share !== undefined
    ? closest(moved, (one) => Math.abs(Math.abs(one.return ?? 0) - share), OFF_BY_SHARE)
    : closest(moved, (one) => Math.abs(Math.abs(one.profit ?? 0) / (yuan ?? 1) - 1), OFF_BY_SUM);
}

function closest(
  positions: readonly Position[],
  distance: (one: Position) => number,
  within: number,
): Position | null {
  const [first] = [...positions].sort((a, b) => distance(a) - distance(b));
  return first && distance(first) <= within ? first : null;
}
