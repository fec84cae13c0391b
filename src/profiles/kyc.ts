import { personalizationBy } from '../advice/lifecycle/moments/contact.js';
import type { Capacity } from '../advice/suitability/occasion.js';
import type { Store } from '../store/store.js';
import type { RiskTolerance } from '../terms/risk.js';
import type { Instant, LocalDate } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import { findCustomerRow } from './queries.js';

/** 客户画像 (KYC): master data of a known customer; absent means as contracts.md says. */
export interface CustomerProfile {
  readonly id: string;
  readonly name: string;
  /** 称呼 used in chat, e.g. 陈女士. */
  readonly address: string;
  readonly born: LocalDate | null;
  readonly investorClass: 'ordinary' | 'professional_A' | 'professional_B' | 'professional_C';
  readonly tolerance: RiskTolerance | null;
  readonly assessedOn: LocalDate | null;
  readonly lowestCategory: boolean;
  readonly identityVerified: boolean;
  readonly personalization: boolean;
  readonly liquidAssets: number | null;
  readonly monthlySpending: number | null;
  readonly householdIncome: number | null;
  readonly advisor: string | null;
  /** 服务语言, as the institution wrote it; absent: Mandarin. */
  readonly language?: string | null;
  /** Of the customer's master data where the institution has it; absent as contracts.md says. */
  readonly capacity?: Capacity | null;
  readonly guardianConsent?: boolean | null;
  readonly qualifiedInvestor?: boolean | null;
  readonly cddBlocked?: boolean | null;
  readonly refusedRequiredData?: boolean | null;
  /** Of the assessment: found not to be the customer's own, or overtaken by what they told. */
  readonly assessmentInvalid?: boolean | null;
  readonly materialChange?: boolean | null;
}

/** The row as the institution gave it, with what only staff may see. */
export interface CustomerRecord extends CustomerProfile {
  readonly phone?: string | null;
  readonly idNumber?: string | null;
  readonly note?: string | null;
}

/** With what only staff may see, and not without a record that they looked. */
export async function findCustomerRecord(store: Store, id: string): Promise<CustomerRecord | null> {
  const row = await findCustomerRow(store, id);
  if (!row) return null;
  const record = JSON.parse(row.body) as CustomerRecord;
  const personalization = personalizationBy(row.personalization_wish);
  return {
    ...record,
    ...(personalization !== null && { personalization }),
    ...(isOvertaken(record, row.changed_at) && { materialChange: true }),
  };
}

/** A change they told of overtakes the questionnaire on file; one the institution took later stands. */
const isOvertaken = ({ assessedOn }: CustomerProfile, changedAt: Instant | null): boolean =>
  changedAt !== null && (assessedOn === null || assessedOn <= toLocalDate(changedAt));

export async function findCustomer(store: Store, id: string): Promise<CustomerProfile | null> {
  const record = await findCustomerRecord(store, id);
  if (!record) return null;
  const { phone: _phone, idNumber: _number, note: _note, ...profile } = record;
  return profile;
}

/** Whole years on a day; null when the birthday is not known. */
export function ageOn(born: LocalDate | null, today: LocalDate): number | null {
  if (born === null) return null;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}
