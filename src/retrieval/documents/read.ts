import type { ParsedDocument, Section } from './document.js';
import { BrokenDocument, documentId, stemOf, withPassages } from './document.js';
import type { FrontMatter } from './front-matter.js';
import { splitFrontMatter } from './front-matter.js';
import { articlesOf, isLawText, lawFacts } from './law.js';
import { cut, sectionsOf } from './markdown.js';

/** Passages of plain text are gathered up to about this many characters. */
const PLAIN_PASSAGE = 400;

/**
 * Reads one knowledge file. `path` is relative to the folder that was named, with `/`.
 * Throws BrokenDocument; a file is wholly readable or not at all.
 */
export function readDocument(path: string, bytes: Uint8Array): ParsedDocument {
  const text = decode(bytes);
  if (text.trim() === '') throw new BrokenDocument('it is empty');
  const { header, body } = splitFrontMatter(text);
  if (header) return headed(path, header, body);
  if (isLawText(body)) return law(path, body);
  return plain(path, body);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BrokenDocument('it is not UTF-8 text', { cause });
  }
}

function headed(path: string, header: FrontMatter, body: string): ParsedDocument {
  const found = header.kind === 'law' ? articlesOf(body) : sectionsOf(body);
  const sections = found.map((section, index) => ({
    ...section,
    evidence: section.evidence ?? header.evidence,
    // Topics say in other words what a reply is about: searched like the headings above it.
    context: [...header.topics, section.context].filter(Boolean).join(' › ') || null,
    asks: index === 0 ? [...header.asks, ...section.asks] : section.asks,
  }));
  return withPassages(
    {
      id: documentId(header.kind, path),
      kind: header.kind,
      title: header.title,
      issuer: header.issuer,
      authority: header.authority,
      effective: header.effective,
      expires: header.expires,
      source: header.source,
      verified: Number(header.verified),
      evidence: header.evidence,
      product: header.product,
    },
    sections,
  );
}

function law(path: string, body: string): ParsedDocument {
  const facts = lawFacts(path, body);
  const sections = articlesOf(body).map((section) => ({ ...section, evidence: 'T' }));
  return withPassages(
    {
      ...facts,
      id: documentId('law', path),
      kind: 'law',
      expires: null,
      verified: 1,
      evidence: 'T',
      product: null,
    },
    sections,
  );
}

/** Without front matter nobody vouches for it: a note, unverified. */
function plain(path: string, body: string): ParsedDocument {
  const title = /^#\s+(.+)$/m.exec(body)?.[1]?.trim() ?? stemOf(path);
  const sections = path.endsWith('.txt') ? paragraphsOf(body) : sectionsOf(body);
  return withPassages(
    {
      id: documentId('note', path),
      kind: 'note',
      title,
      issuer: '未注明',
      authority: 'house',
      effective: null,
      expires: null,
      source: null,
      verified: 0,
      evidence: null,
      product: null,
    },
    sections,
  );
}

const paragraphsOf = (body: string): Section[] =>
  cut(body.trim(), PLAIN_PASSAGE).map((text) => ({
    article: null,
    context: null,
    text,
    evidence: null,
    asks: [],
  }));
