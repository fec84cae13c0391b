import type { Classed } from '../advice/profiling/class-change.js';
import type { Doubt } from '../advice/profiling/doubts.js';
import type { RiskProfile } from '../advice/profiling/scoring.js';
import type { Attachment } from '../terms/attachment.js';
import type { Finding } from '../terms/finding.js';
import type { Tokens } from './cost.js';
import type { ComplaintDeadlines } from '../compliance/complaint-deadlines.js';
import type { Right } from '../compliance/rights.js';
import type { FlowName, HumanReason, SlotValues } from '../terms/command.js';
import type { FraudNews, FraudStep, FraudTold, Victim } from '../terms/fraud.js';
import type { Json, JsonObject } from '../terms/json.js';
import type { Answers } from '../terms/questionnaire.js';
import type { RiskTolerance } from '../terms/risk.js';
import type { CallbackSlot, Draft, Statement } from '../terms/statement.js';
import type { LocalDate } from '../terms/time.js';
import type { HandoffEvent } from './handoff/events.js';
import type { Summary } from './handoff/summary.js';

/** Who did it: the customer, the digital employee, or the service itself. */
export type Actor = 'customer' | 'assistant' | 'advisor' | 'service';

export interface ConversationOpened {
  readonly kind: 'ConversationOpened';
  readonly channel: string;
  readonly customer: string | null;
}

/** 客户消息: `activity` is kept as received, for the echo and for whoever asks later. */
export interface MessageReceived {
  readonly kind: 'MessageReceived';
  readonly id: string;
  readonly text: string;
  readonly value: JsonObject | null;
  /** Files that came with it; absent: none. */
  readonly attachments?: readonly Attachment[];
  readonly activity: JsonObject;
}

/** How an answer came about: everything a reviewer needs to follow or re-run it. */
export interface Trace {
  readonly attempt: number;
  readonly model: string;
  readonly commands: Json;
  readonly tools: readonly { readonly name: string; readonly args: Json; readonly ms: number }[];
  readonly findings: readonly Finding[];
  readonly verdict: 'pass' | 'replaced';
  readonly versions: JsonObject;
  /** Of the language model, whole turn; null where none was asked. */
  readonly tokens?: Tokens | null;
  /** Yuan; null where it is not known. */
  readonly cost?: number | null;
  /** Milliseconds per stage of the path. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface ReplyDecided {
  readonly kind: 'ReplyDecided';
  readonly turn: string | null;
  readonly inReplyTo: readonly string[];
  readonly statement: Statement;
  readonly outcome: ReplyOutcome;
  readonly trace: Trace | null;
}

/** What a reply was, so that the next turn knows without reading its words. */
export interface ReplyOutcome {
  readonly kind:
    | 'greeting'
    /** News of a matter, told without being asked: answers no message. */
    | 'notice'
    | 'answered'
    | 'asked'
    | 'recorded'
    | 'unsure'
    | 'refused'
    /** Nothing we are here for. */
    | 'out_of_scope'
    /** About another house's product, of which we have no facts. */
    | 'foreign_product'
    /** Taken in how the customer feels; nothing recorded, nobody called yet. */
    | 'comforted'
    | 'handed_off'
    | 'fraud_alert'
    | 'crisis'
    | 'apology';
  /** Products the reply was about, most important first. */
  readonly products: readonly string[];
  /** The list of the shelf this reply showed a part of. */
  readonly listing?: Listing | null;
  /** What the customer told or asked of a fraud under way, and got the next step for; absent: nothing. */
  readonly news?: readonly FraudNews[];
  /** Who is being cheated or in danger, the sum that has left, and the steps named; absent: not told. */
  readonly help?: Omit<FraudTold, 'news'> & { readonly steps?: readonly FraudStep[] };
  /** Products shown side by side without one being spoken of; absent: `products` are. */
  readonly listed?: readonly string[];
  /** It answers what the reply before had misheard; absent: no. */
  readonly repairs?: boolean;
}

export interface Listing {
  /** What was asked for, in the customer's words. */
  readonly query: string;
  /** How many of the matches have been shown so far. */
  readonly shown: number;
}

/** A draft the guard stopped (拦截): never said, kept for review. */
export interface DraftBlocked {
  readonly kind: 'DraftBlocked';
  readonly turn: string;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** 转人工: the customer needs a person. */
export interface HandoffRequested {
  readonly kind: 'HandoffRequested';
  readonly turn: string;
  readonly reason: HumanReason;
  readonly slots: readonly CallbackSlot[];
  /** What was told of a matter that the request cut short: the person goes on from there. */
  readonly told?: ToldSoFar | null;
  /** What whoever takes it must know; absent: recorded before there was one. */
  readonly summary?: Summary;
}

export interface ToldSoFar {
  readonly flow: FlowName;
  readonly values: SlotValues;
}

/** 预约回电: a time at which a person will call. */
export interface CallbackBooked {
  readonly kind: 'CallbackBooked';
  readonly turn: string;
  readonly slot: CallbackSlot;
}

/** The request for a person, or the booked call, is taken back. */
export interface HandoffCancelled {
  readonly kind: 'HandoffCancelled';
  readonly turn: string;
}

/** 流程: one step of a matter that takes several messages. What was said before stays in earlier events. */
export interface FlowAdvanced {
  readonly kind: 'FlowAdvanced';
  readonly turn: string;
  readonly flow: FlowName;
  /** The message in which `learned` was said. */
  readonly source: string;
  readonly learned: SlotValues;
  /** All values after this step; null: the customer could not say. */
  readonly values: SlotValues;
  readonly asked: readonly string[];
  readonly stage: 'asking' | 'confirming';
  /** The same was asked before, and nothing was learned. */
  readonly missed: boolean;
  /** Something else was answered first, and the question was repeated; absent: no. */
  readonly aside?: boolean;
}

export interface FlowClosed {
  readonly kind: 'FlowClosed';
  readonly turn: string;
  readonly flow: FlowName;
  readonly how: 'recorded' | 'cancelled' | 'given_up' | 'interrupted';
}

/** 客户需求 (KYI): stated by the customer and confirmed; slots as in `flows/need.ts`. */
export interface NeedStated {
  readonly kind: 'NeedStated';
  readonly turn: string;
  readonly source: string;
  readonly need: SlotValues;
}

/** 投诉登记, with the days on which answers are due. */
export interface ComplaintFiled {
  readonly kind: 'ComplaintFiled';
  readonly turn: string;
  readonly source: string;
  readonly matter: string;
  readonly wish: string;
  /** Absent: the day of the record. */
  readonly received?: LocalDate;
  readonly deadlines: ComplaintDeadlines;
}

/** 个人信息权利请求: a person acts on it. */
export interface PrivacyRequested {
  readonly kind: 'PrivacyRequested';
  readonly turn: string;
  readonly source: string;
  readonly right: Right;
  /** Absent: the day of the record. */
  readonly received?: LocalDate;
}

/** 诈骗报告: whether money has already left. */
export interface FraudReported {
  readonly kind: 'FraudReported';
  readonly turn: string;
  readonly source: string;
  readonly sent: boolean;
  /** The sum, yuan; absent: not told. */
  readonly yuan?: number;
  /** Who is being cheated; absent: the customer. */
  readonly victim?: Victim;
}

interface Filled {
  readonly turn: string;
  readonly source: string;
  /** Counted over all fillings of this customer, from 1. */
  readonly nth: number;
  readonly questionnaire: { readonly id: string; readonly version: string };
  readonly answers: Answers;
  /** From the first question to the last yes, ms; null: not known. */
  readonly tookMs: number | null;
  /** The day it counts for. */
  readonly day: LocalDate;
}

/** 风险测评结果: answers the customer has agreed to, and the class that follows from them. */
export interface RiskAssessed extends Filled {
  readonly kind: 'RiskAssessed';
  readonly scores: RiskProfile['scores'];
  readonly boundBy: RiskProfile['boundBy'];
  readonly tolerance: RiskTolerance;
  readonly lowestCategory: boolean;
  /** The first day on which it no longer counts. */
  readonly expires: LocalDate;
  /** The class before, where the customer was told of a change and confirmed it. */
  readonly previous: Classed | null;
  /** Why it changed, in the customer's words. */
  readonly reason: string | null;
  /** Whether it counts from now on, or after a person has looked at it. */
  readonly counts: boolean;
}

/** 作废的测评: contradictory or hasty, confirmed as it stood; it counts as taken, and compliance sees it. */
export interface AssessmentInvalid extends Filled {
  readonly kind: 'AssessmentInvalid';
  readonly doubts: readonly Doubt[];
}

/** 评价: thumbs on one reply. */
export interface FeedbackGiven {
  readonly kind: 'FeedbackGiven';
  readonly id: string;
  readonly activity: JsonObject;
  readonly rating: 'up' | 'down';
  readonly about: string;
  readonly reason: string | null;
  readonly words: string | null;
}

export interface Delivered {
  readonly kind: 'Delivered';
  readonly statement: string;
  readonly tries: number;
}

export interface DeliveryFailed {
  readonly kind: 'DeliveryFailed';
  readonly statement: string;
  readonly tries: number;
  readonly error: string;
}

export type ConversationEvent =
  | ConversationOpened
  | MessageReceived
  | ReplyDecided
  | DraftBlocked
  | HandoffRequested
  | CallbackBooked
  | HandoffCancelled
  | HandoffEvent
  | FlowAdvanced
  | FlowClosed
  | NeedStated
  | ComplaintFiled
  | PrivacyRequested
  | FraudReported
  | RiskAssessed
  | AssessmentInvalid
  | FeedbackGiven
  | Delivered
  | DeliveryFailed;

/** An event where it stands in its stream. */
export interface Recorded<E extends ConversationEvent = ConversationEvent> {
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  readonly event: E;
}
