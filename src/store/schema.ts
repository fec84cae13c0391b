import type { Generated } from 'kysely';
import type {
  CoachingNoteRow,
  CustomerCaseRow,
  DeletedTagRow,
  FindingRow,
  InspectionRow,
  ReviewItemRow,
  SavedSearchRow,
  SearchEntryRow,
  ErasureRow,
  MentionRow,
  UnsealingRow,
} from './review-rows.js';
import type { SealedRow } from './kept.js';
import type {
  LedgerCheckpointRow,
  LedgerEntryRow,
  LedgerHeadRow,
  LedgerTileRow,
  LedgerTreeRow,
} from './ledger-rows.js';
import type {
  CustomerEventRow,
  CustomerRow,
  EmployeeRow,
  HoldingRow,
  PriceRow,
  ProductChangeRow,
  ProductRow,
  TransactionRow,
} from './institution-rows.js';
import type { OidcAttemptRow, StaffRow, StaffSessionRow } from './staff-rows.js';
import type { ChangeRow, VersionRow, VersionTextRow } from './version-rows.js';

/** Rows of the one schema both databases share. Instants are ms since the epoch, JSON is text. */
export interface Schema {
  inbox: SealedRow<InboxRow, Sealed['inbox']>;
  conversation: SealedRow<ConversationRow, Sealed['conversation']>;
  event: SealedRow<EventRow, Sealed['event']>;
  ledger_entry: LedgerEntryRow;
  ledger_tree: LedgerTreeRow;
  ledger_tile: LedgerTileRow;
  ledger_head: LedgerHeadRow;
  ledger_checkpoint: LedgerCheckpointRow;
  message: SealedRow<MessageRow, Sealed['message']>;
  attachment: SealedRow<AttachmentRow, Sealed['attachment']>;
  attempt: SealedRow<AttemptRow, Sealed['attempt']>;
  tool_call: SealedRow<ToolCallRow, Sealed['tool_call']>;
  outbox: SealedRow<OutboxRow, Sealed['outbox']>;
  document: DocumentRow;
  passage: PassageRow;
  product: ProductRow;
  customer: CustomerRow;
  employee: EmployeeRow;
  holding: HoldingRow;
  transaction_record: TransactionRow;
  price: PriceRow;
  customer_event: CustomerEventRow;
  assessment: AssessmentRow;
  proposal: ProposalRow;
  moment: SealedRow<MomentRow, Sealed['moment']>;
  erasure: ErasureRow;
  customer_case: CustomerCaseRow;
  deleted_tag: DeletedTagRow;
  product_change: ProductChangeRow;
  handoff: SealedRow<HandoffRow, Sealed['handoff']>;
  service: ServiceRow;
  mention: MentionRow;
  inspection: InspectionRow;
  finding: FindingRow;
  review_item: SealedRow<ReviewItemRow, Sealed['review_item']>;
  coaching_note: SealedRow<CoachingNoteRow, Sealed['coaching_note']>;
  search_entry: SearchEntryRow;
  saved_search: SealedRow<SavedSearchRow, Sealed['saved_search']>;
  staff: StaffRow;
  staff_session: StaffSessionRow;
  unsealing: UnsealingRow;
  oidc_attempt: OidcAttemptRow;
  stream_head: StreamHeadRow;
  idempotency: SealedRow<IdempotencyRow, Sealed['idempotency']>;
  counter: CounterRow;
  lease: LeaseRow;
  setting: SettingRow;
  sealed_once: SealedOnceRow;
  version: VersionRow;
  version_text: VersionTextRow;
  change_proposal: ChangeRow;
}

/** A table in which nothing lies in clear any more. */
export interface SealedOnceRow {
  table_name: string;
}

/** Columns with customers' words or personal data: nothing but `kept` can be written into one. */
export interface Sealed {
  inbox: 'body';
  conversation: 'address';
  event: 'body' | 'salt';
  message: 'text';
  attachment: 'name' | 'content';
  attempt: 'versions' | 'draft' | 'blocked_by' | 'given';
  tool_call: 'args' | 'result';
  outbox: 'statement' | 'last_error';
  handoff: 'state';
  moment: 'body';
  idempotency: 'answer';
  review_item: 'state';
  coaching_note: 'words';
  saved_search: 'name' | 'query';
}

/** A message as received, acknowledged only once this row is durable (reliability.md D1). */
export interface InboxRow {
  seq: Generated<number>;
  channel: string;
  channel_conv: string;
  activity_id: string;
  conversation_id: string;
  event_seq: number;
  body_hash: string;
  body: string;
  received_at: number;
  state: 'new' | 'taken' | 'done' | 'conflict';
  turn_id: string | null;
}

/** The head of a conversation's stream and its lease. `owner` holds the lease, `pen` may speak. */
export interface ConversationRow {
  id: string;
  channel: string;
  channel_conv: string;
  customer_id: string | null;
  /** Where to send (a conversation reference); null for channels that are read, not sent to. */
  address: string | null;
  next_seq: number;
  head_hash: string;
  fence: number;
  owner: string | null;
  lease_until: number;
  pen: 'assistant' | 'waiting' | 'advisor';
  epoch: number;
  opened_at: number;
  closed_at: number | null;
  /** 停止处理: since then nobody comes across it; null: it is in ordinary use. */
  restricted_at: number | null;
}

/** What happened: the only place where it is written. */
export interface EventRow {
  stream: string;
  seq: number;
  kind: string;
  at: number;
  actor: string;
  /** Canonical JSON (RFC 8785); null once erased. */
  body: string | null;
  /** 32 random bytes, hex; null once erased. */
  salt: string | null;
}

/** Projection: what the customer and we said, rebuildable from events. */
export interface MessageRow {
  conversation_id: string;
  seq: number;
  role: 'customer' | 'assistant' | 'advisor';
  text: string;
  turn_id: string | null;
  at: number;
}

/** A file a customer sent. The event that brought it names `id`, the SHA-256 of the content. */
export interface AttachmentRow {
  conversation_id: string;
  id: string;
  /** Null once erased. */
  name: string | null;
  media_type: string;
  size: number;
  /** Null once erased. */
  content: Uint8Array | null;
  received_at: number;
}

/** One run of a turn with everything needed to run it again. */
export interface AttemptRow {
  turn_id: string;
  n: number;
  conversation_id: string;
  fence: number;
  started_at: number;
  finished_at: number | null;
  /** JSON: seed, clock, model, and hashes of prompts, knowledge, rules. */
  versions: string;
  llm_request_hash: string | null;
  outcome: 'running' | 'replied' | 'drafted' | 'blocked' | 'silent' | 'superseded' | 'failed';
  draft: string | null;
  blocked_by: string | null;
  /** JSON: what of the customer it was thought on, beside the events; null: recorded before it was kept. */
  given: string | null;
}

/** Tool journal: intent before the run, result after it. */
export interface ToolCallRow {
  idem_key: string;
  turn_id: string;
  ordinal: number;
  name: string;
  args: string;
  intent_at: number;
  status: 'intent' | 'done' | 'failed';
  result: string | null;
}

/** Statements waiting to leave through a channel that must be sent to. */
export interface OutboxRow {
  id: string;
  conversation_id: string;
  seq: number;
  channel: string;
  statement: string;
  state: 'waiting' | 'sent' | 'dead';
  tries: number;
  next_at: number;
  last_error: string | null;
}

export interface DocumentRow {
  id: string;
  kind: string;
  title: string;
  issuer: string;
  authority: string;
  effective: string | null;
  expires: string | null;
  source: string | null;
  verified: number;
  evidence: string | null;
  product: string | null;
  hash: string;
  ingested_at: number;
}

export interface PassageRow {
  id: string;
  document_id: string;
  ordinal: number;
  article: string | null;
  /** Chapter or heading path: indexed, not shown. */
  context: string | null;
  text: string;
  evidence: string | null;
  /** JSON list of remembered questions: indexed, not shown. */
  asks: string;
}

/** Projection: fillings of the risk questionnaire, rebuildable from events. */
export interface AssessmentRow {
  customer_id: string;
  /** Of this customer, from 1; 0 and below: taken elsewhere, as the master data told. */
  nth: number;
  /** `YYYY-MM-DD` in the institution's time zone. */
  day: string;
  turn_id: string;
  state: 'counts' | 'awaits_person' | 'invalid';
  /** Null: it came to no class. */
  tolerance: number | null;
  lowest_category: number;
}

/** The head of a proposal's stream; the rest is projection, rebuildable from its events. */
export interface ProposalRow {
  id: string;
  customer_id: string;
  conversation_id: string;
  stage: string;
  drafted_at: number;
  expires_at: number;
  /** The advisor who decided; null: none has. */
  signed_by: string | null;
  /** 1: something was decided that the customer has not been told yet. */
  untold: number;
  next_seq: number;
  head_hash: string;
  /** As for a conversation. */
  restricted_at: number | null;
}

/** Projection: where a conversation stands on its way to a person and back. */
export interface HandoffRow {
  conversation_id: string;
  customer_id: string | null;
  stage: 'none' | 'queued' | 'offered' | 'held' | 'closed';
  /** Whom it is offered to, who holds it, or who closed it; null: nobody. */
  employee_id: string | null;
  /** JSON of the fold. */
  state: string;
  moved_at: number;
}

/** Projection: a stretch of time in which one person held the pen. */
export interface ServiceRow {
  conversation_id: string;
  /** Of the pen when it came into their hand. */
  epoch: number;
  customer_id: string | null;
  employee_id: string;
  from_at: number;
  /** Null: it goes on. */
  to_at: number | null;
  outcome: 'solved' | 'unsolved' | 'follow_up' | 'passed_on' | null;
}

/**
 * A step of a key moment that is or was due. What was found follows from stored facts; from `state` on
 * it is a projection of the stream `moment:<id>`.
 */
export interface MomentRow {
  id: string;
  customer_id: string;
  number: number;
  step: string;
  audience: string;
  /** The advisor it is for; null: nobody in particular. */
  employee_id: string | null;
  purpose: string;
  from_day: string;
  until_day: string;
  /** Yuan. */
  stake: number;
  /** JSON: why, and what may be told. */
  body: string;
  /** What the gate said against it when it was raised. */
  barred: string | null;
  state: 'open' | 'postponed' | 'told' | 'done' | 'dismissed' | 'lapsed';
  raised_on: string;
  again_on: string | null;
  contacted_at: number | null;
  outcome: string | null;
}

/** Where a stream stands that has no row of its own. */
export interface StreamHeadRow {
  stream: string;
  next_seq: number;
  head_hash: string;
}

/** A write that was asked for under a key of the caller's, and what was answered. */
export interface IdempotencyRow {
  /** SHA-256 over who asked, what for, and the key. */
  id: string;
  body_hash: string;
  began_at: number;
  /** Null: still under way, or died under way. */
  status: number | null;
  /** JSON; null: an empty answer. */
  answer: string | null;
}

/** Rate limits, counted where every replica sees them. */
export interface CounterRow {
  key: string;
  window_start: number;
  count: number;
}

/** Which process runs a job, or serves the file; a heartbeat for SQLite. */
export interface LeaseRow {
  name: string;
  owner: string;
  until: number;
}

export interface SettingRow {
  name: string;
  value: string;
}
