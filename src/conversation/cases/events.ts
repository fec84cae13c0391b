import type { ComplaintDeadlines } from '../../compliance/complaint-deadlines.js';
import type { TagId } from '../../compliance/profiling-tags.js';
import type { Right } from '../../compliance/rights.js';
import type { LocalDate } from '../../terms/time.js';

/** 办理单: a complaint, or a request about personal information, until the customer knows what came of it. */

export type Matter = 'complaint' | Right;

/** How words came or went where there was no chat. */
export const OUTSIDE = ['phone', 'letter', 'counter'] as const;
export type Outside = (typeof OUTSIDE)[number];

/** 核实身份: how it was made sure who asks. */
export const IDENTITY_CHECKS = ['signed_in', 'called_back', 'in_person'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

export const COMPLAINT_OUTCOMES = [
  'upheld',
  'partly_upheld',
  'not_upheld',
  'settled',
  'withdrawn',
] as const;
export const RIGHT_OUTCOMES = ['granted', 'partly', 'refused'] as const;
export type Outcome = (typeof COMPLAINT_OUTCOMES)[number] | (typeof RIGHT_OUTCOMES)[number];

export interface CaseOpened {
  readonly kind: 'CaseOpened';
  readonly matter: Matter;
  readonly customer: string | null;
  /** Null: not in a chat. */
  readonly conversation: string | null;
  /** The turn, or the request of a member of staff, that gave rise to it. */
  readonly cause: string;
  readonly channel: 'chat' | Outside;
  /** Who took it down; null: the chat did. */
  readonly by: string | null;
  /** What it is about, in the customer's words; empty where the matter says all. */
  readonly words: string;
  /** What they want done about it. */
  readonly wish: string;
  readonly received: LocalDate;
  readonly due: LocalDate;
  /** 投诉的三个期限; null: a request about personal information. */
  readonly deadlines: ComplaintDeadlines | null;
  /** The case of erasing it leads to; null: none. */
  readonly erasure: string | null;
  /** Taken down for a customer who is in a chat, and has yet to be told so; absent: they know. */
  readonly receipt?: true;
}

export interface CaseTaken {
  readonly kind: 'CaseTaken';
  readonly by: string;
}

export interface CaseNoted {
  readonly kind: 'CaseNoted';
  readonly by: string;
  readonly words: string;
}

/** The customer was heard outside the chat. */
export interface CustomerHeard {
  readonly kind: 'CustomerHeard';
  readonly by: string;
  readonly channel: Outside;
  readonly words: string;
}

/** Words for the customer, still to be told. */
export interface WordsWritten {
  readonly kind: 'WordsWritten';
  readonly by: string;
  readonly words: string;
}

/** What was waiting to be told stands in a chat, as the statement of that id. */
export interface ToldInChat {
  readonly kind: 'ToldInChat';
  readonly conversation: string;
  readonly statement: string;
  readonly day: LocalDate;
}

/** Words as the customer got them, by the place in the case's stream where they were written. */
export interface ToldWords {
  readonly seq: number;
  readonly text: string;
}

/** What was waiting was told by a person. */
export interface ToldOutside {
  readonly kind: 'ToldOutside';
  readonly by: string;
  readonly channel: Outside;
  readonly day: LocalDate;
  /** The letter, word for word; absent: all that waited, to whoever stood there. */
  readonly told?: readonly ToldWords[];
}

export interface IdentityChecked {
  readonly kind: 'IdentityChecked';
  readonly by: string;
  readonly how: IdentityCheck;
}

/** 意愿即时生效: what the wish changed, in the same unit of work. */
export interface WishKept {
  readonly kind: 'WishKept';
  /** As a kind of what customers wish. */
  readonly wish: string;
}

/** 查阅复制: a copy of everything on file was made and handed to whoever passes it on. */
export interface CopyMade {
  readonly kind: 'CopyMade';
  readonly by: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface TagsDeleted {
  readonly kind: 'TagsDeleted';
  readonly by: string;
  readonly deleted: readonly TagId[];
  /** Which the law wants kept. */
  readonly kept: readonly TagId[];
}

/** 情况复杂，延长: told to the customer with the reason (投诉办法 art. 18). */
export interface CaseExtended {
  readonly kind: 'CaseExtended';
  readonly to: 'complex' | 'approved';
  readonly by: string;
  /** The second person; null: the first extension needs none. */
  readonly approvedBy: string | null;
  readonly reason: string;
  readonly due: LocalDate;
}

/** 申请再延长: waits for another person's yes. */
export interface ExtensionAsked {
  readonly kind: 'ExtensionAsked';
  readonly by: string;
  readonly reason: string;
}

export interface ExtensionRefused {
  readonly kind: 'ExtensionRefused';
  readonly by: string;
  readonly reason: string;
}

export interface CaseEscalated {
  readonly kind: 'CaseEscalated';
  readonly by: string;
  readonly reason: string;
}

/** 超期: its day went by and the customer knows of no outcome. */
export interface CaseOverdue {
  readonly kind: 'CaseOverdue';
  readonly due: LocalDate;
}

export interface CaseDecided {
  readonly kind: 'CaseDecided';
  readonly by: string;
  readonly outcome: Outcome;
  /** The reasons and what is done about it, as the customer is told. */
  readonly words: string;
}

/** 申请核查: the customer does not agree; another person looks at it once more (投诉办法 art. 20). */
export interface ReviewAsked {
  readonly kind: 'ReviewAsked';
  readonly by: string;
  readonly channel: Outside;
  readonly words: string;
  readonly due: LocalDate;
}

export type CaseEvent =
  | CaseOpened
  | CaseTaken
  | CaseNoted
  | CustomerHeard
  | WordsWritten
  | ToldInChat
  | ToldOutside
  | IdentityChecked
  | WishKept
  | CopyMade
  | TagsDeleted
  | CaseExtended
  | ExtensionAsked
  | ExtensionRefused
  | CaseEscalated
  | CaseOverdue
  | CaseDecided
  | ReviewAsked;

/** 投诉 and 权利请求 are kept for different terms, so that their streams have different names. */
export const caseStream = (id: string): string =>
  `${id.startsWith(COMPLAINT_MARK) ? 'complaint' : 'rights'}:${id}`;

/** How the number of a complaint begins. */
export const COMPLAINT_MARK = 'T';
export const RIGHT_MARK = 'Q';
