import { createHash } from 'node:crypto';
import { CATALOGUE_VERSION, dueOn } from '../../advice/lifecycle/moments/catalogue.js';
import type { Barrier } from '../../advice/lifecycle/moments/contact.js';
import { WISH_KINDS, wishesOf } from '../../advice/lifecycle/moments/contact.js';
import type { Due } from '../../advice/lifecycle/moments/moment.js';
import { stepOf } from '../../advice/lifecycle/moments/moment.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import type { MomentRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { findHead, moveHead } from '../queries/head.js';
import { insertMoments, lapseMoments, overdueMoments } from '../queries/moment.js';
import { appendTo, newHead } from '../stream.js';
import type { CustomerRows } from './days.js';
import { customerDay } from './days.js';
import type { MomentsRun } from './events.js';
import { RUNS_STREAM } from './events.js';
import type { GatheredHouse } from './gather.js';
import { gatherHouse, pagesOf } from './gather.js';
import type { OfferRules } from './offers.js';
import { barringOf } from './offers.js';

export interface RunDeps extends OfferRules {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

export interface RunReport {
  readonly day: LocalDate;
  readonly customers: number;
  /** New ones; what stood already is not raised again. */
  readonly raised: number;
  /** Those whose last day went by without anybody acting. */
  readonly lapsed: number;
  readonly byNumber: Readonly<Record<number, number>>;
  readonly seconds: number;
}

/**
 * 关键时刻测算: finds what is due for everybody on a day, and raises what is new. The same day run
 * again raises nothing twice: customer, number, step and subject name a moment for ever.
 *
 * @param only these customers; null: everybody, which goes on record
 */
export async function runMoments(
  deps: RunDeps,
  today: LocalDate,
  only: readonly string[] | null = null,
): Promise<RunReport> {
  const { store, now } = deps;
  const began = now();
  const house = await gatherHouse(store, today);
  const barring = barringOf(house.products.values(), deps, today);
  const byNumber: Record<number, number> = {};
  let customers = 0;
  let raised = 0;
  for await (const { rows, known } of pagesOf(store, house, only)) {
    const fresh = rows.flatMap((one) => foundFor(house, one, barring));
    const unknown = fresh.filter(({ id }) => !known.has(id));
    for (const { number } of unknown) byNumber[number] = (byNumber[number] ?? 0) + 1;
    if (unknown.length > 0) await store.commit(insertMoments(store, unknown));
    customers += rows.length;
    raised += unknown.length;
  }
  const lapsed = only === null ? await finish(deps, { day: today, customers, raised }) : 0;
  const seconds = (now() - began) / 1_000;
  return { day: today, customers, raised, lapsed, byNumber, seconds };
}

/** A name to type, no secret. */
const momentId = (customer: string, { rule, step, subject }: Due): string => {
  const named = `${customer}/${rule.number}/${step}/${subject}`;
  return `M${createHash('sha256').update(named).digest('hex').slice(0, 16)}`;
};

function foundFor(
  house: GatheredHouse,
  rows: CustomerRows,
  barring: ReturnType<typeof barringOf>,
): readonly MomentRow[] {
  const day = customerDay(house, rows);
  const { profile } = rows;
  return dueOn(day).map((due) => {
    const { audience, purpose } = stepOf(due);
    return {
      id: momentId(profile.id, due),
      customer_id: profile.id,
      number: due.rule.number,
      step: due.step,
      audience,
      employee_id: audience === 'advisor' ? day.customer.advisor : null,
      purpose,
      from_day: due.from,
      until_day: due.until,
      stake: due.stake,
      body: JSON.stringify({ why: due.why, told: due.told }),
      barred: barrierOf(due, profile, rows, barring),
      state: 'open' as const,
      raised_on: house.today,
      again_on: null,
      contacted_at: null,
      outcome: null,
    };
  });
}

function barrierOf(
  due: Due,
  profile: CustomerProfile,
  { happenings }: CustomerRows,
  barring: ReturnType<typeof barringOf>,
): Barrier | null {
  const { offer } = due.rule;
  if (!offer) return null;
  const wishes = happenings.filter(({ kind }) => WISH_KINDS.includes(kind));
  return barring(offer, profile, wishesOf(wishes, profile.personalization));
}

/** Ends what nobody acted on in time, and puts the evaluation on record. */
async function finish(
  { store, origin, now }: RunDeps,
  run: Pick<MomentsRun, 'day' | 'customers' | 'raised'>,
): Promise<number> {
  const lapsed = await overdueMoments(store, run.day);
  const event: MomentsRun = { kind: 'MomentsRun', catalogue: CATALOGUE_VERSION, lapsed, ...run };
  const from = await findHead(store, RUNS_STREAM);
  const happened = [{ actor: 'service', at: now(), event }];
  const { writes, head } = appendTo(store, origin, RUNS_STREAM, from ?? newHead, happened);
  await store.commit([
    moveHead(store, RUNS_STREAM, from, head),
    ...writes,
    lapseMoments(store, run.day),
  ]);
  return lapsed;
}
