import type { Withheld } from '../../advice/matching/standing.js';
import type { FourEyes } from '../../advice/suitability/four-eyes.js';
import type { Licence } from '../../advice/suitability/seller.js';
import type { Passage } from '../../terms/passage.js';
import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';

/** 方案 (architecture.md §2): a plan put to a customer, and what people decided about it. Its stream is `proposal:<id>`. */

/** Who signed, with the licences they held then. */
export interface Signatory {
  readonly id: string;
  readonly name: string;
  readonly licences: readonly Licence[];
  /** Highest product grade they were found fit for; null: none. */
  readonly productGrade: number | null;
}

/** 方案草稿: what the digital employee drafted, in the turn that showed it. */
export interface ProposalDrafted {
  readonly kind: 'ProposalDrafted';
  readonly customer: string;
  readonly conversation: string;
  readonly turn: string;
  readonly plan: Plan;
  /** The first instant at which nobody may sign it any more. */
  readonly expires: Instant;
}

/**
 * 第一人签署: an advisor would pass it, as drafted or with another plan, and a second person has to look
 * before the customer hears of it.
 */
export interface ProposalSignedFirst {
  readonly kind: 'ProposalSignedFirst';
  readonly by: Signatory;
  readonly fourEyes: readonly FourEyes[];
  /** In the draft's place, with the reason the customer reads; null: as drafted. */
  readonly adjusted: { readonly plan: Plan; readonly reason: string } | null;
  /** Why as drafted, for the record alone; absent: changed, or recorded before a reason was asked for. */
  readonly note?: string;
  readonly ruleVersion: string;
  readonly expires: Instant;
}

/** 顾问审核通过: as drafted. */
export interface ProposalApproved {
  readonly kind: 'ProposalApproved';
  readonly by: Signatory;
  /** 复核人; absent: one signature was enough. */
  readonly second?: Signatory;
  /**
   * 同意的理由, for the record alone: the customer reads the plan itself. Absent: recorded before one was
   * asked for.
   */
  readonly note?: string;
  /** Version of the suitability table it was judged by once more. */
  readonly ruleVersion: string;
  readonly expires: Instant;
}

/** 顾问调整后通过: `plan` takes the draft's place. */
export interface ProposalAdjusted {
  readonly kind: 'ProposalAdjusted';
  readonly by: Signatory;
  readonly second?: Signatory;
  readonly plan: Plan;
  /** In words the customer reads. */
  readonly reason: string;
  readonly ruleVersion: string;
  readonly expires: Instant;
}

/** 顾问不同意: the customer is told why, and gets no proposal. */
export interface ProposalDeclined {
  readonly kind: 'ProposalDeclined';
  readonly by: Signatory;
  /** In words the customer reads. */
  readonly reason: string;
}

/** The signed proposal stands in a conversation, as the statement of that id. */
export interface ProposalPresented {
  readonly kind: 'ProposalPresented';
  readonly conversation: string;
  readonly statement: string;
}

/** 客户确认: the customer has read it. No order follows from this. */
export interface ProposalAcknowledged {
  readonly kind: 'ProposalAcknowledged';
  /** The message in which they said so. */
  readonly source: string;
}

/** 客户不采用. */
export interface ProposalRefused {
  readonly kind: 'ProposalRefused';
  readonly source: string;
}

/** 客户现状: why today no plan would be made for the customer, or only one of a lower class. */
export type Standing = Withheld | 'class_lower';

/** Why a plan may not be put to its customer: what stands against any plan, and products by row; null: gone. */
export interface Unfit {
  readonly standing: Standing | null;
  readonly products: readonly { readonly name: string; readonly row: number | null }[];
  /** The articles by which it is so, as the handbook had them; absent: recorded before they were kept. */
  readonly law?: readonly Passage[];
}

/** 退回重新核对: signed, and not suitable any more when it was to be shown or confirmed: an advisor looks again. */
export interface ProposalReturned extends Unfit {
  readonly kind: 'ProposalReturned';
  /** The customer heard of it in the reply it is recorded with. */
  readonly told: boolean;
}

/** 由新草稿取代: the reply that showed the new draft said so. */
export interface ProposalSuperseded {
  readonly kind: 'ProposalSuperseded';
  /** Id of the draft in its place. */
  readonly draft: string;
}

export interface ProposalExpired {
  readonly kind: 'ProposalExpired';
}

/** 告知客户: that it was declined, or ran out, stands in a conversation, as the statement of that id. */
export interface ProposalEndTold {
  readonly kind: 'ProposalEndTold';
  readonly conversation: string;
  readonly statement: string;
}

export type ProposalEvent =
  | ProposalDrafted
  | ProposalSignedFirst
  | ProposalApproved
  | ProposalAdjusted
  | ProposalDeclined
  | ProposalPresented
  | ProposalAcknowledged
  | ProposalRefused
  | ProposalExpired
  | ProposalSuperseded
  | ProposalReturned
  | ProposalEndTold;

/** What a person said with a decision, to the customer or for the record; null: nothing. */
export function reasonIn(event: ProposalEvent): string | null {
  if ('reason' in event) return event.reason;
  if ('note' in event && event.note !== undefined) return event.note;
  return event.kind === 'ProposalSignedFirst' ? (event.adjusted?.reason ?? null) : null;
}

export const proposalStream = (id: string): string => `proposal:${id}`;
