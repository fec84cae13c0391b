import type { Passage } from '../terms/passage.js';
import type { LocalDate } from '../terms/time.js';
import type { IndexedPassage } from './passages.js';
import type { TokenWeight } from './question-match.js';
import { remembered, similarityTo, weighWords } from './question-match.js';
import type { Reading } from './words.js';

/** 追问: what is asked further of a handbook entry that was told. */
export interface FurtherPart {
  readonly passage: Passage;
  /** 0..1: likeness to the best of its questions; 1 is the same words. */
  readonly like: number;
}

/** The part of an entry whose questions words are most like; null: the entry has none in force. */
export type FindFurther = (document: string, query: string, asOf: LocalDate) => FurtherPart | null;

/**
 * Questions of parts are bare (「要带什么」): among other passages they would be the best answer to
 * anything short, so they are known only by their entry.
 */
export function furtherParts(
  parts: readonly IndexedPassage[],
  { read, weight }: { readonly read: Reading; readonly weight: TokenWeight },
  isInForce: (passage: Passage, on: { readonly asOf: LocalDate }) => boolean,
): FindFurther {
  const questions = remembered(
    parts.map(({ fields }) => fields.asks),
    read,
    weight,
  );
  const likeness = (at: number, query: string): number => {
    const words = new Set(read(query));
    return similarityTo(questions(at), words, weighWords(words, weight).total);
  };
  return (document, query, asOf) => {
    const found = parts.flatMap(({ passage }, at) => {
      if (passage.document !== document || !isInForce(passage, { asOf })) return [];
      const bare = withoutMatter(query, passage.title);
      return [{ passage, like: Math.max(likeness(at, query), likeness(at, bare)) }];
    });
    return found.sort((one, other) => other.like - one.like)[0] ?? null;
  };
}

/** 「开户收不收钱」 of 「怎么在青屿财富开户？」 asks 「收不收钱」, as a part's own questions do. */
function withoutMatter(query: string, title: string): string {
  for (let length = query.length - 2; length >= 2; length -= 1) {
    for (let at = 0; at + length <= query.length; at += 1) {
      const shared = query.slice(at, at + length);
      if (title.includes(shared)) return query.replace(shared, '');
    }
  }
  return query;
}
