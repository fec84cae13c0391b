import { z } from 'zod';
import type { MixBasis } from '../../advice/allocation/strategic/mix.js';
import { strategicMix } from '../../advice/allocation/strategic/mix.js';
import { resampledBands } from '../../advice/allocation/strategic/bands.js';
import type { Solver } from '../../advice/allocation/solver.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import type { ConfirmedNeed, Mixed, PlanTask } from '../../advice/matching/draft-plan.js';
import type { Held, ShelfProduct } from '../../advice/matching/task.js';
import type { Investor } from '../../advice/suitability/occasion.js';
import { plannedNeed } from '../../conversation/flows/need.js';
import type { Bound } from '../../conversation/journal.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import { findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import type { Store } from '../../store/store.js';
import type { RiskTolerance } from '../../terms/risk.js';
import type { GateRules } from './gate.js';

/** What plans are made with: market, assumptions and policy, and the solver. */
export interface Planning {
  readonly basis: MixBasis;
  readonly solve: Solver;
}

/** The need as the conversation has it on record, slots as in `flows/need.ts`. */
export const NeedInput = z.strictObject({ need: z.record(z.string(), z.json()).nullable() });

/** Who asks, and what a plan for them would be made of; null: nobody is signed in. */
export interface Asking {
  readonly customer: Investor;
  readonly need: ConfirmedNeed | null;
  readonly shelf: readonly ShelfProduct[];
  readonly held: readonly Held[];
}

export const askingOf = (
  store: Store,
  bound: Bound,
  slots: z.infer<typeof NeedInput>['need'],
): Promise<Asking | null> => askingFor(store, bound, slots && plannedNeed(slots));

export async function askingFor(
  store: Store,
  { customer, today }: Pick<Bound, 'customer' | 'today'>,
  need: ConfirmedNeed | null,
): Promise<Asking | null> {
  const profile = customer === null ? null : await findCustomer(store, customer);
  if (customer === null || !profile) return null;
  const [products, { record }] = await Promise.all([
    publicProducts(store),
    readPortfolio(store, customer),
  ]);
  return {
    customer: investorOf(profile, today),
    need,
    shelf: products.map((product) => ({ product, gated: gatedProductOf(product) })),
    held: valuePositions(record, today).map(({ product: code, value }) => ({ code, value })),
  };
}

/** The same for everybody and every turn, so that a figure said today is the figure said tomorrow. */
const SEED = 20_260_810;

export const planTaskOf = (
  { basis }: Pick<Planning, 'basis'>,
  { operator, house }: GateRules,
  { today }: Pick<Bound, 'today'>,
  asking: Asking,
  need: ConfirmedNeed,
  mixOf: PlanTask['mixOf'],
): PlanTask => ({
  ...asking,
  need,
  basis,
  mixOf,
  seed: SEED,
  riskClass: asking.customer.tolerance as RiskTolerance,
  channel: { operator },
  house,
  today,
});

/** Mixes hang on class and loss limit alone, and are asked for again and again. */
export function mixesOf(basis: MixBasis): PlanTask['mixOf'] {
  const known = new Map<string, Mixed>();
  return (riskClass, lossLimit) => {
    const key = `${riskClass}:${lossLimit}`;
    const kept = known.get(key);
    if (kept) return kept;
    const mix = strategicMix(basis, riskClass, lossLimit);
    const made = { mix, bands: resampledBands(basis, mix) };
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, made);
    return made;
  };
}

const MOST_KEPT = 200;
