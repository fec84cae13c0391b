import type { DocumentRow, PassageRow } from '../../store/schema.js';

/** A document (文档) ready to be kept: its row and its passages' rows, all or nothing. */
export interface ParsedDocument {
  readonly document: Omit<DocumentRow, 'hash' | 'ingested_at'>;
  readonly passages: readonly PassageRow[];
}

/** What a parser finds of one passage; ids and ordinals are given by `withPassages`. */
export interface Section {
  /** `第二十四条` or a section heading; null where the document has no parts. */
  readonly article: string | null;
  /** Headings above, joined by ` › `: indexed, not shown. */
  readonly context: string | null;
  readonly text: string;
  readonly evidence: string | null;
  /** Remembered questions (问法): indexed, not shown. */
  readonly asks: readonly string[];
}

/** The file cannot be taken in; `message` names what is wrong so that its owner can mend it. */
export class BrokenDocument extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BrokenDocument';
  }
}

/** Throws BrokenDocument when there is nothing to cite. */
export function withPassages(
  document: ParsedDocument['document'],
  sections: readonly Section[],
): ParsedDocument {
  if (sections.length === 0) throw new BrokenDocument('it has no text to cite');
  const passages = sections.map((section, index) => ({
    id: `${document.id}#${index + 1}`,
    document_id: document.id,
    ordinal: index + 1,
    article: section.article,
    context: section.context,
    text: section.text,
    evidence: section.evidence,
    asks: JSON.stringify(section.asks),
  }));
  return { document, passages };
}

/**
 * `faq` + `faq/redeem-fee.md` → `faq:redeem-fee`: the same whether the file is named alone, with
 * its folder or with the folder above, so that ingesting it again meets its own document.
 */
export function documentId(kind: string, path: string): string {
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  if (parts.length > 1 && [kind, `${kind}s`].includes(parts[0] ?? '')) parts.shift();
  return `${kind}:${parts.map(slug).join('/')}`;
}

const slug = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The last part of a path without its extension. */
export const stemOf = (path: string): string =>
  (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '');
