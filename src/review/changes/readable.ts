import { documentOf } from '../../retrieval/archive.js';
import type { ChangeRow } from '../../store/version-rows.js';

/** What the archive keeps of a change, as a person reads it. */
export function readable(kind: ChangeRow['kind'], content: string | null): string {
  if (content === null) return '';
  if (kind === 'product') return JSON.stringify(JSON.parse(content), null, 1);
  return kind === 'knowledge' ? documentWords(content) : content;
}

function documentWords(content: string): string {
  const { document, passages } = documentOf(content);
  const { hash: _, id: __, ...header } = document;
  return [
    ...Object.entries(header).map(([name, value]) => `${name}: ${String(value)}`),
    ...passages.flatMap(({ article, context, text, asks }) => [
      '',
      ...[article, context].flatMap((one) => (one === null ? [] : [`## ${one}`])),
      ...(JSON.parse(asks) as readonly string[]).map((ask) => `? ${ask}`),
      text,
    ]),
  ].join('\n');
}
