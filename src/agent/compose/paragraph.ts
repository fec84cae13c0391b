import type { Fact } from '../../terms/fact.js';
import type { Passage } from '../../terms/passage.js';
import type { Card, Suggestion, WordingRef } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import { nothingTwice } from './nothing-twice.js';

/** One part of a reply: words with `[1]…` counting this part's own passages. */
export interface Paragraph {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly facts: readonly Fact[];
  readonly cards: readonly Card[];
  readonly suggestions: readonly Suggestion[];
  readonly wording: readonly WordingRef[];
  /** Answers to a question are all shown, however many there are; absent: the first few. */
  readonly most?: number;
}

export const paragraph = (text: string, part: Partial<Paragraph> = {}): Paragraph => ({
  text,
  passages: [],
  facts: [],
  cards: [],
  suggestions: [],
  wording: [],
  ...part,
});

/** The template `id` filled with `values`; which of its variants is spoken hangs on `variant`. */
export function worded(
  wordings: Wordings,
  id: string,
  values: Readonly<Record<string, string>>,
  variant = 0,
  part: Partial<Paragraph> = {},
): Paragraph {
  const wording = wordings.get(id);
  return paragraph(wording.render(values, variant), {
    ...part,
    wording: [{ id, hash: wording.hash }],
  });
}

/** Joins paragraphs: citations are renumbered over the whole reply, the same passage keeps one number. */
export function join(paragraphs: readonly Paragraph[]): Paragraph {
  const passages: Passage[] = [];
  const most = Math.max(MAX_SUGGESTIONS, ...paragraphs.map((one) => one.most ?? 0));
  const texts = paragraphs.map(({ text, passages: own }) =>
    text.replace(/\[(\d+)\]/g, (mark, digits: string) => {
      const passage = own[Number(digits) - 1];
      if (!passage) return mark;
      const known = passages.findIndex(({ id }) => id === passage.id);
      return `[${known >= 0 ? known + 1 : passages.push(passage)}]`;
    }),
  );
  return {
    text: nothingTwice(texts.join('\n\n').split('\n\n')).join('\n\n'),
    passages,
    facts: paragraphs.flatMap(({ facts }) => facts),
    cards: distinctCards(paragraphs.flatMap(({ cards }) => cards)),
    suggestions: distinctLabels(
      [...paragraphs]
        .sort((a, b) => (b.most ?? 0) - (a.most ?? 0))
        .flatMap(({ suggestions }) => suggestions),
      most,
    ),
    most,
    wording: paragraphs.flatMap(({ wording }) => wording),
  };
}

/** Two answers about one product have one card. */
const distinctCards = (cards: readonly Card[]): readonly Card[] => {
  const written = cards.map((card) => JSON.stringify(card));
  return cards.filter((_, at) => written.indexOf(written[at] as string) === at);
};

const MAX_SUGGESTIONS = 4;

const distinctLabels = (suggestions: readonly Suggestion[], most: number): readonly Suggestion[] =>
  suggestions
    .filter(({ label }, index) => suggestions.findIndex((other) => other.label === label) === index)
    .slice(0, most);
