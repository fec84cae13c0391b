import type { Deadline } from '../../advice/routing/deadlines.js';
import { nextDeadline } from '../../advice/routing/deadlines.js';
import { route } from '../../advice/routing/route.js';
import type { HandoffRow } from '../../store/schema.js';
import type { Instant } from '../../terms/time.js';
import { handoffRows } from '../queries/handoff.js';
import { callbackSlots } from './callback-times.js';
import type { HandoffState } from './evolve.js';
import type { Floor } from './queue.js';
import { floorOf } from './queue.js';
import { act } from './record.js';
import { requestFor } from './request.js';
import type { RoutingDeps } from './routing.js';
import { personOf } from './routing.js';

/** 巡检: what is stuck goes on: reminded, back to the queue, to a supervisor, to a call back. */

/** A talk in which neither side has said anything for so long is over. */
const QUIET_MS = 60 * 60_000;

/** A job: takes whatever step is due. How many were taken. */
export async function keepMoving(deps: RoutingDeps): Promise<number> {
  const now = deps.now();
  const rows = await handoffRows(deps.store, ['queued', 'offered', 'held']);
  if (rows.length === 0) return 0;
  const floor = await floorOf(deps, now);
  let taken = 0;
  for (const row of rows) {
    const state = JSON.parse(row.state) as HandoffState;
    if (await step(deps, floor, row, state)) taken += 1;
  }
  return taken;
}

async function step(
  deps: RoutingDeps,
  floor: Floor,
  row: HandoffRow,
  state: HandoffState,
): Promise<boolean> {
  const { unanswered } = state;
  if (unanswered === null) {
    if (!isQuiet(state, floor.now)) return false;
    return isActed(await act(deps, row.conversation_id, { do: 'quiet' }));
  }
  const deadline = nextDeadline(unanswered, deps.house, deps.policy);
  if (deadline.at > floor.now) return false;
  return overdue(deps, floor, row, state, deadline);
}

const isQuiet = ({ lastSpoke }: HandoffState, now: Instant): boolean =>
  lastSpoke !== null && now - lastSpoke >= QUIET_MS;

const isActed = ({ kind }: { readonly kind: string }): boolean => kind === 'acted';

async function overdue(
  deps: RoutingDeps,
  floor: Floor,
  row: HandoffRow,
  state: HandoffState,
  { step: due }: Deadline,
): Promise<boolean> {
  const id = row.conversation_id;
  switch (due) {
    case 'remind':
    case 'overdue':
      return isActed(await act(deps, id, { do: 'near', step: due }));
    case 'requeue':
      return isActed(await act(deps, id, { do: 'requeue' }));
    case 'supervisor':
      if (state.stage !== 'queued') await act(deps, id, { do: 'requeue' });
      return (await escalate(deps, floor, row, state)) || (await callBack(deps, id));
    case 'callback':
      return callBack(deps, id);
  }
}

/** To a supervisor who is there, and was not the one who let it lie. */
async function escalate(
  deps: RoutingDeps,
  floor: Floor,
  { conversation_id: conversation, customer_id: customer }: HandoffRow,
  { reason, passed, person }: HandoffState,
): Promise<boolean> {
  const asked = { conversation, customer, reason: reason ?? 'asked', now: floor.now } as const;
  const { request } = await requestFor(deps.store, asked, deps.policy.elder.age);
  const people = floor.people.filter(
    ({ id, role }) => role === 'supervisor' && id !== person?.id && !passed.includes(id),
  );
  const { to, reason: why, version } = route(request, people, deps.house, deps.policy);
  const chosen = people.find(({ id }) => id === to);
  if (!chosen) return false;
  const offered = { to: personOf(chosen), escalated: true, why, version };
  return isActed(await act(deps, conversation, { do: 'offer', offered }));
}

const callBack = async (deps: RoutingDeps, id: string): Promise<boolean> =>
  isActed(await act(deps, id, { do: 'fail', slots: callbackSlots(deps.house, deps.now()) }));
