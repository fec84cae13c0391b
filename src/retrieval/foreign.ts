import type { IndexedPassage } from './passages.js';
import { wordsOf } from './words.js';

/** 0..1: how much a query's words are those of questions that are not ours (领域外). */
export type Foreignness = (query: ReadonlySet<string>) => number;

/** A passage's own words say less about how customers ask than a remembered question. */
const TEXT_WEIGHT = 0.2;
const SMOOTHING = 0.3;
/** What questions of ours come to on average; stands in where no foreign questions are known. */
const USUAL = 0.1;

/**
 * Naive Bayes over tokens: what customers ask and we answer against questions known not to be
 * ours, such as the lines of the out_of_scope intent. A token seen on neither side says nothing.
 * Product cards do not count: 「能还房贷吗」 asked of one fund does not make home loans ours.
 */
export function fitForeignness(
  ours: readonly IndexedPassage[],
  foreign: readonly string[],
): Foreignness {
  if (foreign.length === 0) return () => USUAL;
  const here = new Counts();
  for (const { passage, fields } of ours) {
    if (passage.kind === 'product') continue;
    here.add(fields.asks, 1);
    if (passage.kind === 'faq') here.add([passage.title], 1);
    here.add([`${fields.text}\n${passage.article ?? ''}`], TEXT_WEIGHT);
  }
  const there = new Counts();
  there.add(foreign, 1);
  const signs = signsOf(here, there);
  return (query) => {
    let sum = 0;
    for (const token of query) sum += signs.get(token) ?? 0;
    // The root, because neighbouring tokens share characters and are far from independent.
    return 1 / (1 + Math.exp(-sum / Math.sqrt(Math.max(query.size, 1))));
  };
}

/** How much each token speaks for being foreign: over 0, or under 0 for ours. */
function signsOf(here: Counts, there: Counts): ReadonlyMap<string, number> {
  const vocabulary = new Set([...here.weights.keys(), ...there.weights.keys()]);
  const size = vocabulary.size;
  return new Map(
    Array.from(vocabulary, (token) => [
      token,
      there.logRate(token, size) - here.logRate(token, size),
    ]),
  );
}

class Counts {
  readonly weights = new Map<string, number>();
  private total = 0;

  add(lines: readonly string[], weight: number): void {
    for (const line of lines) {
      for (const token of new Set(wordsOf(line))) {
        this.weights.set(token, (this.weights.get(token) ?? 0) + weight);
        this.total += weight;
      }
    }
  }

  logRate(token: string, vocabulary: number): number {
    const weight = this.weights.get(token) ?? 0;
    return Math.log((weight + SMOOTHING) / (this.total + SMOOTHING * vocabulary));
  }
}
