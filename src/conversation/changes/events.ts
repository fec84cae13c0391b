import type { ChangeKind } from '../../store/version-rows.js';
import type { Instant } from '../../terms/time.js';

/** 变更 on the house's record: what the assistant may know and say, proposed by one, let by another. */
export type ChangeEvent = ChangeProposed | ChangeApproved | ChangeDeclined | ChangeInForce;

export interface ChangeProposed {
  readonly kind: 'ChangeProposed';
  readonly id: string;
  readonly of: ChangeKind;
  readonly name: string;
  /** SHA-256 of what is proposed; null: it is to go. */
  readonly hash: string | null;
  /** SHA-256 of what stood then; null: nothing did. */
  readonly base: string | null;
  readonly by: string;
  readonly reason: string;
  readonly effectiveAt: Instant;
  /** The change it takes back. */
  readonly reverts: string | null;
}

export interface ChangeApproved {
  readonly kind: 'ChangeApproved';
  readonly id: string;
  readonly by: string;
}

export interface ChangeDeclined {
  readonly kind: 'ChangeDeclined';
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

/** From here on the assistant knows and says it. */
export interface ChangeInForce {
  readonly kind: 'ChangeInForce';
  readonly id: string;
}
