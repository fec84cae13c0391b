import type { Generated } from 'kysely';

/** Rows of the one schema both databases share. Instants are ms since the epoch, JSON is text. */
export interface Schema {
  inbox: InboxRow;
  conversation: ConversationRow;
  event: EventRow;
  ledger_entry: LedgerEntryRow;
  message: MessageRow;
  attachment: AttachmentRow;
  attempt: AttemptRow;
  tool_call: ToolCallRow;
  outbox: OutboxRow;
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
  staff: StaffRow;
  staff_session: StaffSessionRow;
  oidc_attempt: OidcAttemptRow;
  stream_head: StreamHeadRow;
  idempotency: IdempotencyRow;
  counter: CounterRow;
  lease: LeaseRow;
  setting: SettingRow;
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

/** Commits to exactly one event (reliability.md D3, entry version 1). */
export interface LedgerEntryRow {
  stream: string;
  cseq: number;
  hash: string;
  entry: string;
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
  outcome: 'running' | 'replied' | 'blocked' | 'silent' | 'superseded' | 'failed';
  draft: string | null;
  blocked_by: string | null;
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

export interface ProductRow {
  code: string;
  name: string;
  status: string;
  regime: string;
  private: number;
  /** JSON of `Product`. */
  body: string;
}

export interface CustomerRow {
  id: string;
  name: string;
  /** JSON of the customer's master data. */
  body: string;
}

export interface EmployeeRow {
  id: string;
  name: string;
  role: string;
  body: string;
}

/** What a customer has of a product on a day. A product sold off keeps no row. */
export interface HoldingRow {
  customer_id: string;
  product_code: string;
  /** Units; for what is not sold in units (deposits, policies) the yuan paid in. */
  units: number;
  /** Yuan paid for all of these units. */
  cost: number;
  as_of: string;
}

/** One movement of money or units in the customer's account (交易流水). */
export interface TransactionRow {
  id: string;
  customer_id: string;
  /** Null: money alone, in or out of the account. */
  product_code: string | null;
  kind: string;
  /** Yuan, never negative: `kind` says which way. */
  amount: number;
  at: number;
}

/** Value of one unit on a day, income reinvested (复权单位净值). */
export interface PriceRow {
  product_code: string;
  date: string;
  nav: number;
}

/** What happened around a customer, as the institution's systems tell it; key moments read these. */
export interface CustomerEventRow {
  id: string;
  customer_id: string;
  kind: string;
  at: number;
  /** JSON object. */
  body: string;
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
}

/**
 * A staff account. All but `secret_*` is a projection of the stream `staff:<id>`; a secret is in no
 * event.
 */
export interface StaffRow {
  /** What the person signs in with; never given to anybody else. */
  id: string;
  name: string;
  role: string;
  /** The employee whose licences and capacity are this person's; null: none. */
  employee_id: string | null;
  state: 'open' | 'locked';
  /** Hash of a password, or of a one-time code; null: neither opens the account. */
  secret_hash: string | null;
  secret_kind: 'password' | 'code' | null;
  /** Null: never. */
  secret_expires: number | null;
  must_change: number;
  /** Wrong secrets in a row. */
  failures: number;
  failed_at: number | null;
  locked_until: number | null;
  /** JSON of issuer and subject this account was first signed in with by OIDC. */
  oidc_identity: string | null;
  added_at: number;
  signed_in_at: number | null;
}

/** One sign-in that still holds. The token itself is kept nowhere: `id` is its SHA-256. */
export interface StaffSessionRow {
  id: string;
  staff_id: string;
  /** What a browser must say beside its cookie to change anything. */
  csrf: string;
  via: 'password' | 'code' | 'oidc';
  began_at: number;
  seen_at: number;
  /** The end however busy it is. */
  ends_at: number;
}

/** A sign-in under way at the identity provider; `id` is the SHA-256 of the browser's cookie. */
export interface OidcAttemptRow {
  id: string;
  state: string;
  nonce: string;
  verifier: string;
  back_to: string;
  began_at: number;
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
