import { tooMuchInOne } from '../../advice/lifecycle/review.js';
import type { PortfolioReview } from '../../terms/portfolio.js';
import { percent, spaced } from '../../wording/figures.js';
import { graded } from './portfolio-lines.js';

/** A wording and its values. */
type Caution = readonly [id: string, values: Readonly<Record<string, string>>];

const ASKS_RISK = /风险/;
const ASKS_SPREAD = /集中|分散|一个篮子/;

/** 「风险跟我等级配不配」: each grade against the class. */
export const asksAgainstClass = (query: string): boolean =>
  /等级|测评|c[1-5]/i.test(query) && /配|符合|合适|适合|对得上|超/.test(query);

/** 「HHI呢」: concentration as one figure. */
export const asksForIndex = (query: string): boolean => /hhi|赫芬达尔|集中度指数/i.test(query);

/** What a question about risk or concentration asks is its answer, and stands first. */
export const asksOfWhole = (query: string): boolean =>
  ASKS_RISK.test(query) || ASKS_SPREAD.test(query) || asksAgainstClass(query);

/** What a customer should know of their portfolio whatever they asked: never more than facts. */
export function cautions(review: PortfolioReview, query: string): readonly Caution[] {
  const asksSpread = ASKS_SPREAD.test(query);
  const concentration = concentrationCaution(review, asksSpread);
  // What was asked stands first.
  if (asksSpread && !ASKS_RISK.test(query)) return [...concentration, ...aboveCaution(review)];
  return [
    ...(ASKS_RISK.test(query) ? riskCaution(review) : []),
    ...aboveCaution(review),
    ...concentration,
  ];
}

function riskCaution({ risk }: PortfolioReview): readonly Caution[] {
  const { weightedGrade, tolerance, above } = risk;
  if (weightedGrade === null) return [];
  const average = weightedGrade.toFixed(2);
  if (tolerance === null) return [['own_risk_unassessed', { average }]];
  const values = { average, tolerance: `C${tolerance}` };
  return [[above.length > 0 ? 'own_risk' : 'own_risk_within', values]];
}

function aboveCaution({ positions, risk }: PortfolioReview): readonly Caution[] {
  const above = positions.filter(({ product }) => risk.above.includes(product));
  if (above.length === 0 || risk.tolerance === null) return [];
  const names = above.map(({ name, riskLevel }) => graded(name, riskLevel));
  return [['own_above', { names: names.join('、'), tolerance: `C${risk.tolerance}` }]];
}

function concentrationCaution(review: PortfolioReview, isAsked: boolean): readonly Caution[] {
  const found = tooMuchInOne(review)
    .slice(0, 1)
    .map(({ name, share }): Caution => [
      'own_concentrated',
      { name: spaced(name), share: percent(share) },
    ]);
  const [largest] = [...review.positions].sort((one, other) => other.share - one.share);
  if (!isAsked || found.length > 0 || !largest) return found;
  return [['own_spread', { name: spaced(largest.name), share: percent(largest.share) }]];
}
