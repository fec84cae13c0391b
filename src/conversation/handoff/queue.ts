import type { Candidate, Request } from '../../advice/routing/candidate.js';
import type { House } from '../../advice/routing/filters.js';
import { filter } from '../../advice/routing/filters.js';
import type { RoutingPolicy } from '../../advice/routing/policy.js';
import type { Waiting } from '../../advice/routing/queue.js';
import { inOrder, placeOf } from '../../advice/routing/queue.js';
import { expectedWait, meanService, toldMinutes } from '../../advice/routing/waiting-time.js';
import { employees } from '../../profiles/kye.js';
import type { HandoffRow, ServiceRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { firstServices, handoffRows, servicesSince } from '../queries/handoff.js';
import type { ToldPlace } from './events.js';
import type { HandoffState } from './evolve.js';
import { noHandoff } from './evolve.js';
import type { Asked } from './request.js';
import { requestFor } from './request.js';

/** 排队: who waits, who could come, and what that means for a customer's place. */

export interface QueueDeps {
  readonly store: Store;
  readonly house: House;
  readonly policy: RoutingPolicy;
  /** Employees who are there now, by id. */
  readonly present: () => Promise<ReadonlySet<string>>;
}

/** What is asked of a person, with everybody as they stand to it. */
interface Wanted {
  readonly request: Request;
  readonly candidates: readonly Candidate[];
  readonly waiting: Waiting;
}

/** One conversation that waits. */
export interface Line extends Wanted {
  readonly row: HandoffRow;
  readonly state: HandoffState;
}

/** How things stand in the house: the same for every conversation. */
export interface Floor {
  readonly people: readonly Candidate[];
  readonly services: readonly ServiceRow[];
  readonly now: Instant;
}

const DAY_MS = 86_400_000;
/** Services so long ago say nothing of how long one takes now. */
const REMEMBERED_DAYS = 30;

export async function floorOf(deps: QueueDeps, now: Instant): Promise<Floor> {
  const { store } = deps;
  const present = await deps.present();
  const services = await servicesSince(store, now - REMEMBERED_DAYS * DAY_MS);
  const held = await handoffRows(store, ['offered', 'held']);
  const people = (await employees(store)).map((employee): Candidate => {
    const past = services.filter((one) => one.employee_id === employee.id && one.to_at !== null);
    return {
      ...employee,
      isReady: present.has(employee.id),
      load: held.filter((row) => row.employee_id === employee.id).length,
      served: past.length,
      endedWell: past.filter(({ outcome }) => outcome === 'solved').length,
      tenureDays: null,
    };
  });
  return { people, services, now };
}

/** Everybody as they stand to one request; whoever let it go back is not asked again. */
export async function candidatesFor(
  store: Store,
  { people, now }: Floor,
  { customer }: Pick<Asked, 'customer'>,
  passed: readonly string[],
): Promise<readonly Candidate[]> {
  const known = customer === null ? [] : await firstServices(store, customer);
  return people
    .filter(({ id }) => !passed.includes(id))
    .map((one) => {
      const first = known.find(({ employee_id }) => employee_id === one.id);
      return first ? { ...one, tenureDays: (now - Number(first.from_at)) / DAY_MS } : one;
    });
}

async function wantedFor(
  deps: QueueDeps,
  floor: Floor,
  asked: Asked,
  { asked: since, passed }: Pick<HandoffState, 'asked' | 'passed'>,
): Promise<Wanted> {
  const { request, age } = await requestFor(deps.store, asked, deps.policy.elder.age);
  const candidates = await candidatesFor(deps.store, floor, asked, passed);
  const { conversation, reason, now } = asked;
  const able = eligible(deps, candidates, request);
  const waiting = { conversation, reason, since: since ?? now, age, eligible: able };
  return { request, candidates, waiting };
}

/** Who may serve it now, apart from how busy they are. */
const eligible = (
  { house }: QueueDeps,
  candidates: readonly Candidate[],
  request: Request,
): readonly string[] => {
  const unhurried = candidates.map((one) => ({ ...one, load: 0 }));
  return filter(unhurried, request, house).left.map(({ id }) => id);
};

/** All that waits and is offered to nobody, in the order in which it is served. */
export async function linesWaiting(deps: QueueDeps, floor: Floor): Promise<readonly Line[]> {
  const rows = await handoffRows(deps.store, ['queued']);
  const lines = await Promise.all(
    rows.map(async (row): Promise<Line> => {
      const state = JSON.parse(row.state) as HandoffState;
      const { conversation_id: conversation, customer_id: customer } = row;
      const { reason } = state;
      const asked = { conversation, customer, reason: reason ?? 'asked', now: floor.now } as const;
      return { row, state, ...(await wantedFor(deps, floor, asked, state)) };
    }),
  );
  const order = inOrder(
    lines.map(({ waiting }) => waiting),
    deps.policy,
  );
  return order.map(({ conversation }) =>
    lines.find(({ waiting }) => waiting.conversation === conversation)!,
  );
}

/** 位次与预计等待, as a customer is told; null: it does not wait. */
export function toldPlace(
  { policy }: QueueDeps,
  { people, services, now }: Floor,
  queue: readonly Waiting[],
  conversation: string,
): ToldPlace | null {
  const place = placeOf(conversation, queue, policy);
  const own = queue.find((one) => one.conversation === conversation);
  if (!place || !own) return null;
  const able = people.filter(({ id }) => own.eligible.includes(id));
  const sum = (of: (one: Candidate) => number) => able.reduce((all, one) => all + of(one), 0);
  const places = { all: sum(({ capacity }) => capacity), taken: sum(({ load }) => load) };
  const past = services.map(({ from_at, to_at }) => ({ from: from_at, to: to_at }));
  const wait = expectedWait(place, places, meanService(past, now, policy.fewestServed));
  return { position: place.position, minutes: wait && toldMinutes(wait.most) };
}

/** The place of somebody who asks now; null: nobody is there who could come. */
export async function placeForNew(deps: QueueDeps, asked: Asked): Promise<ToldPlace | null> {
  const floor = await floorOf(deps, asked.now);
  const { waiting } = await wantedFor(deps, floor, asked, noHandoff);
  if (waiting.eligible.length === 0) return null;
  const before = await linesWaiting(deps, floor);
  const others = before.map((line) => line.waiting);
  const queue = others.filter(({ conversation }) => conversation !== asked.conversation);
  return toldPlace(deps, floor, [...queue, waiting], asked.conversation);
}
