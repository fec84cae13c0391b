import type { JsonObject } from '../terms/json.js';
import type { Citation } from '../terms/passage.js';
import type { Statement } from '../terms/statement.js';

const titleOf = (citation: Citation): string =>
  citation.article ? `${citation.title} ${citation.article}` : citation.title;

/**
 * Markdown a chat client can render: the text and one link definition a citation. Two marks side by
 * side would be read as one reference link, so they are kept apart (screens.md §4.2, 1).
 */
export function markdownOf(statement: Statement): string {
  const text = statement.text.replaceAll('][', '] [');
  if (statement.citations.length === 0) return text;
  const definitions = statement.citations.map(
    (citation, index) =>
      `[${index + 1}]: cite:${index + 1} "${titleOf(citation).replaceAll('"', '')}"`,
  );
  return `${text}\n\n${definitions.join('\n')}\n`;
}

/** The schema.org entity Web Chat opens citations from (directline.md §5.7), with the AI label. */
export function citationEntity(statement: Statement): JsonObject {
  return {
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    type: 'https://schema.org/Message',
    additionalType: ['AIGeneratedContent'],
    keywords: ['AIGeneratedContent'],
    citation: statement.citations.map((citation, index) => claimOf(citation, index + 1)),
  };
}

function claimOf(citation: Citation, position: number): JsonObject {
  const validity = validityOf(citation);
  const origin = originOf(citation);
  const text = `${citation.text}\n\n${origin}${validity ? ` · ${validity}` : ''}`;
  return {
    '@type': 'Claim',
    '@id': `cite:${position}`,
    position,
    text,
    appearance: {
      '@type': 'DigitalDocument',
      name: titleOf(citation),
      text,
      shuzhi: {
        id: citation.passage,
        passage: citation.text,
        article: citation.article,
        issuer: origin,
        effective: citation.effective,
        expires: citation.expires,
      },
    },
  };
}

/** Who says so. A digest is our wording of a rule and must not pass for the rule's own text. */
function originOf({ kind, issuer, source }: Citation): string {
  if (kind === 'regulation') return `要点由我们整理，非条文原文 · ${issuer}`;
  return kind === 'law' ? issuer : (source ?? issuer);
}

function validityOf({ effective, expires }: Citation): string {
  if (effective && expires) return `${effective} 至 ${expires} 有效`;
  if (effective) return `${effective} 起有效`;
  return expires ? `有效至 ${expires}` : '';
}
