import type { Generated } from 'kysely';

/** Rows of the compliance door, of the same schema. */

/** A conversation as the inspection (质检) keeps track of it. */
export interface InspectionRow {
  conversation_id: string;
  /** When it will have been quiet for long enough; null: read as it stands. */
  due_at: number | null;
  /** Up to where it was read; 0: never. */
  through_seq: number;
  /** Of the rules it was read with; null: never. */
  version: string | null;
  /** Of the sampling; null: never read. */
  stratum: Generated<string | null>;
  /** Up to where a model read it after the rules; 0: never. */
  judged_seq: Generated<number>;
}

/** What a rule found where. The words themselves stay in the event: nothing here is to be erased. */
export interface FindingRow {
  conversation_id: string;
  rule: string;
  seq: number;
  /** UTF-16 units of the words of that event. */
  from_unit: number;
  to_unit: number;
  severity: 'hard' | 'soft';
  basis: string;
  said_at: number;
  employee_id: string | null;
  guard_then: 'passed' | 'reasoned' | 'not_asked';
  version: string;
  found_at: number;
  /** 1: the rules it was last read with find it too. */
  stands: number;
  /** What reviewers said of it; null: nothing yet. */
  judged: Generated<'right' | 'wrong' | null>;
}

/** Projection: a conversation before reviewers, rebuildable from its review's events. */
export interface ReviewItemRow {
  conversation_id: string;
  /** 1: the lot fell on it. */
  by_lot: number;
  score: number;
  stratum: string;
  stage: 'first' | 'second' | 'third' | 'settled';
  holder: string | null;
  verdict: string | null;
  opened_at: number;
  settled_at: number | null;
  /** JSON of its state. */
  state: string;
}

/** 辅导意见: what an employee is to learn from a conversation of theirs. */
export interface CoachingNoteRow {
  conversation_id: string;
  employee_id: string;
  by_staff: string;
  at: number;
  words: string;
}

/** Projection: words of one entry of a conversation as reviewers search them, rebuildable from events. */
export interface SearchEntryRow {
  /** In the order of time (`review/search/index/entry-ids.ts`). */
  id: number;
  conversation_id: string;
  seq: number;
  /** Keyed hashes, with a space before and after each (`review/search/index/blinding.ts`). */
  tokens: string;
}

/** 保存的检索: of one member of staff, under a key of their own. */
export interface SavedSearchRow {
  id: string;
  staff_id: string;
  name: string;
  /** JSON. */
  query: string;
  saved_at: number;
}

/** The head of a case's stream `erasure:<id>`; the rest is projection, rebuildable from its events. */
export interface ErasureRow {
  id: string;
  /** Null: of nobody the house knows. */
  customer_id: string | null;
  /** Where it was asked, or what the term of is over. */
  conversation_id: string;
  why: 'request' | 'term';
  stage: 'open' | 'proposed' | 'approved' | 'declined' | 'done';
  opened_at: number;
  /** The last day on which it is to be done. */
  due_day: string;
  proposed_by: string | null;
  decided_by: string | null;
  next_seq: number;
  head_hash: string;
}

/** The head of the stream `complaint:<id>` or `rights:<id>`; the rest is projection of it. */
export interface CustomerCaseRow {
  id: string;
  matter: string;
  /** Null: of nobody the house knows. */
  customer_id: string | null;
  /** Where it was asked; null: by letter, phone or at the counter. */
  conversation_id: string | null;
  /** What gave rise to it; the same opens no second case. */
  cause: string;
  /** The case of erasing that answers it; null: none does. */
  erasure_id: string | null;
  stage: 'open' | 'decided' | 'closed';
  owner: string | null;
  opened_at: number;
  /** The last day on which the customer is to be told what came of it. */
  due_day: string;
  /** On which they were told; null: not yet. */
  told_day: string | null;
  outcome: string | null;
  /** 1: something is written that the customer has not been told yet. */
  untold: number;
  /** 1: its day went by, and whoever looks after it was alerted. */
  overdue: number;
  escalated: number;
  next_seq: number;
  head_hash: string;
  /** As for a conversation. */
  restricted_at: number | null;
}

/** 已删除的标签: what is not said of a customer any more, and not found again. */
export interface DeletedTagRow {
  customer_id: string;
  tag: string;
  deleted_at: number;
}

/** Projection: a customer opened, or asked to be opened, for somebody they are not assigned to. */
export interface UnsealingRow {
  id: string;
  customer_id: string;
  /** Who asked, and the employee they are. */
  staff_id: string;
  employee_id: string;
  reason: string;
  asked_at: number;
  state: 'asked' | 'granted' | 'refused';
  /** The second person, a staff id; null: nobody has decided. */
  decided_by: string | null;
  decided_at: number | null;
  /** Null: it was not granted. */
  ends_at: number | null;
}

/** Projection: somebody a colleague's note calls on. The note itself stands at `seq` of the record. */
export interface MentionRow {
  conversation_id: string;
  seq: number;
  employee_id: string;
  by_employee: string;
  at: number;
  /** Null: not seen yet. A convenience of the one called on, on no record. */
  seen_at: number | null;
}
