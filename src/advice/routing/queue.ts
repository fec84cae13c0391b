import type { Instant } from '../../terms/time.js';
import type { RoutingPolicy, WaitingReason } from './policy.js';

/** A conversation in the queue. */
export interface Waiting {
  readonly conversation: string;
  readonly reason: WaitingReason;
  /** When the customer first asked; going back to the queue does not change it. */
  readonly since: Instant;
  /** Whole years; null: not known. */
  readonly age: number | null;
  /** Employees who may serve it, apart from how busy they are. */
  readonly eligible: readonly string[];
}

const MINUTE_MS = 60_000;

/**
 * 排队顺序: by the time of asking less the head start of the reason. Time moves everybody alike, so that
 * no place is ever lost to the clock; and whoever comes later than the longest head start comes
 * behind, so that nobody starves however many urgent ones follow.
 */
export const inOrder = (waiting: readonly Waiting[], policy: RoutingPolicy): readonly Waiting[] =>
  [...waiting].sort(
    (a, b) =>
      startOf(a, policy) - startOf(b, policy) ||
      a.since - b.since ||
      (a.conversation < b.conversation ? -1 : 1),
  );

/** The instant from which somebody counts as waiting. */
function startOf({ reason, since, age }: Waiting, { headStart, elder }: RoutingPolicy): Instant {
  const care = age !== null && age >= elder.age ? elder.headStart : 0;
  return since - (headStart[reason] + care) * MINUTE_MS;
}

/** Longest head start there is, ms: nobody who asks that much later is served before. */
export const longestHeadStart = ({ headStart, elder }: RoutingPolicy): number =>
  (Math.max(...Object.values(headStart)) + elder.headStart) * MINUTE_MS;

export interface Place {
  /** From 1. */
  readonly position: number;
  /** Of those before, how many wait for somebody who could serve this one too. */
  readonly ahead: number;
}

/** Null: it does not wait. */
export function placeOf(
  conversation: string,
  waiting: readonly Waiting[],
  policy: RoutingPolicy,
): Place | null {
  const order = inOrder(waiting, policy);
  const at = order.findIndex((one) => one.conversation === conversation);
  const own = order[at];
  if (!own) return null;
  const rivals = order
    .slice(0, at)
    .filter(({ eligible }) => eligible.some((one) => own.eligible.includes(one)));
  return { position: at + 1, ahead: rivals.length };
}
