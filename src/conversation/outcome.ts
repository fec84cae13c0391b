import { isAngryPoint, isFeeling } from '../terms/command.js';
import type { Settled, Step } from './agent.js';
import type { Listing, ReplyOutcome } from './events.js';
import { heldShown } from './held-shown.js';

/** What the reply was, for the next turn to know. */
export function outcomeOf(
  settled: readonly Settled[],
  named: readonly string[] = [],
): ReplyOutcome {
  const shown = settled.flatMap(({ result }) => result?.products.map(({ code }) => code) ?? []);
  return {
    kind: kindOf(settled),
    products: [...new Set(shown.length > 0 ? shown : named)],
    listing: settled.flatMap(listingOf)[0] ?? null,
    ...newsOf(settled),
    ...heldIn(settled),
    ...(settled.some(isRepair) && { repairs: true }),
  };
}

/** What was shown of an account: none of it is spoken of by itself, and each can be counted. */
function heldIn(settled: readonly Settled[]): Pick<ReplyOutcome, 'listed'> {
  const held = settled.flatMap(({ step, result }) =>
    step.say === 'own_portfolio' && result?.portfolio ? heldShown(step, result.portfolio) : [],
  );
  return held.length > 1 ? { listed: held.map(({ product }) => product) } : {};
}

/** The reply before this one answered something else. */
const isRepair = ({ step }: Settled): boolean =>
  step.say === 'look_back' && step.how === 'misheard';

/** What was told of a fraud or a danger, and the steps the reply names. */
function newsOf(settled: readonly Settled[]): Pick<ReplyOutcome, 'news' | 'help'> {
  const step = settled.map((one) => one.step).find(({ say }) => say === 'emergency');
  if (step?.say !== 'emergency') return {};
  if (step.kind === 'self_harm') {
    return step.victim === 'self' ? {} : { help: { victim: step.victim } };
  }
  const { told, named } = step;
  const { news = [], ...rest } = told;
  const help = { ...rest, ...(named.length > 0 && { steps: named }) };
  return {
    ...(news.length > 0 && { news }),
    ...(Object.keys(help).length > 0 && { help }),
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
  const steps = settled.map(({ step }) => step).filter(({ say }) => say !== 'look_back');
  const says = new Set(steps.map(({ say }) => say));
  const alarm = alarmIn(steps);
  if (alarm) return alarm;
  if (says.has('handoff') || says.has('callback_booked')) return 'handed_off';
  const moved = movedTo(steps);
  if (moved) return moved;
  if (says.has('plan_answer')) return 'recorded';
  if (says.has('clarify')) return 'asked';
  if (says.has('refusal') || says.has('assessment_closed')) return 'refused';
  if (steps.some(isComfort)) return 'comforted';
  return declinedAs(says) ?? 'answered';
}

/** An offer that is only warned of, and what follows it, is an answer like others. */
function alarmIn(steps: readonly Step[]): 'crisis' | 'fraud_alert' | null {
  const emergency = steps.find((step) => step.say === 'emergency');
  if (emergency?.kind === 'self_harm') return 'crisis';
  return emergency?.manner === 'alarm' || emergency?.manner === 'further' ? 'fraud_alert' : null;
}

/** How far a matter under way came; null: there is none, or it ended without a word. */
function movedTo(steps: readonly Step[]): 'recorded' | 'asked' | null {
  const to = steps.find((step) => step.say === 'flow')?.move.to;
  if (to === 'record') return 'recorded';
  return to === 'ask' || to === 'confirm' ? 'asked' : null;
}

/** How the customer feels is taken in. */
export const isComfort = (step: Step): boolean =>
  step.say === 'social' && (step.act === 'upset' || step.act === 'wronged');

/** Said before an answer, and never left out for it. */
export const isTakenIn = (step: Step): boolean =>
  isComfort(step) ||
  (step.say === 'social' &&
    (step.act === 'apology' || isFeeling(step.act) || isAngryPoint(step.act)));

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

/** What is said in the light of something said before. */
export const looksBack = ({ say }: Step): boolean => say === 'look_back';
