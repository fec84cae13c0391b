import { z } from 'zod';
import type { Position } from '../../advice/allocation/rebalance/book.js';
import type { RebalancePlan } from '../../advice/allocation/rebalance/rebalance.js';
import { holdingClass } from '../../advice/lifecycle/holding-class.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import {
  CONCENTRATION_LIMIT,
  reviewPortfolio,
  tooMuchInOne,
} from '../../advice/lifecycle/review.js';
import { exposureOf, mainClass } from '../../advice/matching/exposure.js';
import { basisOf, withheldFrom } from '../../advice/matching/standing.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import { verdictOn } from '../../conversation/gate.js';
import { investorOf } from '../../profiles/gated.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { CustomerPortfolio } from '../../profiles/portfolio.js';
import { readPortfolio, tradedBy } from '../../profiles/portfolio.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';
import type { Position as Held } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import type { RiskTolerance } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import { articlesOf } from './articles.js';
import type { GateRules } from './gate.js';
import { gateFor } from './gate.js';
import type { Planning } from './planning.js';
import { NOT_SIGNED_IN } from './risk-assessment.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

const Nothing = z.strictObject({});

/**
 * `check_rebalance`: how far what is held has moved from the mix of the customer's class, and the
 * cheapest way back, to be looked at with an advisor. Of what is too large a part of the whole nothing is
 * added, nor is anything made so; what is no part of a mix (insurance, REITs) is left aside.
 */
export const checkRebalance = (
  store: Store,
  planning: Planning,
  rules: GateRules,
  index: () => KnowledgeIndex,
): Tool<z.infer<typeof Nothing>> => ({
  name: 'check_rebalance',
  effect: 'read',
  input: Nothing,
  async run(_input, bound) {
    const { customer, today } = bound;
    const profile = customer === null ? null : await findCustomer(store, customer);
    if (customer === null || !profile) return nothingFound(NOT_SIGNED_IN);
    const because = withheldFrom(investorOf(profile, today), NO_SUM, today);
    if (because) {
      const proposal = { kind: 'withheld', because, listed: [] } as const;
      const passages = articlesOf(index(), basisOf(because), today);
      return found({ failure: because, proposal, passages });
    }
    const portfolio = tradedBy(await readPortfolio(store, customer), today);
    const products = [...portfolio.record.products.values()];
    const gate = await gateFor(store, rules, bound, products, { initiative: 'bot' });
    const much = tooMuchInOne(reviewPortfolio(portfolio.record, profile.tolerance, today));
    const positions = positionsOf(portfolio, today, (code) => {
      const verdict = verdictOn(gate, code);
      const isMuch = much.some(({ product }) => product === code);
      return verdict !== null && isAllowed(verdict) && !isMuch;
    });
    if (positions.length === 0) return nothingFound('nothing is held that is part of a mix');
    const riskClass = profile.tolerance as RiskTolerance;
    const rebalance = await planning.rebalance({ riskClass, positions, today });
    return found({
      rebalance,
      tooMuchInOne: much.map(({ name, share }) => ({ name, share })),
      facts: [...rebalanceFacts(rebalance), ...much.map(shareFact)],
      products,
    });
  },
});

/** A look at what is held asks for no sum; whether it may be looked at is the same question. */
const NO_SUM = { amount: 0, months: null, maxLoss: null, liquidity: 'none' } as const;

/** All of a position counts as bought with its last purchase: fees and locks are never told too low. */
function positionsOf(
  { record, trades }: CustomerPortfolio,
  today: LocalDate,
  isBuyable: (code: string) => boolean,
): readonly Position[] {
  return valuePositions(record, today).flatMap(({ product: code, value }): Position[] => {
    const product = record.products.get(code);
    const exposure = product && exposureOf(product);
    if (!exposure || value <= 0) return [];
    const bought = trades
      .filter((trade) => trade.product === code && trade.way === 'in')
      .map(({ day }) => day)
      .sort()
      .at(-1);
    const free = bought && addDays(bought, product.lockDays);
    const lockedUntil = free && free > today ? free : null;
    return [
      {
        code,
        bucket: mainClass(exposure),
        lots: [{ bought: bought ?? today, value, lockedUntil }],
        fees: product.fees,
        isBuyable: isBuyable(code),
        minAmount: product.minAmount,
        ...(isSpread(product) && { mostPart: CONCENTRATION_LIMIT }),
      },
    ];
  });
}

/** Deposits and cash are no risk to spread; of anything else buying makes no new concentration. */
const isSpread = (product: Product): boolean =>
  !['deposit', 'cash'].includes(holdingClass(product));

const shareFact = ({ name, share }: Held): Fact => ({
  value: Math.round(share * 1e4) / 100,
  unit: '%',
  label: `${name}占比`,
});

const percent = (ratio: number): number => Math.round(ratio * 1_000) / 10;

const rebalanceFacts = ({ drifts, trades, cost }: RebalancePlan): readonly Fact[] => [
  ...drifts.flatMap(({ bucket, weight, target }): Fact[] => [
    { value: percent(weight), unit: '%', label: `现在的比例（${bucket}）` },
    { value: percent(target), unit: '%', label: `等级对应的比例（${bucket}）` },
  ]),
  ...trades.flatMap(({ code, amount, fee }): Fact[] => [
    { value: amount, unit: 'yuan', label: `${code} 可能的调整金额` },
    { value: fee, unit: 'yuan', label: `${code} 调整的费用` },
  ]),
  { value: Math.round(cost * 100) / 100, unit: 'yuan', label: '调整的费用合计' },
];
