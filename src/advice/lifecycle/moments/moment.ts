import type { Basis } from '../../../terms/finding.js';
import type { Fact } from '../../../terms/fact.js';
import type { HoldingClass } from '../../../terms/portfolio.js';
import type { RiskLevel, RiskTolerance } from '../../../terms/risk.js';
import type { Instant, LocalDate } from '../../../terms/time.js';

/** 关键时刻 (MOT, portraits.md §4.3): something happened because of which somebody should do something. */

/** Who is to act on it, or to be told. */
export type Audience =
  'customer' | 'advisor' | 'compliance' | 'risk_desk' | 'complaints' | 'system';

export type MomentChannel =
  'app' | 'task' | 'call' | 'sms' | 'letter' | 'meeting' | 'chat' | 'silent';

/**
 * 触达性质: a `duty` is owed by rule and reaches everybody; a `service` notice is about what the
 * customer has or did; `marketing` is what they never asked for.
 */
export type Purpose = 'duty' | 'service' | 'marketing';

/** What somebody does at a moment. */
export interface MomentStep {
  readonly audience: Audience;
  readonly channels: readonly MomentChannel[];
  readonly purpose: Purpose;
  /** For staff, in a line. */
  readonly action: string;
}

/** A kind of product that would be brought up, so that the suitability gate is asked first. */
export type Offer = 'same_level' | 'cash_r1';

/** One step of a moment that is due for a customer. */
export interface Sighting {
  /** Name of the step in its rule. */
  readonly step: string;
  /** What it is about: with customer, number and step it names the moment for ever. */
  readonly subject: string;
  /** First and last day on which it is of use. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Why now, in a line for staff. */
  readonly why: string;
  /** Yuan that are concerned; 0: unknown. */
  readonly stake: number;
  /** What may be told of it, by the names its wording uses. */
  readonly told: Readonly<Record<string, Fact | string>>;
}

export interface MomentRule {
  /** 1 … 32, as the house counts them. */
  readonly number: number;
  readonly name: string;
  /** What is looked for, in words for whoever reviews the catalogue. */
  readonly trigger: string;
  readonly timing: string;
  readonly basis: Basis;
  readonly steps: Readonly<Record<string, MomentStep>>;
  /** What may be brought up, which is choosing for somebody; absent: nothing is. */
  readonly offer?: Offer;
  /** What it is worth to act where no sum is known, 0 … 1: harm averted counts as much as money kept. */
  readonly value: number;
  /** How often acting on it is followed by something, until our own record tells. */
  readonly likelihood: number;
  readonly find: (day: CustomerDay) => readonly Sighting[];
}

/** What is stored of a customer, as it stood on a day. Happenings ascend by time. */
export interface CustomerDay {
  readonly today: LocalDate;
  readonly customer: MomentCustomer;
  readonly held: readonly HeldToday[];
  readonly happenings: readonly Happening[];
  /** Money alone, in or out of the account, and redemptions; ascending. */
  readonly flows: readonly MoneyFlow[];
  readonly assessments: readonly Assessed[];
  /** What changed in products they hold, within the last days. */
  readonly changes: readonly ProductChange[];
  /** Effective grade of every product there is. */
  readonly grades: ReadonlyMap<string, RiskLevel | null>;
}

export interface MomentCustomer {
  readonly id: string;
  readonly born: LocalDate | null;
  readonly tolerance: RiskTolerance | null;
  readonly assessedOn: LocalDate | null;
  readonly lowestCategory: boolean;
  readonly cddBlocked: boolean;
  /** Null: nobody looks after them, or somebody who is no longer there. */
  readonly advisor: string | null;
  /** An advisor is on file and is no longer there. */
  readonly isOrphan: boolean;
}

export interface HeldToday {
  readonly code: string;
  readonly name: string;
  readonly class: HoldingClass;
  readonly riskLevel: RiskLevel | null;
  readonly value: number;
  /** Of all that is held. */
  readonly share: number;
  /** Change of its price over the last trading day, and over five; ratios, null: not known. */
  readonly dayChange: number | null;
  readonly weekChange: number | null;
}

/** What the institution's systems or a conversation tell. */
export interface Happening {
  readonly id: string;
  readonly kind: string;
  readonly at: Instant;
  readonly day: LocalDate;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface MoneyFlow {
  readonly id: string;
  readonly way: 'in' | 'out';
  readonly amount: number;
  readonly day: LocalDate;
}

export interface Assessed {
  readonly day: LocalDate;
  readonly tolerance: RiskTolerance | null;
  readonly state: 'counts' | 'awaits_person' | 'invalid';
}

export type ProductChangeKind = 'grade' | 'manager' | 'suspended' | 'fees';

export interface ProductChange {
  readonly code: string;
  readonly name: string;
  readonly kind: ProductChangeKind;
  readonly day: LocalDate;
  readonly before: string;
  readonly after: string;
}

/** Found: which step of which rule. */
export interface Due extends Sighting {
  readonly rule: MomentRule;
}

export const stepOf = ({ rule, step }: Due): MomentStep => rule.steps[step]!;
