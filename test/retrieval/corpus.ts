import type { KnowledgeRows } from '../../src/retrieval/queries.js';
import type { DocumentRow } from '../../src/store/schema.js';

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly asks?: readonly string[];
  readonly article?: string;
  readonly document?: Partial<DocumentRow>;
}

/** Rows of a small made-up corpus, one passage a document. */
export const corpusOf = (entries: readonly Entry[]): KnowledgeRows => ({
  documents: entries.map(({ id, document }) => ({
    id,
    kind: 'faq',
    title: id,
    issuer: '青屿财富',
    authority: 'house',
    effective: null,
    expires: null,
    source: null,
    verified: 1,
    evidence: null,
    product: null,
    hash: `hash of ${id}`,
    ingested_at: 0,
    ...document,
  })),
  passages: entries.map(({ id, text, asks, article = null }) => ({
    id: `${id}#1`,
    document_id: id,
    ordinal: 1,
    article,
    context: null,
    text,
    evidence: null,
    asks: JSON.stringify(asks ?? []),
  })),
  further: [],
});
