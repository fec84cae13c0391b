import { isSameJson } from '../../terms/json.js';
import type { Json } from '../../terms/json.js';
import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';
import type { Stage } from './evolve.js';
import type { Proposal } from './record.js';

/** 在途方案: of one customer and goal there is one proposal under way, and never its twin. */

const UNDER_WAY: readonly Stage[] = ['drafted', 'approved', 'adjusted', 'presented'];

/** Whether anything may still come of it. */
export const isLive = ({ state }: Pick<Proposal, 'state'>, now: Instant): boolean =>
  UNDER_WAY.includes(state.stage) && now < state.expires;

/** Whether time has ended it, though that may not be on record yet. */
export const isOver = ({ state }: Pick<Proposal, 'state'>, now: Instant): boolean =>
  UNDER_WAY.includes(state.stage) && now >= state.expires;

export interface Earlier {
  /** The one that stands for the same need and class, of products that still may be placed; null: none. */
  readonly standing: Proposal | null;
  /** Those whose place a new draft takes; none where one stands. */
  readonly outdated: readonly Proposal[];
}

/**
 * What a draft meets of what is under way: the same is not drafted twice, and a changed need ends the
 * older. What is planned for another goal stands beside it.
 */
export function earlierThan(live: readonly Proposal[], drafted: Plan): Earlier {
  const concerned = live.filter(({ state }) => state.plan.need.goal === drafted.need.goal);
  const standing = concerned.find(({ state }) => holdsGood(state.plan, drafted)) ?? null;
  return { standing, outdated: standing ? [] : concerned };
}

/** Rules by which a product is merely not chosen: nothing speaks against it. */
const NOT_CHOSEN = ['not_needed', 'other_share_class'];

function holdsGood(earlier: Plan, drafted: Plan): boolean {
  const mayBePlaced = (code: string): boolean =>
    drafted.products.some((one) => one.code === code) ||
    drafted.excluded.some((one) => one.code === code && NOT_CHOSEN.includes(one.rule));
  return (
    isSameJson(earlier.need as unknown as Json, drafted.need as unknown as Json) &&
    earlier.riskClass === drafted.riskClass &&
    earlier.products.every(({ code }) => mayBePlaced(code))
  );
}
