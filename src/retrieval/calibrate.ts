import type { PassageRow } from '../store/schema.js';
import type { LocalDate } from '../terms/time.js';
import { buildIndex } from './knowledge-index.js';
import type { KnowledgeRows } from './queries.js';
import type { SupportFeatures, SupportWeights } from './support.js';
import { SUPPORT_FEATURES, supportOf } from './support.js';
import { fitVectors, indexedTexts } from './vectors.js';

/** A remembered question taken out of knowledge, and the passage it belongs to. */
export interface HeldOutQuestion {
  readonly text: string;
  readonly passage: string;
}

/** Knowledge without every `folds`-th remembered question; a passage keeps at least one. */
export function holdOut(
  rows: KnowledgeRows,
  fold: number,
  folds: number,
): { readonly rows: KnowledgeRows; readonly questions: readonly HeldOutQuestion[] } {
  const questions: HeldOutQuestion[] = [];
  const passages = rows.passages.map((row, place): PassageRow => {
    const asks = JSON.parse(row.asks) as string[];
    if (asks.length < 2) return row;
    const isOut = (index: number) => (index + place) % folds === fold;
    const out = asks.filter((_, index) => isOut(index)).slice(0, asks.length - 1);
    for (const text of out) questions.push({ text, passage: row.id });
    return { ...row, asks: JSON.stringify(asks.filter((ask) => !out.includes(ask))) };
  });
  return { rows: { documents: rows.documents, passages }, questions };
}

/** What became of a question: its own passage first, another first, or no question of ours. */
export type Outcome = 'right' | 'other' | 'foreign';

export interface Trial extends SupportExample {
  readonly question: string;
  readonly fold: number;
  readonly outcome: Outcome;
  readonly support: number;
}

/**
 * Asks every remembered question of an index that does not remember it, and every foreign question
 * of one that was not shown it. Takes `folds` builds of the index.
 */
export function tryOut(
  rows: KnowledgeRows,
  foreign: readonly string[],
  {
    asOf,
    folds = 5,
    only,
  }: { readonly asOf: LocalDate; readonly folds?: number; readonly only?: number },
): Trial[] {
  const wanted = Array.from({ length: folds }, (_, fold) => fold);
  return wanted
    .filter((fold) => only === undefined || fold === only)
    .flatMap((fold) => tryFold(rows, foreign, asOf, fold, folds));
}

function tryFold(
  rows: KnowledgeRows,
  foreign: readonly string[],
  asOf: LocalDate,
  fold: number,
  folds: number,
): Trial[] {
  const kept = holdOut(rows, fold, folds);
  const isOut = (index: number) => index % folds === fold;
  const index = buildIndex(kept.rows, {
    vectors: fitVectors(indexedTexts(kept.rows)),
    foreign: foreign.filter((_, at) => !isOut(at)),
  });
  const asked = [
    ...kept.questions,
    ...foreign.filter((_, at) => isOut(at)).map((text) => ({ text, passage: null })),
  ];
  return asked.flatMap(({ text, passage }) => {
    const { features, support, passages } = index.search(text, { k: 1, asOf });
    if (!features) return [];
    const found = passages[0]?.passage.id;
    const outcome = passage === null ? 'foreign' : found === passage ? 'right' : 'other';
    return [{ question: text, fold, features, outcome, support, answered: outcome === 'right' }];
  });
}

export interface SupportExample {
  readonly features: SupportFeatures;
  /** Whether the top passage answered the question. */
  readonly answered: boolean;
}

/**
 * Logistic regression, both classes weighing the same in sum, with a small pull towards zero
 * (`ridge`); plain gradient steps, so the same examples give the same weights.
 */
export function fitSupport(
  examples: readonly SupportExample[],
  { ridge = 0.002, steps = 4000, rate = 0.8 } = {},
): SupportWeights {
  const answered = examples.filter((example) => example.answered).length;
  let weights: SupportWeights = Object.fromEntries(
    ['bias', ...SUPPORT_FEATURES].map((name) => [name, 0]),
  ) as unknown as SupportWeights;
  for (let step = 0; step < steps; step++) {
    const slope = slopeAt(weights, examples, answered);
    weights = Object.fromEntries(
      Object.entries(weights).map(([name, value]) => {
        const pull = name === 'bias' ? 0 : ridge * value;
        return [name, value - rate * ((slope[name] ?? 0) + pull)];
      }),
    ) as unknown as SupportWeights;
  }
  return weights;
}

function slopeAt(
  weights: SupportWeights,
  examples: readonly SupportExample[],
  answered: number,
): Record<string, number> {
  const slope: Record<string, number> = { bias: 0 };
  for (const { features, answered: target } of examples) {
    const part = 0.5 / (target ? answered : examples.length - answered);
    const error = (supportOf(features, weights) - Number(target)) * part;
    slope['bias'] = (slope['bias'] ?? 0) + error;
    for (const name of SUPPORT_FEATURES) slope[name] = (slope[name] ?? 0) + error * features[name];
  }
  return slope;
}

/** The lowest threshold that at most `allowed` (a ratio) of these supports reach. */
export function thresholdFor(supports: readonly number[], allowed: number): number {
  const sorted = [...supports].sort((a, b) => b - a);
  const over = sorted[Math.floor(sorted.length * allowed)] ?? 0;
  return over + 1e-6;
}
