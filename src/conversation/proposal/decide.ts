import type { Signer, SignerOpinion } from '../../advice/suitability/proposal-signer.js';
import type { Verdict } from '../../advice/suitability/verdict.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import type { Withheld } from '../../advice/matching/standing.js';
import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';
import type { ProposalDrafted, ProposalEvent, Signatory } from './events.js';
import type { ProposalState, Stage } from './evolve.js';
import { mayFollow } from './evolve.js';

/** 方案有效期: so long a draft waits for an advisor, and a signed one for the customer. House rule. */
const VALID_MS = 7 * 86_400_000;

/** The longest reason that is still plain words. */
export const MAX_REASON = 200;

/** 客户现状: why today no plan would be made for the customer, or only one of a lower class. */
export type Standing = Withheld | 'class_lower';

/** Everything a signature is judged on besides the proposal itself. */
export interface Grounds {
  readonly signer: Signer & { readonly name: string };
  readonly opinion: SignerOpinion;
  /** What stands against any plan, or this one, for the customer as they are known today; null: nothing. */
  readonly standing: Standing | null;
  /** Of each product of the plan; null: it is not on sale any more. */
  readonly products: readonly {
    readonly code: string;
    readonly name: string;
    readonly verdict: Verdict | null;
  }[];
  /** Version of the suitability table. */
  readonly ruleVersion: string;
}

export type ProposalCommand =
  | { readonly do: 'approve'; readonly grounds: Grounds }
  | {
      readonly do: 'adjust';
      readonly grounds: Grounds;
      readonly plan: Plan;
      readonly reason: string;
    }
  | { readonly do: 'decline'; readonly grounds: Grounds; readonly reason: string }
  | { readonly do: 'present'; readonly conversation: string; readonly statement: string }
  | { readonly do: 'acknowledge' | 'refuse'; readonly source: string }
  | { readonly do: 'expire' }
  | { readonly do: 'tell_end'; readonly conversation: string; readonly statement: string };

/** Why a command changes nothing. */
export type Refusal =
  | { readonly why: 'stage'; readonly stage: Stage }
  | { readonly why: 'expired' | 'not_yet_expired' | 'reason' | 'not_an_advisor' | 'told' }
  /** The customer may have no plan at all today, or only one of a lower class. */
  | { readonly why: 'standing'; readonly standing: Standing }
  | { readonly why: 'unlicensed'; readonly beyond: SignerOpinion['beyond'] }
  /** Products that would not be recommended to this customer today, with the row; null: gone. */
  | {
      readonly why: 'unsuitable';
      readonly products: readonly { readonly name: string; readonly row: number | null }[];
    };

export type Decision =
  | { readonly kind: 'decided'; readonly event: ProposalEvent }
  | ({ readonly kind: 'refused' } & Refusal);

export const drafted = (
  put: Omit<ProposalDrafted, 'kind' | 'expires'>,
  now: Instant,
): ProposalDrafted => ({ kind: 'ProposalDrafted', ...put, expires: now + VALID_MS });

/** What comes of a command. Pure; an event it gives always fits `evolve`. */
export function decide(state: ProposalState, command: ProposalCommand, now: Instant): Decision {
  const event = eventOf(command, now);
  if (!mayFollow(state.stage, event.kind)) return refused({ why: 'stage', stage: state.stage });
  const refusal = refusalOf(state, command, now);
  return refusal ? refused(refusal) : { kind: 'decided', event };
}

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', ...refusal });

type Later = Exclude<ProposalEvent, ProposalDrafted>;

function eventOf(command: ProposalCommand, now: Instant): Later {
  switch (command.do) {
    case 'approve':
      return { kind: 'ProposalApproved', ...signature(command.grounds), expires: now + VALID_MS };
    case 'adjust': {
      const { plan, reason, grounds } = command;
      const expires = now + VALID_MS;
      return { kind: 'ProposalAdjusted', ...signature(grounds), plan, reason, expires };
    }
    case 'decline': {
      const { by } = signature(command.grounds);
      return { kind: 'ProposalDeclined', by, reason: command.reason };
    }
    case 'present': {
      const { conversation, statement } = command;
      return { kind: 'ProposalPresented', conversation, statement };
    }
    case 'acknowledge':
      return { kind: 'ProposalAcknowledged', source: command.source };
    case 'refuse':
      return { kind: 'ProposalRefused', source: command.source };
    case 'expire':
      return { kind: 'ProposalExpired' };
    case 'tell_end': {
      const { conversation, statement } = command;
      return { kind: 'ProposalEndTold', conversation, statement };
    }
  }
}

function signature({ signer, ruleVersion }: Grounds): {
  readonly by: Signatory;
  readonly ruleVersion: string;
} {
  const { id, name, licences, productGrade } = signer;
  return { by: { id, name, licences, productGrade }, ruleVersion };
}

function refusalOf(state: ProposalState, command: ProposalCommand, now: Instant): Refusal | null {
  const isOver = now >= state.expires;
  if (command.do === 'expire') return isOver ? null : { why: 'not_yet_expired' };
  if (command.do === 'tell_end') return state.untold ? null : { why: 'told' };
  if (isOver) return { why: 'expired' };
  return 'grounds' in command ? signatureRefusal(command) : null;
}

function signatureRefusal(command: Extract<ProposalCommand, { grounds: Grounds }>): Refusal | null {
  const { opinion, products, standing } = command.grounds;
  if (!opinion.advises) return { why: 'not_an_advisor' };
  if (opinion.beyond.length > 0) return { why: 'unlicensed', beyond: opinion.beyond };
  if ('reason' in command && !isReason(command.reason)) return { why: 'reason' };
  if (command.do === 'decline') return null;
  if (standing) return { why: 'standing', standing };
  const unsuitable = products
    .filter(({ verdict }) => !verdict || !isAllowed(verdict))
    .map(({ name, verdict }) => ({ name, row: verdict?.row ?? null }));
  return unsuitable.length > 0 ? { why: 'unsuitable', products: unsuitable } : null;
}

const isReason = (reason: string): boolean =>
  reason.trim() !== '' && [...reason].length <= MAX_REASON;
