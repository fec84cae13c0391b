import type { House } from '../../advice/routing/filters.js';
import type { Called } from '../../advice/routing/first-reply.js';
import { firstReplies } from '../../advice/routing/first-reply.js';
import type { RoutingPolicy } from '../../advice/routing/policy.js';
import type { HouseThresholds } from '../../advice/suitability/house-thresholds.js';
import { caseFigures } from '../../conversation/queries/customer-case.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { addDays, daysBetween, startOfDay, toIso, toLocalDate } from '../../terms/time.js';
import { ruleTitle } from '../findings/rule-titles.js';
import { rateSince } from '../work/figures.js';
import {
  callsForPeople,
  complaintsFiled,
  conversationsByDay,
  erasuresOpen,
  eventsCounted,
  findingsByDay,
  reviewsWaiting,
} from './queries.js';

/** 今日风险: what a compliance officer sees first, out of counts alone. */

const EPOCH = '1970-01-01';
/** A score of ten and more: a hard rule is touched (`sampling.ts`). */
const SEVERE = 10;
const HOUR_MS = 3_600_000;

/** By which values of the house a first reply and a review are in time. */
export interface Promised {
  readonly house: House;
  readonly policy: RoutingPolicy;
  readonly reviewHours: HouseThresholds['reviewHours'];
}

export async function overviewOf(store: Store, promised: Promised, days: number, now: Instant) {
  const today = toLocalDate(now);
  const from = addDays(today, 1 - days);
  const since = startOfDay(from);
  const [opened, counted, found, rate, called] = [
    await conversationsByDay(store, since),
    await eventsCounted(store, since),
    await findingsByDay(store, since),
    await rateSince(store, since),
    await callsForPeople(store, since),
  ];
  const countOf = (kind: string): number =>
    Number(counted.find((row) => row.kind === kind)?.n ?? 0);
  return {
    since: from,
    conversations: sum(opened.map(({ n }) => Number(n))),
    handoffs: countOf('HandoffRequested'),
    replies: repliesOf(called.map(callOf), promised, now),
    stopped: { machine: countOf('DraftBlocked'), advisors: countOf('AdvisorBlocked') },
    complaints: await complaintsFiled(store, since),
    openComplaints: (await caseFigures(store, today)).complaints,
    rate,
    reviews: await waitingOf(store, promised, now),
    erasures: await duesOf(store, today),
    days: Array.from({ length: days }, (_, nth) => {
      const day = addDays(from, nth);
      const number = daysBetween(EPOCH, day);
      return {
        day,
        conversations: Number(opened.find((row) => Number(row.day) === number)?.n ?? 0),
        findings: found
          .filter((row) => Number(row.day) === number)
          .map(({ rule, n }) => ({ rule, title: ruleTitle(rule), count: Number(n) })),
      };
    }),
  };
}

function repliesOf(calls: readonly Called[], { house, policy }: Promised, now: Instant) {
  const { counted, inTime, medianMs } = firstReplies(calls, house, policy, now);
  return {
    assigned: calls.filter(({ assigned }) => assigned !== null).length,
    counted,
    inTime,
    share: counted === 0 ? null : inTime / counted,
    medianSeconds: medianMs === null ? null : Math.round(medianMs / 1_000),
    minutes: policy.reply.other,
  };
}

/** What came after the end of a call belongs to the next one. */
function callOf(row: Awaited<ReturnType<typeof callsForPeople>>[number]): Called {
  const at = (value: number | null): Instant | null => (value === null ? null : Number(value));
  const ended = at(row.ended);
  const before = (value: number | null): Instant | null =>
    value !== null && (ended === null || Number(value) <= ended) ? Number(value) : null;
  return {
    asked: Number(row.asked),
    assigned: before(row.assigned),
    replied: before(row.replied),
    ended,
  };
}

async function waitingOf(store: Store, { reviewHours }: Promised, now: Instant) {
  const rows = await reviewsWaiting(store);
  const oldest = rows.map((row) => Number(row.oldest)).sort((a, b) => a - b)[0] ?? null;
  const count = (of: typeof rows): number => sum(of.map(({ n }) => Number(n)));
  return {
    waiting: count(rows),
    severe: count(rows.filter(({ score }) => score >= SEVERE)),
    second: count(rows.filter(({ stage }) => stage === 'second')),
    third: count(rows.filter(({ stage }) => stage === 'third')),
    oldest: oldest === null ? null : toIso(oldest),
    isLate: oldest !== null && now - oldest > reviewHours * HOUR_MS,
  };
}

async function duesOf(store: Store, today: string) {
  const rows = await erasuresOpen(store);
  const overdue = rows.filter(({ due_day: day }) => day < today);
  return {
    open: sum(rows.map(({ n }) => Number(n))),
    overdue: sum(overdue.map(({ n }) => Number(n))),
    next: rows.map(({ due_day: day }) => day).sort()[0] ?? null,
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
