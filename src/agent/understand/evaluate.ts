import type { Classifier, Example } from '../models/embedded/classifier.js';
import { train } from '../models/embedded/classifier.js';
import type { Senses } from '../models/embedded/senses.js';
import { foldsOf, joinTwins } from './folds.js';
import type { Utterance } from './intents.js';
import type { UnderstandingFigures } from './measure.js';
import { ask, figuresOf } from './measure.js';

export interface TrainedFigures extends UnderstandingFigures {
  /** Wall time of one training, calibration included. */
  readonly train_seconds: number;
}

/** Learns from one list and answers another. */
export function evaluateUnderstanding(
  lessons: readonly Example[],
  test: readonly Example[],
): TrainedFigures {
  const { classifier, seconds } = timed(lessons);
  return { ...figuresOf(ask(classifier, test)), train_seconds: seconds };
}

const FOLDS = 5;

export interface CrossFigures extends TrainedFigures {
  readonly folds: number;
  readonly families: number;
  /** The pairs most often taken for each other: right, said, how often. */
  readonly confusions: readonly (readonly [right: string, said: string, count: number])[];
}

/** Cross-validation over an intent catalogue with whole paraphrase families held out. */
export function evaluateIntents(catalogue: readonly Utterance[], senses: Senses): CrossFigures {
  const utterances = joinTwins(catalogue);
  const fold = foldsOf(utterances, FOLDS);
  const rounds = Array.from({ length: FOLDS }, (_, held) => {
    const { classifier, seconds } = timed(
      utterances.filter((_u, at) => fold[at] !== held),
      senses,
    );
    return {
      seconds,
      verdicts: ask(
        classifier,
        utterances.filter((_u, at) => fold[at] === held),
      ),
    };
  });
  const verdicts = rounds.flatMap((round) => round.verdicts);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0) / FOLDS;
  return {
    ...figuresOf(verdicts),
    train_seconds: Math.round(seconds * 100) / 100,
    folds: FOLDS,
    families: new Set(utterances.map(({ family }) => family)).size,
    confusions: confusionsOf(verdicts),
  };
}

function timed(
  lessons: readonly Example[],
  senses?: Senses,
): { classifier: Classifier; seconds: number } {
  const from = performance.now();
  const classifier = train(lessons, senses);
  return { classifier, seconds: Math.round((performance.now() - from) / 10) / 100 };
}

const SHOWN = 15;

function confusionsOf(verdicts: ReturnType<typeof ask>): CrossFigures['confusions'] {
  const counts = new Map<string, number>();
  for (const { said, right } of verdicts.filter((verdict) => verdict.said !== verdict.right)) {
    const pair = `${right} ${said}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([pair, count]) => [...(pair.split(' ') as [string, string]), count]);
}
