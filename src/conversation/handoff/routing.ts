import type { Candidate } from '../../advice/routing/candidate.js';
import { route } from '../../advice/routing/route.js';
import { handoffRows } from '../queries/handoff.js';
import type { Person } from './events.js';
import type { Floor, Line, QueueDeps } from './queue.js';
import { floorOf, linesWaiting, toldPlace } from './queue.js';
import type { HandoffDeps } from './record.js';
import { act } from './record.js';

/** 分派: what waits is offered to whoever suits it best, and the others hear of their place. */

export type RoutingDeps = QueueDeps & HandoffDeps;

/** How many were offered to somebody. */
export async function routeWaiting(deps: RoutingDeps): Promise<number> {
  if ((await handoffRows(deps.store, ['queued'])).length === 0) return 0;
  const floor = await floorOf(deps, deps.now());
  const lines = await linesWaiting(deps, floor);
  const loads = new Map(floor.people.map(({ id, load }) => [id, load]));
  const left: Line[] = [];
  let offered = 0;
  for (const line of lines) {
    const to = await offer(deps, line, loads);
    if (to === null) left.push(line);
    else {
      loads.set(to, (loads.get(to) ?? 0) + 1);
      offered += 1;
    }
  }
  await tellPlaces(deps, withLoads(floor, loads), left);
  return offered;
}

const withLoads = (floor: Floor, loads: ReadonlyMap<string, number>): Floor => ({
  ...floor,
  people: floor.people.map((one) => ({ ...one, load: loads.get(one.id) ?? one.load })),
});

/** To whom it was offered; null: nobody may take it now. */
async function offer(
  deps: RoutingDeps,
  { row, request, candidates }: Line,
  loads: ReadonlyMap<string, number>,
): Promise<string | null> {
  const now = candidates.map((one) => ({ ...one, load: loads.get(one.id) ?? one.load }));
  const { to, reason, version } = route(request, now, deps.house, deps.policy);
  const chosen = now.find(({ id }) => id === to);
  if (!chosen) return null;
  const offered = { to: personOf(chosen), escalated: false, why: reason, version };
  const acted = await act(deps, row.conversation_id, { do: 'offer', offered });
  return acted.kind === 'acted' ? chosen.id : null;
}

export const personOf = ({ id, name, licences }: Omit<Candidate, 'hours'> | Person): Person => ({
  id,
  name,
  licences,
});

/** A place is told again where it has changed, and only then. */
async function tellPlaces(deps: RoutingDeps, floor: Floor, left: readonly Line[]): Promise<void> {
  const queue = left.map(({ waiting }) => waiting);
  for (const { row, state } of left) {
    const place = toldPlace(deps, floor, queue, row.conversation_id);
    if (!place) continue;
    const { place: told } = state;
    if (told?.position === place.position && told.minutes === place.minutes) continue;
    await act(deps, row.conversation_id, { do: 'place', place });
  }
}
