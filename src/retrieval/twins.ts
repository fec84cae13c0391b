import type { KnowledgeRows } from './queries.js';

const NUMBERED = /第[零〇一二三四五六七八九十百千]+条/;
const CITED = /《(.*?)》|第[零〇一二三四五六七八九十百千]+条/g;

/** Ids of the passages that say the same rule as a passage: a digest, its article, replies citing it. */
export type Twins = (passage: string) => ReadonlySet<string>;

/**
 * Articles are known by law and number, replies by the articles their source names. Two replies
 * that rest on one article answer two questions and are no twins.
 */
export function twinsOf({ documents, passages }: KnowledgeRows): Twins {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const replies = new Set<string>();
  const rules = new Map<string, Set<string>>();
  const add = (rule: string, id: string) => rules.set(rule, (rules.get(rule) ?? new Set()).add(id));
  for (const { id, document_id: of, article } of passages) {
    const document = byId.get(of);
    const number = NUMBERED.exec(article ?? '')?.[0];
    if (!document) continue;
    if (document.kind === 'faq') {
      replies.add(id);
      for (const rule of cited(document.source ?? '')) add(rule, id);
    } else if (number) add(document.title + number, id);
  }
  const twins = new Map<string, Set<string>>();
  for (const group of rules.values()) {
    for (const id of group) {
      const isTwin = (other: string) => other !== id && !(replies.has(id) && replies.has(other));
      const others = [...group].filter(isTwin);
      twins.set(id, new Set([...(twins.get(id) ?? []), ...others]));
    }
  }
  return (passage) => twins.get(passage) ?? new Set();
}

function cited(source: string): string[] {
  let law = '';
  const rules: string[] = [];
  for (const [found, title] of source.matchAll(CITED)) {
    if (title !== undefined) law = title;
    else rules.push(law + found);
  }
  return rules;
}
