import { partIn } from './exposure.js';
import { ISSUER_CAP, MOST_PRODUCTS } from './house-limits.js';
import { broadPart, familyOf } from './program.js';
import type { Candidate, MatchingTask, Placement } from './task.js';
import { fenOf } from './task.js';

/** Rounding of ratios; a limit is never passed by a fen of a million. */
const ROUNDING = 1e-9;

/** Whether placements keep every limit there is, reckoned anew from the placements alone. */
export function keepsLimits(task: MatchingTask, placed: readonly Placement[]): boolean {
  const { need, mix } = task;
  const whole = fenOf(need.amount);
  const sum = (part: (one: Candidate) => number): number =>
    placed.reduce((total, { candidate, amount }) => total + part(candidate) * amount, 0) / whole;
  const isWithin = (value: number, most: number): boolean => value <= most + ROUNDING;
  const issuers = new Set(placed.map(({ candidate }) => candidate.product.issuer));
  return (
    placed.every(isOnSteps) &&
    placed.length <= MOST_PRODUCTS &&
    new Set(placed.map(({ candidate }) => familyOf(candidate))).size === placed.length &&
    isWithin(
      sum(() => 1),
      1,
    ) &&
    isWithin(
      sum((one) => one.statedLoss),
      need.maxLoss ?? 1,
    ) &&
    (['equity', 'gold'] as const).every((broad) =>
      isWithin(
        sum(({ exposure }) => partIn(exposure, broad)),
        broadPart(mix, broad),
      ),
    ) &&
    [...issuers].every((issuer) =>
      isWithin(
        sum(({ product }) => Number(product.issuer === issuer)),
        ISSUER_CAP,
      ),
    )
  );
}

/** The minimum, its steps, and the most of a product, in whole fen. */
const isOnSteps = ({ candidate: { product, step, first, most }, amount }: Placement): boolean =>
  amount >= first && amount <= most && (amount - fenOf(product.minAmount)) % step === 0;
