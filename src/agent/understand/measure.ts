import type { Classifier, Example } from '../models/embedded/classifier.js';

/** One answer of a classifier: what it said, how sure, what was right, how long it took. */
export interface Verdict {
  readonly said: string;
  readonly probability: number;
  readonly right: string;
  readonly ms: number;
}

export interface UnderstandingFigures {
  readonly examples: number;
  readonly classes: number;
  readonly accuracy: number;
  /** Mean F1 over the classes of the test. */
  readonly macro_f1: number;
  /** Expected calibration error over 15 bins of equal width (Guo et al. 2017). */
  readonly calibration_error: number;
  /** Accuracy of the surest part of the answers, and how sure the least sure of them is. */
  readonly abstention: readonly {
    readonly coverage: number;
    readonly accuracy: number;
    readonly threshold: number;
  }[];
  readonly latency_p50_ms: number;
  readonly latency_p99_ms: number;
}

export const ask = (classifier: Classifier, test: readonly Example[]): readonly Verdict[] =>
  test.map(({ label, text }) => {
    const from = performance.now();
    const [top] = classifier.rank(text);
    const ms = performance.now() - from;
    return { said: top?.label ?? '', probability: top?.probability ?? 0, right: label, ms };
  });

export function figuresOf(verdicts: readonly Verdict[]): UnderstandingFigures {
  const labels = [...new Set(verdicts.map(({ right }) => right))];
  const times = verdicts.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    examples: verdicts.length,
    classes: labels.length,
    accuracy: round(accuracyOf(verdicts)),
    macro_f1: round(mean(labels.map((label) => f1(verdicts, label)))),
    calibration_error: round(calibrationError(verdicts)),
    abstention: abstention(verdicts),
    latency_p50_ms: round(times[Math.floor(times.length * 0.5)] ?? 0),
    latency_p99_ms: round(times[Math.floor(times.length * 0.99)] ?? 0),
  };
}

const isRight = ({ said, right }: Verdict): boolean => said === right;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const accuracyOf = (verdicts: readonly Verdict[]): number =>
  mean(verdicts.map((verdict) => (isRight(verdict) ? 1 : 0)));

function f1(verdicts: readonly Verdict[], label: string): number {
  const said = verdicts.filter((verdict) => verdict.said === label).length;
  const meant = verdicts.filter((verdict) => verdict.right === label).length;
  const both = verdicts.filter((verdict) => isRight(verdict) && verdict.said === label).length;
  return (2 * both) / (said + meant || 1);
}

const BINS = 15;

function calibrationError(verdicts: readonly Verdict[]): number {
  const bins = Array.from({ length: BINS }, (): Verdict[] => []);
  for (const verdict of verdicts)
    bins[Math.min(BINS - 1, Math.floor(verdict.probability * BINS))]!.push(verdict);
  const gaps = bins.map(
    (bin) =>
      bin.length * Math.abs(accuracyOf(bin) - mean(bin.map(({ probability }) => probability))),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / (verdicts.length || 1);
}

const COVERAGES = [1, 0.95, 0.9, 0.8, 0.7, 0.5];

function abstention(verdicts: readonly Verdict[]): UnderstandingFigures['abstention'] {
  const surest = [...verdicts].sort((a, b) => b.probability - a.probability);
  return COVERAGES.map((coverage) => {
    const answered = surest.slice(0, Math.max(1, Math.round(surest.length * coverage)));
    return {
      coverage,
      accuracy: round(accuracyOf(answered)),
      threshold: round(answered.at(-1)?.probability ?? 0),
    };
  });
}
