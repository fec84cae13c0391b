import type { Instant } from '../../terms/time.js';
import type { House } from './filters.js';
import type { RoutingPolicy, WaitingReason } from './policy.js';
import { isEmergency, paceFor } from './policy.js';
import { afterWork } from './working-hours.js';

/** Where a conversation that nobody has replied to yet stands. A first reply ends all of it. */
export interface Unanswered {
  readonly reason: WaitingReason;
  readonly with: 'queue' | 'advisor' | 'supervisor';
  /** When it came there. */
  readonly since: Instant;
  /** How often an advisor let it go back to the queue. */
  readonly returns: number;
  /** Steps taken since it came there. */
  readonly done: readonly Step[];
}

/**
 * 时限上的一步: a reminder at 70 %, word that the time is up at 100 %, then out of these hands: back to
 * the queue, to a supervisor, or a call back that the customer is offered.
 */
export type Step = 'remind' | 'overdue' | 'requeue' | 'supervisor' | 'callback';

export interface Deadline {
  readonly step: Step;
  readonly at: Instant;
}

const MINUTE_MS = 60_000;

/** 下一个时限: what happens next unless somebody replies first, and when. */
export function nextDeadline(held: Unanswered, house: House, policy: RoutingPolicy): Deadline {
  const { step, part } = stepsOf(held, policy).find(({ step: one }) => !held.done.includes(one))!;
  const pace = held.with === 'queue' ? policy.longestWait : policy.reply;
  const ms = part * paceFor(pace, held.reason) * MINUTE_MS;
  return { step, at: later(held, house, ms) };
}

interface Planned {
  readonly step: Step;
  /** Of the time there is. */
  readonly part: number;
}

function stepsOf({ with: holder, returns }: Unanswered, policy: RoutingPolicy): readonly Planned[] {
  const [early, whole] = policy.remindAt;
  const reminders: readonly Planned[] = [
    { step: 'remind', part: early },
    { step: 'overdue', part: whole },
  ];
  switch (holder) {
    case 'queue':
      return [...reminders, { step: 'supervisor', part: whole }];
    case 'advisor': {
      const step = returns < policy.mostReturns ? 'requeue' : 'supervisor';
      return [...reminders, { step, part: policy.returnAt }];
    }
    case 'supervisor':
      return [...reminders, { step: 'callback', part: policy.returnAt }];
  }
}

/** In time at work; an emergency does not wait for it. */
function later({ reason, since }: Unanswered, { hours, holidays }: House, ms: number): Instant {
  if (isEmergency(reason)) return since + ms;
  return afterWork(hours, holidays, since, ms) ?? since + ms;
}

/** How things stand once a step is taken; null: a call back was offered, and nobody holds it any more. */
export function stepTaken(held: Unanswered, { step, at }: Deadline): Unanswered | null {
  switch (step) {
    case 'remind':
    case 'overdue':
      return { ...held, done: [...held.done, step] };
    case 'requeue':
      return { ...held, with: 'queue', since: at, returns: held.returns + 1, done: [] };
    case 'supervisor':
      return { ...held, with: 'supervisor', since: at, done: [] };
    case 'callback':
      return null;
  }
}

/** An advisor took it, or it was given to one. */
export const assigned = (held: Unanswered, at: Instant): Unanswered => ({
  ...held,
  with: 'advisor',
  since: at,
  done: [],
});
