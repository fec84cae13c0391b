import type { Settled, TurnContext } from '../agent.js';
import type { TurnDeps } from '../turn.js';
import type { Stage } from './evolve.js';
import { earlierThan } from './live.js';
import type { Proposal } from './record.js';
import { liveProposals, proposalBefore, proposalFor } from './record.js';

/** 涉及方案: what a turn whose steps speak of a plan has to know of the customer's plans. Few do. */

type Plans = Pick<TurnContext, 'proposal' | 'live' | 'replaced' | 'unfit'>;

/**
 * The plan that is spoken of, what else is under way, and why the one may not be shown. A turn thought
 * again has been told both already, and nothing is read.
 */
export async function plansConcerned(
  { store, planUnfit }: Pick<TurnDeps, 'store' | 'planUnfit'>,
  context: TurnContext,
  settled: readonly Settled[],
): Promise<Plans> {
  const { customer, now } = context;
  if (customer === null || !settled.some(isOfPlan)) return {};
  const live = context.live ?? (await liveProposals(store, customer, now));
  const named = context.live ? null : await proposalFor(store, customer, goalsNamed(settled));
  const proposal = named ?? spokenOfIn(settled, live, context.proposal ?? null);
  const replaced = await heldAgainst(store, context, settled, proposal);
  if (context.unfit !== undefined) return { proposal, live, ...replaced, unfit: context.unfit };
  const isShown = proposal !== null && shownFrom(settled).includes(proposal.state.stage);
  const unfit = isShown ? await planUnfit(proposal.state, now) : null;
  return { proposal, live, ...replaced, unfit };
}

/** What the plan is held against, where the customer asks what has changed. */
async function heldAgainst(
  store: TurnDeps['store'],
  { customer, replaced }: TurnContext,
  settled: readonly Settled[],
  proposal: Proposal | null,
): Promise<Pick<TurnContext, 'replaced'>> {
  const isAsked = settled.some(({ step }) => step.say === 'plan_side' && step.about === 'earlier');
  if (!isAsked) return {};
  if (replaced !== undefined) return { replaced };
  return { replaced: customer && proposal && (await proposalBefore(store, customer, proposal)) };
}

/** Whether a step speaks of a plan that is on record, or may be. */
export const isOfPlan = ({ step: { say } }: Settled): boolean =>
  say === 'propose' || say === 'plan_side' || asksAfter(say);

const asksAfter = (say: Settled['step']['say']): boolean =>
  say === 'plan_status' || say === 'plan_answer';

/** 「养老那个方案」. */
const goalsNamed = (settled: readonly Settled[]): readonly string[] =>
  settled.flatMap(({ step }) =>
    step.say === 'plan_answer' || step.say === 'plan_status' ? (step.goal ?? []) : [],
  );

/** What is drafted once more is the one that stands for the same need; else that which is asked after. */
function spokenOfIn(
  settled: readonly Settled[],
  live: readonly Proposal[],
  latest: Proposal | null,
): Proposal | null {
  const ofPlans = settled.filter(isOfPlan);
  const drafts = ofPlans.flatMap(({ result }) =>
    result?.proposal?.kind === 'drafted' ? [result.proposal.plan] : [],
  );
  const [standing] = drafts.flatMap((plan) => earlierThan(live, plan).standing ?? []);
  if (standing) return standing;
  return ofPlans.some(({ step, result }) => asksAfter(step.say) || !result?.proposal)
    ? latest
    : null;
}

/** A signature stands under it, and nothing has ended it. */
const SIGNED: readonly Stage[] = ['approved', 'adjusted', 'presented', 'acknowledged'];

/** Stages whose figures may be told. A draft's are where it is found by drafting it anew, or is asked of alone. */
const shownFrom = (settled: readonly Settled[]): readonly Stage[] =>
  settled.some(({ step, result }) => step.say === 'plan_side' && result === null)
    ? ['drafted', ...SIGNED]
    : SIGNED;
