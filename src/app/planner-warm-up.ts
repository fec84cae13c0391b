import type { Position } from '../advice/allocation/rebalance/book.js';
import { RISK_CLASSES } from '../advice/allocation/strategic/policy.js';
import type { Planner } from '../advice/matching/planner.js';

const TODAY = '2026-01-05';

/** A book far from any mix. */
const BOOK = ['cash', 'bond', 'equity', 'gold'].map((bucket, at): Position => ({
  code: bucket,
  bucket,
  lots: [{ bought: TODAY, value: 10_000 * (at + 1) ** 2, lockedUntil: null }],
  fees: [],
  isBuyable: true,
  minAmount: 1_000,
}));

/**
 * Reckons what every class's plans begin with and has the solver's code compiled, so that the first
 * customer to ask does not wait for it.
 */
export function warmUp(planner: Planner): void {
  for (const riskClass of RISK_CLASSES) {
    planner.rebalance({ riskClass, positions: BOOK, today: TODAY });
  }
}
