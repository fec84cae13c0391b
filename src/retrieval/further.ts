import type { Passage } from '../terms/passage.js';
import type { LocalDate } from '../terms/time.js';
import { indexedPassages } from './passages.js';
import type { KnowledgeRows } from './queries.js';
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
  { documents, further }: KnowledgeRows,
  { read, weight }: { readonly read: Reading; readonly weight: TokenWeight },
  isInForce: (passage: Passage, on: { readonly asOf: LocalDate }) => boolean,
): FindFurther {
  const parts = indexedPassages({ documents, passages: further });
  const questions = remembered(
    parts.map(({ fields }) => fields.asks),
    read,
    weight,
  );
  return (document, query, asOf) => {
    const words = new Set(read(query));
    const { total } = weighWords(words, weight);
    const found = parts.flatMap(({ passage }, at) =>
      passage.document === document && isInForce(passage, { asOf })
        ? [{ passage, like: similarityTo(questions(at), words, total) }]
        : [],
    );
    return found.sort((one, other) => other.like - one.like)[0] ?? null;
  };
}
