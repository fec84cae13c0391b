import type { DocumentRow, PassageRow } from '../store/schema.js';
import { passageId } from '../terms/ids.js';
import type { EvidenceTag, KnowledgeKind, Passage } from '../terms/passage.js';
import type { Fields } from './bm25.js';
import type { KnowledgeRows } from './queries.js';

/** A passage with what only the index sees of it. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly fields: Fields;
}

/** In the rows' order; a passage whose document is missing is left out. */
export function indexedPassages({
  documents,
  passages,
}: Pick<KnowledgeRows, 'documents' | 'passages'>): IndexedPassage[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return passages.flatMap((row) => {
    const document = byId.get(row.document_id);
    return document ? [indexed(document, row)] : [];
  });
}

function indexed(document: DocumentRow, row: PassageRow): IndexedPassage {
  return {
    passage: toPassage(document, row),
    fields: {
      text: row.text,
      heading: headingOf(document, row),
      asks: JSON.parse(row.asks) as string[],
    },
  };
}

/**
 * The line that says what this very passage is about counts twice: the title where there are no
 * parts, else the section's name. A law's bare article number says nothing.
 */
function headingOf({ title, kind }: DocumentRow, { context, article }: PassageRow): string {
  const own = kind === 'law' ? null : (article ?? (kind === 'faq' ? title : null));
  return [title, context, article, own].filter(Boolean).join('\n');
}

export const toPassage = (document: DocumentRow, row: PassageRow): Passage => ({
  id: passageId(row.id),
  document: document.id,
  kind: document.kind as KnowledgeKind,
  title: document.title,
  article: row.article,
  text: row.text,
  issuer: document.issuer,
  effective: document.effective,
  expires: document.expires,
  source: document.source,
  evidence: row.evidence as EvidenceTag | null,
  product: document.product,
});

/** The questions a passage answers: what it is remembered for, and its title where that is one. */
export const questionsOf = ({ passage, fields }: IndexedPassage): readonly string[] => {
  const part = passage.article === null ? passage.title : `${passage.title} ${passage.article}`;
  return [...fields.asks, part];
};
