import type { Store, Write } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { RiskTolerance } from '../terms/risk.js';
import type { LocalDate } from '../terms/time.js';
import type { CustomerProfile } from './kyc.js';
import {
  assessmentDays,
  findCustomerRow,
  insertAssessment,
  replaceCustomer,
  settleMaterialChanges,
} from './queries.js';

export interface Attempts {
  /** Days of all assessments known, the one on file included. */
  readonly attempts: readonly LocalDate[];
  /** How many of them stand on our own record. */
  readonly recorded: number;
}

/** 测评次数的依据: those taken here, and the one the master data was loaded with. */
export async function assessmentsOf(
  store: Store,
  { id, assessedOn }: Pick<CustomerProfile, 'id' | 'assessedOn'>,
): Promise<Attempts> {
  const rows = await assessmentDays(store, id);
  const days = rows.map(({ day }) => day);
  const recorded = Math.max(0, ...rows.map(({ nth }) => nth));
  return { attempts: [...days, ...elsewhere(assessedOn, days)], recorded };
}

/** The day on file, where it is none of ours. */
const elsewhere = (
  assessedOn: LocalDate | null,
  days: readonly LocalDate[],
): readonly LocalDate[] => (assessedOn === null || days.includes(assessedOn) ? [] : [assessedOn]);

/** One filling of the risk questionnaire, as the projection keeps it. */
export interface TakenAssessment {
  readonly nth: number;
  readonly day: LocalDate;
  readonly turn: string;
  readonly state: 'counts' | 'awaits_person' | 'invalid';
  /** Null: it came to no class. */
  readonly result: {
    readonly tolerance: RiskTolerance;
    readonly lowestCategory: boolean;
  } | null;
}

/**
 * What a filling changes besides the record: it is counted, and a class that counts becomes the
 * customer's. The unit conflicts where another filling took the same place meanwhile.
 */
export async function assessmentWrites(
  store: Store,
  customer: string,
  { nth, day, turn, state, result }: TakenAssessment,
): Promise<readonly Write[]> {
  const taken = insertAssessment(store, {
    customer_id: customer,
    nth,
    day,
    turn_id: turn,
    state,
    tolerance: result?.tolerance ?? null,
    lowest_category: result?.lowestCategory ? 1 : 0,
  });
  if (state !== 'counts' || !result) return [taken];
  const row = await findCustomerRow(store, customer);
  if (!row) throw new StoreFailure(`customer ${customer} is gone`);
  const profile = JSON.parse(row.body) as CustomerProfile;
  // What stood against the earlier one does not stand against this.
  const { materialChange: _change, assessmentInvalid: _invalid, ...standing } = profile;
  const body = JSON.stringify({ ...standing, ...result, assessedOn: day });
  const kept = await keepEarlier(store, profile);
  return [
    taken,
    ...kept,
    replaceCustomer(store, customer, row.body, body),
    settleMaterialChanges(store, customer),
  ];
}

/** The day on file gives way to the new one, and still counts among the 12 months. */
async function keepEarlier(
  store: Store,
  { id, assessedOn, tolerance, lowestCategory }: CustomerProfile,
): Promise<readonly Write[]> {
  const rows = await assessmentDays(store, id);
  const days = rows.map(({ day }) => day);
  return elsewhere(assessedOn, days).map((day) =>
    insertAssessment(store, {
      customer_id: id,
      nth: 0 - rows.filter(({ nth }) => nth <= 0).length,
      day,
      turn_id: '',
      state: 'counts',
      tolerance,
      lowest_category: lowestCategory ? 1 : 0,
    }),
  );
}

export type ClassThen = Pick<CustomerProfile, 'tolerance' | 'lowestCategory' | 'assessedOn'>;

/** 当时的等级: the class that counted on a day, by the assessments on record. */
export async function classThrough(
  store: Store,
  profile: Pick<CustomerProfile, 'id'> & ClassThen,
): Promise<(day: LocalDate) => ClassThen> {
  const rows = await assessmentDays(store, profile.id);
  return (day) => {
    const { tolerance, lowestCategory, assessedOn } = profile;
    if (assessedOn === null || assessedOn <= day) return { tolerance, lowestCategory, assessedOn };
    const then = rows.findLast((row) => row.state === 'counts' && row.day <= day);
    return {
      tolerance: (then?.tolerance ?? null) as RiskTolerance | null,
      lowestCategory: then?.lowest_category === 1,
      assessedOn: then?.day ?? null,
    };
  };
}
