import { momentRule } from '../../advice/lifecycle/moments/catalogue.js';
import { TAKE_OVER } from '../../advice/lifecycle/moments/conduct-moments.js';
import type { Barrier } from '../../advice/lifecycle/moments/contact.js';
import type { MomentChannel, Purpose, Sighting } from '../../advice/lifecycle/moments/moment.js';
import type { Ranked } from '../../advice/lifecycle/moments/rank.js';
import { rank } from '../../advice/lifecycle/moments/rank.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { toIso, toLocalDate } from '../../terms/time.js';
import { customersHeldBy } from '../queries/handoff.js';
import { momentRecord, waitingFor } from '../queries/moment.js';
import { heldNow, standings } from './standing.js';

/** 今日待办: what waits for somebody, most worth doing first; what may not be done now stays in sight. */

export interface TodayMoment extends Ranked {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly customer: string;
  /** 称呼, never the whole name. */
  readonly address: string;
  readonly profile: Pick<CustomerProfile, 'name' | 'born' | 'tolerance'>;
  /** `told`: the customer was written to, and what came of it is not on record yet. */
  readonly state: 'open' | 'postponed' | 'told';
  /** Facts it was found by, with the day of each or none. */
  readonly facts: readonly Fact[];
  readonly audience: string;
  readonly purpose: Purpose;
  readonly action: string;
  readonly why: string;
  readonly channels: readonly MomentChannel[];
  readonly basis: string;
  readonly stake: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Put off to this day; null: it was not. */
  readonly again: LocalDate | null;
  readonly held: { readonly by: Barrier; readonly until: string | null } | null;
}

const MOST = 500;

export async function todayFor(
  store: Store,
  who: { readonly employee: string; readonly alsoUnassigned: boolean },
  now: Instant,
): Promise<readonly TodayMoment[]> {
  const inHand = await customersHeldBy(store, who.employee);
  const waiting = await waitingFor(store, who, toLocalDate(now), MOST);
  const rows = waiting.filter(
    ({ number, customer_id: id }) => number !== TAKE_OVER || !inHand.has(id),
  );
  if (rows.length === 0) return [];
  const standing = await standings(
    store,
    rows.map(({ customer_id: id }) => id),
    now,
  );
  const record = await recordOf(store);
  const shown = await Promise.all(
    rows.map(async (row): Promise<TodayMoment[]> => {
      const rule = momentRule(row.number);
      const step = rule?.steps[row.step];
      // A rule that is gone from the catalogue asks nothing of anybody.
      if (!rule || !step) return [];
      const customer = await standing(row.customer_id);
      const held = heldNow(row, customer, now);
      const { why, told } = JSON.parse(row.body) as Pick<Sighting, 'why' | 'told'>;
      const { address, name, born, tolerance } = JSON.parse(row.customer_body) as CustomerProfile;
      return [
        {
          id: row.id,
          number: row.number,
          name: rule.name,
          customer: row.customer_id,
          address: address ?? '',
          profile: { name, born, tolerance },
          state: row.state as TodayMoment['state'],
          facts: Object.values(told ?? {}).filter((one) => typeof one !== 'string'),
          audience: step.audience,
          purpose: step.purpose,
          action: step.action,
          why,
          channels: step.channels,
          basis: `${rule.basis.instrument} ${rule.basis.article}`,
          stake: row.stake,
          from: row.from_day,
          until: row.until_day,
          again: row.again_on,
          held: held && { by: held.by, until: held.until === null ? null : toIso(held.until) },
          ...rank({
            rule,
            stake: row.stake,
            record: record(row.number),
            touches: customer.touches,
          }),
        },
      ];
    }),
  );
  return shown
    .flat()
    .sort((a, b) => b.score - a.score || (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}

/** What is followed by something; that nobody was reached tells nothing about it. */
const ACTED = ['acted'];
const UNTOLD = ['not_reached'];

async function recordOf(store: Store) {
  const rows = await momentRecord(store);
  return (number: number) => {
    const own = rows.filter((row) => row.number === number && !UNTOLD.includes(row.outcome ?? ''));
    const sum = (of: typeof own) => of.reduce((total, { count }) => total + Number(count), 0);
    return {
      acted: sum(own.filter(({ outcome }) => ACTED.includes(outcome ?? ''))),
      decided: sum(own),
    };
  };
}
