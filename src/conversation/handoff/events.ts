import type { Step } from '../../advice/routing/deadlines.js';
import type { WaitingReason } from '../../advice/routing/policy.js';
import type { Licence } from '../../advice/suitability/seller.js';
import type { Finding } from '../../terms/finding.js';
import type { CallbackSlot, Draft, Statement } from '../../terms/statement.js';
import type { Tone } from '../../terms/tone.js';
import type { FlowAdvanced, ReplyOutcome, Trace } from '../events.js';
import type { Gate } from '../gate.js';

/** 接待人: somebody of the house as the customer is told of them, with the licences they held then. */
export interface Person {
  /** Of the employee; an account may change, the person does not. */
  readonly id: string;
  readonly name: string;
  readonly licences: readonly Licence[];
}

/** 位次: as the customer was told. */
export interface ToldPlace {
  /** From 1. */
  readonly position: number;
  /** Null: too long for a number, or not enough is known for one. */
  readonly minutes: number | null;
}

/** 排队: a person is called and will come here, in the chat. */
export interface HandoffQueued {
  readonly kind: 'HandoffQueued';
  readonly turn: string;
  readonly reason: WaitingReason;
  readonly place: ToldPlace;
}

export interface QueueMoved {
  readonly kind: 'QueueMoved';
  readonly place: ToldPlace;
}

/** 分派: somebody is asked to take it; the pen is nobody's until they do. */
export interface HandoffOffered {
  readonly kind: 'HandoffOffered';
  readonly to: Person;
  /** Nobody took it in time: it is a supervisor's now. */
  readonly escalated: boolean;
  /** Why this one, for colleagues. */
  readonly why: string;
  /** Of the values it was decided by. */
  readonly version: string;
}

/** 时限提醒: so much of the time to an answer has gone by. */
export interface DeadlineNeared {
  readonly kind: 'DeadlineNeared';
  readonly step: Extract<Step, 'remind' | 'overdue'>;
}

/** 退回队列: whoever had it did not answer in time. */
export interface HandoffRequeued {
  readonly kind: 'HandoffRequeued';
  readonly from: Person;
}

/** 接手: the pen is this person's, and nobody else's. */
export interface PenTaken {
  readonly kind: 'PenTaken';
  readonly by: Person;
}

/** 转交. */
export interface PenTransferred {
  readonly kind: 'PenTransferred';
  readonly from: Person;
  readonly to: Person;
  readonly reason: string;
}

/** 交回 AI. */
export interface PenReturned {
  readonly kind: 'PenReturned';
  readonly how: 'advisor' | 'customer' | 'quiet';
  /** What was agreed with the customer, for whoever speaks next; null: nothing. */
  readonly agreed: string | null;
}

export const RESOLUTIONS = ['solved', 'unsolved', 'follow_up'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** 结束: the matter is closed; what was said before is another matter from now on. */
export interface HandoffResolved {
  readonly kind: 'HandoffResolved';
  readonly by: Person;
  readonly outcome: Resolution;
  readonly note: string | null;
}

export interface HandoffReopened {
  readonly kind: 'HandoffReopened';
  readonly by: Person;
}

/** 无人可接: nobody came in time, and a call back is offered instead. */
export interface HandoffFailed {
  readonly kind: 'HandoffFailed';
  readonly slots: readonly CallbackSlot[];
}

/** What the desk's draft became in the hands of the advisor, for learning (采用、修改). */
export interface DraftUse {
  /** The turn that drafted. */
  readonly turn: string;
  /** Characters put in, left out or changed on the way from the draft to what was said. */
  readonly distance: number;
  /** Which of its tones lies nearest to what was said; null or absent: the draft itself. */
  readonly tone?: Tone | null;
}

/** 顾问发言: passed by the guard, or sent with a reason where it only objected softly. */
export interface AdvisorSaid {
  readonly kind: 'AdvisorSaid';
  readonly by: Person;
  readonly statement: Statement;
  readonly inReplyTo: readonly string[];
  readonly findings: readonly Finding[];
  /** Why it was sent all the same; null: nothing was objected to. */
  readonly reason: string | null;
  readonly draft: DraftUse | null;
  /** What the suitability gate said of the product on the card, with all it was judged on; absent: no card. */
  readonly gate?: Gate;
}

/** 拦截: what an advisor wanted to say, and did not. */
export interface AdvisorBlocked {
  readonly kind: 'AdvisorBlocked';
  readonly by: Person;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** 内部备注: never for the customer's eyes. */
export interface NoteTaken {
  readonly kind: 'NoteTaken';
  readonly by: Person;
  readonly text: string;
  /** Colleagues it calls on, by their ids; absent: nobody. */
  readonly mentions?: readonly string[];
}

/** 为什么没有采用. */
export const DRAFT_FAULTS = ['inaccurate', 'too_long', 'tone', 'said_before', 'other'] as const;
export type DraftFault = (typeof DRAFT_FAULTS)[number];

/** 弃用草稿: an advisor found a draft of no use, and says why. */
export interface DraftDiscarded {
  readonly kind: 'DraftDiscarded';
  readonly by: Person;
  /** The turn that drafted. */
  readonly turn: string;
  readonly fault: DraftFault;
  readonly words: string | null;
}

/** 为什么不做. */
export const STEP_FAULTS = ['done', 'later', 'unfit', 'wrong'] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

/** 不做这一步: an advisor puts a suggested next step aside until the matter is over, and says why. */
export interface StepDismissed {
  readonly kind: 'StepDismissed';
  readonly by: Person;
  /** Id of the step. */
  readonly step: string;
  readonly fault: StepFault;
}

/** 顾问草稿: the turn of a message while an advisor holds the pen. */
export interface DraftOffered {
  readonly kind: 'DraftOffered';
  readonly turn: string;
  readonly inReplyTo: readonly string[];
  /** Of the pen it was drafted for. */
  readonly epoch: number;
  /** Null: nothing fit to be sent could be drafted. */
  readonly draft: Draft | null;
  /** The same in other tones; absent: there are none. */
  readonly tones?: readonly { readonly tone: Tone; readonly draft: Draft }[];
  readonly findings: readonly Finding[];
  readonly outcome: ReplyOutcome;
  readonly trace: Trace | null;
  /** How far the questions about a need have come, null: to their end; absent: none was asked. */
  readonly need?: FlowAdvanced | null;
}

/** 作废的回复: the pen had moved when the reply was ready; nobody has heard it. */
export interface ReplyDropped {
  readonly kind: 'ReplyDropped';
  readonly turn: string;
  readonly draft: Draft;
  readonly epoch: { readonly begun: number; readonly now: number };
}

/** 状态告知: said by the service itself, of a template: who speaks now, and what happens next. */
export interface NoticeGiven {
  readonly kind: 'NoticeGiven';
  readonly statement: Statement;
}

/** 服务评价. */
export interface ServiceRated {
  readonly kind: 'ServiceRated';
  readonly turn: string;
  readonly by: Person | null;
  /** 5 很满意 … 1 很不满意. */
  readonly score: number;
  readonly solved: boolean | null;
  readonly words: string | null;
}

export type HandoffEvent =
  | HandoffQueued
  | QueueMoved
  | HandoffOffered
  | DeadlineNeared
  | HandoffRequeued
  | PenTaken
  | PenTransferred
  | PenReturned
  | HandoffResolved
  | HandoffReopened
  | HandoffFailed
  | AdvisorSaid
  | AdvisorBlocked
  | NoteTaken
  | DraftOffered
  | DraftDiscarded
  | StepDismissed
  | ReplyDropped
  | NoticeGiven
  | ServiceRated;
