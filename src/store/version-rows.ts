import type { Generated } from 'kysely';

/** 版本档案, of the one schema: what the house knew and said, and who let it. */

/** A text by its SHA-256, kept for good: an answer of that day can be made again from it. */
export interface VersionTextRow {
  hash: string;
  content: string;
}

/** One line of the log: from here on this text stands under the name. */
export interface VersionRow {
  seq: Generated<number>;
  kind: VersionKind;
  /** A path of the release, a document's id, a product's code. */
  name: string;
  /** Null: from here on there is none. */
  hash: string | null;
  since: number;
  /** A staff id, `terminal`, or `release <version>`. */
  author: string;
  /** Null: nobody but the author saw it. */
  approver: string | null;
  /** `release`, `change:<id>` or `direct`. */
  basis: string;
}

/**
 * `file`: what ships with a release; `house_file`: what the house put in the place of one; `document`
 * and `product`: rows of the store; `institution`: who we are.
 */
export const VERSION_KINDS = ['file', 'house_file', 'document', 'product', 'institution'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** A change of what the assistant may know or say, as it stands; its stream is the house's. */
export interface ChangeRow {
  id: string;
  kind: ChangeKind;
  name: string;
  stage: 'proposed' | 'approved' | 'declined' | 'in_force';
  /** Of the text proposed; null: it is to go. */
  hash: string | null;
  /** Of the text that stood when it was proposed; null: there was none. */
  base: string | null;
  author: string;
  reason: string;
  proposed_at: number;
  effective_at: number;
  decided_by: string | null;
  decided_at: number | null;
  /** Of whoever decided. */
  words: string | null;
  in_force_at: number | null;
  /** The change this one takes back. */
  reverts: string | null;
}

export const CHANGE_KINDS = [
  'knowledge',
  'wording',
  'review_rules',
  'questionnaire',
  'assumptions',
  'thresholds',
  'product',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
