import type { HeldOutQuestion } from './hold-out.js';
import { holdOut } from './hold-out.js';
import type { KnowledgeIndex, SearchOptions } from './knowledge-index.js';
import { buildIndex } from './knowledge-index.js';
import type { KnowledgeRows } from './queries.js';
import type { RankExample } from './fit-rank.js';
import type { SupportExample } from './fit-support.js';
import type { Twins } from './twins.js';
import { twinsOf } from './twins.js';
import { vectorsOf } from './vectors.js';

/**
 * What became of a question: an answer first, another passage first, its answers hidden so that
 * only neighbours were left, asked in the very words that are remembered, or no question of ours.
 */
export type Outcome = 'right' | 'other' | 'hidden' | 'remembered' | 'foreign';

/**
 * How much a trial counts in the fit. Neighbours of hidden answers are many and some of them answer
 * after all; remembered questions keep the fit from learning that likeness means nothing.
 */
const WEIGHTS: Readonly<Record<Outcome, number>> = {
  right: 1,
  other: 1,
  hidden: 0.2,
  remembered: 0.2,
  foreign: 3,
};

export interface Trial extends SupportExample {
  readonly question: string;
  readonly fold: number;
  readonly outcome: Outcome;
  readonly support: number;
}

export interface TryOptions {
  /** How a question is searched for; `hidden` is added to. */
  readonly search: (question: string) => SearchOptions;
  readonly folds?: number;
  /** Tries this fold alone. */
  readonly only?: number;
}

/** An index that lacks some remembered questions, and those questions. */
interface Fold {
  readonly fold: number;
  readonly index: KnowledgeIndex;
  readonly questions: readonly HeldOutQuestion[];
  /** As many that it does remember. */
  readonly remembered: readonly HeldOutQuestion[];
  readonly foreign: readonly string[];
  readonly twins: Twins;
  readonly search: (question: string) => SearchOptions;
}

/**
 * Asks every remembered question of an index that does not remember it, once with and once without
 * the passages that answer it, and every foreign question of an index that was not shown it. Builds
 * one index a fold.
 */
export const tryOut = (
  rows: KnowledgeRows,
  foreign: readonly string[],
  options: TryOptions,
): Trial[] =>
  foldsOf(rows, foreign, options).flatMap((fold) => [
    ...fold.questions.flatMap((question) => [
      ...trialOf(fold, question.text, outcomeOf(fold, question)),
      ...trialOf(hiding(fold, question), question.text, () => 'hidden'),
    ]),
    ...fold.remembered.flatMap((question) =>
      trialOf(fold, question.text, outcomeOf(fold, question))
        .filter(({ answered }) => answered)
        .map((trial): Trial => ({ ...trial, outcome: 'remembered', weight: WEIGHTS.remembered })),
    ),
    ...fold.foreign.flatMap((text) => trialOf(fold, text, () => 'foreign')),
  ]);

/** The same questions with all their candidates; for digests once more with only the law itself left. */
export const rankExamples = (
  rows: KnowledgeRows,
  foreign: readonly string[],
  options: TryOptions,
): RankExample[] =>
  foldsOf(rows, foreign, options).flatMap((fold) =>
    fold.questions.flatMap(({ text, passage }) => {
      const twins = fold.twins(passage);
      const law = [...twins].find((id) => id.startsWith('law:'));
      const isTold = (id: string) => id === passage || (twins.has(id) && id !== law);
      return [
        exampleOf(fold, text, (id) => id === passage, twins),
        ...(law ? [exampleOf(hidingIds(fold, isTold), text, (id) => id === law, new Set())] : []),
      ];
    }),
  );

const exampleOf = (
  { index, search }: Fold,
  text: string,
  isRight: (id: string) => boolean,
  neither: ReadonlySet<string>,
): RankExample =>
  index
    .explain(text, search(text))
    .filter(({ passage }) => !neither.has(passage.id))
    .map(({ passage, features }) => ({ features, isRight: isRight(passage.id) }));

function foldsOf(
  rows: KnowledgeRows,
  foreign: readonly string[],
  { search, folds = 5, only }: TryOptions,
): Fold[] {
  const twins = twinsOf(rows);
  const wanted = Array.from({ length: folds }, (_, fold) => fold);
  return wanted
    .filter((fold) => only === undefined || fold === only)
    .map((fold) => {
      const kept = holdOut(rows, fold, folds);
      const isOut = (index: number) => index % folds === fold;
      const index = buildIndex(kept.rows, {
        vectors: vectorsOf(kept.rows),
        foreign: foreign.filter((_, at) => !isOut(at)),
      });
      const { questions } = kept;
      const remembered = holdOut(rows, (fold + 1) % folds, folds).questions;
      return {
        fold,
        index,
        questions,
        remembered,
        twins,
        search,
        foreign: foreign.filter((_, at) => isOut(at)),
      };
    });
}

const hiding = (fold: Fold, { passage }: HeldOutQuestion): Fold =>
  hidingIds(fold, (id) => id === passage || fold.twins(passage).has(id));

const hidingIds = (fold: Fold, isHidden: (id: string) => boolean): Fold => ({
  ...fold,
  search(question) {
    const options = fold.search(question);
    return {
      ...options,
      hidden: (passage) => isHidden(passage.id) || (options.hidden?.(passage) ?? false),
    };
  },
});

const outcomeOf =
  ({ twins }: Fold, { passage }: HeldOutQuestion) =>
  (found: string): Outcome =>
    found === passage || twins(passage).has(found) ? 'right' : 'other';

function trialOf(
  { fold, index, search }: Fold,
  question: string,
  outcomeFor: (found: string) => Outcome,
): Trial[] {
  const { features, support, passages } = index.search(question, { ...search(question), k: 1 });
  const found = passages[0]?.passage.id;
  if (!features || found === undefined) return [];
  const outcome = outcomeFor(found);
  const answered = outcome === 'right';
  return [{ question, fold, features, outcome, support, answered, weight: WEIGHTS[outcome] }];
}
