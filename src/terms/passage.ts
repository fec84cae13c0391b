import type { PassageId } from './ids.js';
import type { LocalDate } from './time.js';

/** What kind of document a passage comes from. */
export type KnowledgeKind = 'faq' | 'product' | 'regulation' | 'law' | 'note';

/** How far a regulation fact was checked: T read in the text … M memory only. */
export type EvidenceTag = 'T' | 'T2' | 'Q' | 'W' | 'M';

/** A stretch of knowledge (知识段落) that can be cited. */
export interface Passage {
  readonly id: PassageId;
  readonly document: string;
  readonly kind: KnowledgeKind;
  readonly title: string;
  /** `第二十四条`, a section heading, or null where the document has no parts. */
  readonly article: string | null;
  readonly text: string;
  readonly issuer: string;
  readonly effective: LocalDate | null;
  readonly expires: LocalDate | null;
  readonly source: string | null;
  /** Null: the house's own statement, not a regulation fact. */
  readonly evidence: EvidenceTag | null;
  /** Product code a product card describes. */
  readonly product: string | null;
}

/** `[n]` in a draft's text points at the n-th citation, counted from 1. */
export interface Citation {
  readonly passage: PassageId;
  readonly kind: KnowledgeKind;
  readonly title: string;
  readonly article: string | null;
  readonly issuer: string;
  /** Where it stands, in words: instrument and article, or chapter of the handbook. */
  readonly source: string | null;
  readonly effective: LocalDate | null;
  readonly expires: LocalDate | null;
  readonly text: string;
}

export const citationOf = (passage: Passage): Citation => ({
  passage: passage.id,
  kind: passage.kind,
  title: passage.title,
  article: passage.article,
  issuer: passage.issuer,
  source: passage.source,
  effective: passage.effective,
  expires: passage.expires,
  text: passage.text,
});
