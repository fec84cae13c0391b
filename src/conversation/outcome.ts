import type { Settled, Step } from './agent.js';
import type { Listing, ReplyOutcome } from './events.js';

/** What the reply was, for the next turn to know. */
export function outcomeOf(settled: readonly Settled[]): ReplyOutcome {
  const products = settled.flatMap(({ result }) => result?.products.map(({ code }) => code) ?? []);
  return {
    kind: kindOf(settled),
    products: [...new Set(products)],
    listing: settled.flatMap(listingOf)[0] ?? null,
  };
}

/** Where a list stopped, so that 「还有呢」 goes on from there. */
function listingOf({ step, result }: Settled): readonly Listing[] {
  if (step.say !== 'product_list' || !result || result.products.length === 0) return [];
  const { query, skip } = step.call.args as { query: string; skip: number };
  return [{ query, shown: skip + result.products.length }];
}

/** The most serious part names the whole. */
function kindOf(settled: readonly Settled[]): ReplyOutcome['kind'] {
  const steps = settled.map(({ step }) => step);
  const says = new Set(steps.map(({ say }) => say));
  const emergency = steps.find((step) => step.say === 'emergency');
  if (emergency) return emergency.kind === 'fraud' ? 'fraud_alert' : 'crisis';
  if (says.has('handoff') || says.has('callback_booked')) return 'handed_off';
  const move = steps.find((step) => step.say === 'flow')?.move;
  if (move?.to === 'record') return 'recorded';
  if (move?.to === 'ask' || move?.to === 'confirm') return 'asked';
  if (says.has('clarify')) return 'asked';
  if (says.has('refusal')) return 'refused';
  return declinedAs(says) ?? 'answered';
}

/** What a reply was that answered nothing; null: some part of it is an answer. */
function declinedAs(says: ReadonlySet<Step['say']>): ReplyOutcome['kind'] | null {
  if ([...says].some((say) => !DECLINES.some((one) => one === say))) return null;
  return DECLINES.find((say) => says.has(say)) ?? null;
}

const DECLINES: readonly (Step['say'] & ReplyOutcome['kind'])[] = [
  'unsure',
  'foreign_product',
  'out_of_scope',
];
