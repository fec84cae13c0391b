import { partIn } from './exposure.js';
import { MOST_PRODUCTS } from './house-limits.js';
import { issuerBounds } from './principal.js';
import { broadPart, familyOf } from './program.js';
import type { Candidate, MatchingTask, Placement } from './task.js';
import { fenOf } from './task.js';

/** Rounding of ratios; a limit is never passed by a fen of a million. */
const ROUNDING = 1e-9;

/** What placements together, or one of them, may break. */
export type Limit =
  | 'amounts_and_steps'
  | 'most_products'
  | 'one_share_class'
  | 'whole_sum'
  | 'loss_limit'
  | 'equity_of_mix'
  | 'gold_of_mix'
  | 'one_issuer'
  /** Of money that may lose nothing: what a bank's deposits are insured for. */
  | 'insured_deposits';

/** Whether placements keep every limit there is, reckoned anew from the placements alone. */
export const keepsLimits = (task: MatchingTask, placed: readonly Placement[]): boolean =>
  brokenLimits(task, placed).length === 0;

/** Every limit that placements do not keep. */
export function brokenLimits(task: MatchingTask, placed: readonly Placement[]): readonly Limit[] {
  const { need, mix } = task;
  const whole = fenOf(need.amount);
  const sum = (part: (one: Candidate) => number): number =>
    placed.reduce((total, { candidate, amount }) => total + part(candidate) * amount, 0) / whole;
  const isWithin = (value: number, most: number): boolean => value <= most + ROUNDING;
  const issuers = new Set(placed.map(({ candidate }) => candidate.product.issuer));
  const families = new Set(placed.map(({ candidate }) => familyOf(candidate)));
  const isWithinMix = (broad: 'equity' | 'gold'): boolean =>
    isWithin(
      sum(({ exposure }) => partIn(exposure, broad)),
      broadPart(mix, broad),
    );
  const bounds = issuerBounds(task, issuers);
  const keepsBounds = (limit: Limit): boolean =>
    bounds.every(
      (bound) =>
        bound.limit !== limit ||
        isWithin(
          sum((one) => Number(bound.counts(one))),
          bound.most,
        ),
    );
  const kept: Readonly<Record<Limit, boolean>> = {
    amounts_and_steps: placed.every(isOnSteps),
    most_products: placed.length <= MOST_PRODUCTS,
    one_share_class: families.size === placed.length,
    whole_sum: isWithin(
      sum(() => 1),
      1,
    ),
    loss_limit: isWithin(
      sum((one) => one.statedLoss),
      need.maxLoss ?? 1,
    ),
    equity_of_mix: isWithinMix('equity'),
    gold_of_mix: isWithinMix('gold'),
    one_issuer: keepsBounds('one_issuer'),
    insured_deposits: keepsBounds('insured_deposits'),
  };
  return (Object.keys(kept) as Limit[]).filter((limit) => !kept[limit]);
}

/** The minimum, its steps, and the most of a product, in whole fen. */
export const isOnSteps = ({
  candidate: { product, step, first, most },
  amount,
}: Placement): boolean =>
  amount >= first && amount <= most && (amount - fenOf(product.minAmount)) % step === 0;
