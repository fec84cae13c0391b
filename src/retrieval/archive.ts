import type { DocumentRow, PassageRow } from '../store/schema.js';
import type { Texts } from '../store/version-archive.js';
import type { KnowledgeRows } from './queries.js';
import { knowledgeOf } from './queries.js';

/** Documents as the version archive keeps them: all that an index is built from, and not when it came. */

type Document = Omit<DocumentRow, 'ingested_at'>;

/** The same document gives the same text, wherever its rows came from. */
export function documentText(document: Document, passages: readonly PassageRow[]): string {
  const { id, kind, title, issuer, authority, effective, expires } = document;
  const { source, verified, evidence, product, hash } = document;
  return JSON.stringify({
    document: {
      ...{ id, kind, title, issuer, authority, effective, expires },
      ...{ source, verified, evidence, product, hash },
    },
    passages: passages.map(passageText),
  });
}

const passageText = ({ id, document_id, ordinal, article, context, ...rest }: PassageRow) => ({
  ...{ id, document_id, ordinal, article, context },
  ...{ text: rest.text, evidence: rest.evidence, asks: rest.asks },
});

export const documentOf = (
  text: string,
): { readonly document: Document; readonly passages: readonly PassageRow[] } =>
  JSON.parse(text) as ReturnType<typeof documentOf>;

/** Texts by document id. */
export function documentTexts({ documents, passages, further }: KnowledgeRows): Texts {
  const byDocument = new Map<string, PassageRow[]>(documents.map(({ id }) => [id, []]));
  for (const row of [...passages, ...further]) byDocument.get(row.document_id)?.push(row);
  return new Map(
    documents.map((document) => [
      document.id,
      documentText(
        document,
        (byDocument.get(document.id) ?? []).sort((a, b) => a.ordinal - b.ordinal),
      ),
    ]),
  );
}

/** The rows an index was built from, from what the archive kept of them, in the same order. */
export function rowsFrom(state: Texts): KnowledgeRows {
  const all = [...state.values()].map(documentOf);
  return knowledgeOf(
    all.map(({ document }) => ({ ...document, ingested_at: 0 })),
    all.flatMap(({ passages }) => passages),
  );
}
