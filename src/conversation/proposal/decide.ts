import type { FourEyes } from '../../advice/suitability/four-eyes.js';
import type { Signer, SignerOpinion } from '../../advice/suitability/proposal-signer.js';
import type { Verdict } from '../../advice/suitability/verdict.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';
import type {
  ProposalApproved,
  ProposalDrafted,
  ProposalEvent,
  ProposalSignedFirst,
  Signatory,
  Standing,
  Unfit,
} from './events.js';
import type { ProposalState, Stage } from './evolve.js';
import { mayFollow } from './evolve.js';

/** 方案有效期: so long a draft waits for an advisor, and a signed one for the customer. House rule. */
const VALID_MS = 7 * 86_400_000;

/** The longest reason that is still plain words. */
export const MAX_REASON = 200;

/** What stands for and against a plan on a day. */
export interface Fitness {
  /** What stands against any plan, or this one, for the customer as they are known today; null: nothing. */
  readonly standing: Standing | null;
  /** Of each product of the plan; null: it is not on sale any more. */
  readonly products: readonly {
    readonly code: string;
    readonly name: string;
    readonly verdict: Verdict | null;
  }[];
}

/** Everything a signature is judged on besides the proposal itself. */
export interface Grounds extends Fitness {
  readonly signer: Signer & { readonly name: string };
  readonly opinion: SignerOpinion;
  /** Why a second person has to sign as well; empty: one is enough. */
  readonly fourEyes: readonly FourEyes[];
  /** Version of the suitability table. */
  readonly ruleVersion: string;
}

export type ProposalCommand =
  /** `reason`: for the record. */
  | { readonly do: 'approve'; readonly grounds: Grounds; readonly reason: string }
  /** The second person agrees to what the first has signed. */
  | { readonly do: 'countersign'; readonly grounds: Grounds }
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
  | { readonly do: 'supersede'; readonly draft: string }
  /** `told`: the customer hears of it in the reply it is recorded with. */
  | { readonly do: 'return'; readonly because: Unfit; readonly told: boolean }
  | { readonly do: 'tell_end'; readonly conversation: string; readonly statement: string };

/** Why a command changes nothing. */
export type Refusal =
  | { readonly why: 'stage'; readonly stage: Stage }
  | { readonly why: 'expired' | 'not_yet_expired' | 'reason' | 'not_an_advisor' | 'told' }
  /** There is a first signature already, there is none yet, or it is one's own. */
  | { readonly why: 'awaits_second' | 'no_first' | 'same_person' }
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
  const event = eventOf(state, command, now);
  if (event === null) return refused({ why: 'no_first' });
  if (!mayFollow(state.stage, event.kind)) return refused({ why: 'stage', stage: state.stage });
  const refusal = refusalOf(state, command, now);
  return refusal ? refused(refusal) : { kind: 'decided', event };
}

/** What the customer would be told of an event once nobody else has to look at it. */
export function onceAgreed(event: ProposalEvent): ProposalEvent {
  if (event.kind !== 'ProposalSignedFirst') return event;
  const { by, ruleVersion, expires } = event;
  return agreed(by, event, { ruleVersion, expires });
}

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', ...refusal });

type Later = Exclude<ProposalEvent, ProposalDrafted>;

/** Null: there is no first signature to agree to. */
function eventOf({ first }: ProposalState, command: ProposalCommand, now: Instant): Later | null {
  switch (command.do) {
    case 'approve':
      return signing(command.grounds, { adjusted: null, note: command.reason }, now);
    case 'adjust': {
      const { plan, reason } = command;
      return signing(command.grounds, { adjusted: { plan, reason } }, now);
    }
    case 'countersign': {
      const { by, ruleVersion } = signature(command.grounds);
      const about = { second: by, ruleVersion, expires: now + VALID_MS };
      return first && agreed(first.by, first, about);
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
    case 'supersede':
      return { kind: 'ProposalSuperseded', draft: command.draft };
    case 'return':
      return { kind: 'ProposalReturned', ...command.because, told: command.told };
    case 'tell_end': {
      const { conversation, statement } = command;
      return { kind: 'ProposalEndTold', conversation, statement };
    }
  }
}

type Opinion = Pick<ProposalSignedFirst, 'adjusted' | 'note'>;

/** The only signature there has to be, or the first of two. */
function signing(grounds: Grounds, opinion: Opinion, now: Instant): Later {
  const about = { ...signature(grounds), expires: now + VALID_MS };
  const { fourEyes } = grounds;
  return fourEyes.length > 0
    ? { kind: 'ProposalSignedFirst', ...about, fourEyes, ...opinion }
    : agreed(about.by, opinion, about);
}

function agreed(
  by: Signatory,
  { adjusted, note }: Opinion,
  about: Pick<ProposalApproved, 'second' | 'ruleVersion' | 'expires'>,
): Later {
  return adjusted === null
    ? { kind: 'ProposalApproved', ...about, by, ...(note !== undefined && { note }) }
    : { kind: 'ProposalAdjusted', ...about, by, ...adjusted };
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
  if (!('grounds' in command)) return null;
  return personRefusal(state, command) ?? signatureRefusal(command);
}

/** 起草人不能复核自己: two signatures are two persons'. */
function personRefusal(
  { first }: ProposalState,
  { do: act, grounds }: Extract<ProposalCommand, { grounds: Grounds }>,
): Refusal | null {
  if (act === 'countersign') {
    return first?.by.id === grounds.signer.id ? { why: 'same_person' } : null;
  }
  return first !== null && act !== 'decline' ? { why: 'awaits_second' } : null;
}

function signatureRefusal(command: Extract<ProposalCommand, { grounds: Grounds }>): Refusal | null {
  const { opinion, products, standing } = command.grounds;
  if (!opinion.advises) return { why: 'not_an_advisor' };
  if (opinion.beyond.length > 0) return { why: 'unlicensed', beyond: opinion.beyond };
  if ('reason' in command && !isReason(command.reason)) return { why: 'reason' };
  if (command.do === 'decline') return null;
  const unfit = unfitOf({ standing, products });
  if (!unfit) return null;
  return unfit.standing
    ? { why: 'standing', standing: unfit.standing }
    : { why: 'unsuitable', products: unfit.products };
}

/** Null: the plan may be put to the customer. */
export function unfitOf({ standing, products }: Fitness): Unfit | null {
  const unsuitable = products
    .filter(({ verdict }) => !verdict || !isAllowed(verdict))
    .map(({ name, verdict }) => ({ name, row: verdict?.row ?? null }));
  return standing || unsuitable.length > 0 ? { standing, products: unsuitable } : null;
}

const isReason = (reason: string): boolean =>
  reason.trim() !== '' && [...reason].length <= MAX_REASON;
