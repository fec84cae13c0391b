import type { ProductCode } from '../../terms/ids.js';
import type { PortfolioReview, PortfolioRisk, Position, Share } from '../../terms/portfolio.js';
import { HOLDING_CLASSES } from '../../terms/portfolio.js';
import type { RiskLevel, RiskTolerance } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import type { PortfolioRecord } from './positions.js';
import { cents, valuePositions } from './positions.js';

/** House threshold: one product above this share of the whole is said to be much (portraits.md MOT 24). */
export const CONCENTRATION_LIMIT = 0.3;

/** 持仓检视: what a portfolio is worth, has gained or lost, where it is concentrated, how risky it is. */
export function reviewPortfolio(
  record: PortfolioRecord,
  tolerance: RiskTolerance | null,
  today: LocalDate,
): PortfolioReview {
  const positions = valuePositions(record, today);
  const priced = positions.filter(({ profit }) => profit !== null);
  const costOfPriced = sumOf(priced, ({ cost }) => cost);
  const profit = priced.length > 0 ? cents(sumOf(priced, (one) => one.profit ?? 0)) : null;
  return {
    asOf: asOfDate(record, priced),
    positions,
    value: cents(sumOf(positions, ({ value }) => value)),
    cost: cents(sumOf(positions, ({ cost }) => cost)),
    profit,
    return: profit !== null && costOfPriced > 0 ? profit / costOfPriced : null,
    byClass: sharesBy(positions, (one) => one.class, HOLDING_CLASSES),
    byGrade: sharesBy(positions, (one) => one.riskLevel, [1, 2, 3, 4, 5, null] as const),
    concentrated: concentratedIn(positions),
    risk: riskOf(positions, tolerance),
  };
}

/** What holds for all of it: the oldest of the prices, without any the oldest of the holdings. */
function asOfDate({ holdings }: PortfolioRecord, priced: readonly Position[]): LocalDate | null {
  const dates = priced.map(({ pricedOn }) => pricedOn ?? '');
  const days = dates.length > 0 ? dates : holdings.map(({ asOf }) => asOf);
  return [...days].sort()[0] ?? null;
}

/** A portfolio of one product has nothing to be concentrated against. */
const concentratedIn = (positions: readonly Position[]): readonly ProductCode[] =>
  positions.length < 2
    ? []
    : positions.filter(({ share }) => share > CONCENTRATION_LIMIT).map(({ product }) => product);

/** 集中的: too large a part in one product whose value may fall; deposits and cash are no risk to spread. */
export const tooMuchInOne = ({ positions, concentrated }: PortfolioReview): readonly Position[] =>
  positions.filter(
    (one) => concentrated.includes(one.product) && one.class !== 'deposit' && one.class !== 'cash',
  );

/** Shares by a key, in the order of `keys`; what holds nothing is left out. */
function sharesBy<Key>(
  positions: readonly Position[],
  keyOf: (position: Position) => Key,
  keys: readonly Key[],
): readonly Share<Key>[] {
  return keys.flatMap((key) => {
    const own = positions.filter((one) => keyOf(one) === key);
    if (own.length === 0) return [];
    return [
      {
        key,
        value: cents(sumOf(own, ({ value }) => value)),
        share: sumOf(own, ({ share }) => share),
      },
    ];
  });
}

/**
 * A portfolio is graded as a whole, and each part's grade still shows (Order 7 art. 22 [T2]). What
 * is not graded (deposits, government bonds, most insurance) has no grade to weigh and stays outside.
 */
function riskOf(positions: readonly Position[], tolerance: RiskTolerance | null): PortfolioRisk {
  const graded = positions.filter(
    (one): one is Position & { riskLevel: RiskLevel } => one.riskLevel !== null,
  );
  const value = sumOf(graded, (one) => one.value);
  return {
    weightedGrade: value > 0 ? sumOf(graded, (one) => one.value * one.riskLevel) / value : null,
    gradedShare: sumOf(graded, ({ share }) => share),
    tolerance,
    above:
      tolerance === null
        ? []
        : graded.filter((one) => one.riskLevel > tolerance).map(({ product }) => product),
  };
}

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
