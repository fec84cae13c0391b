import type { RiskTolerance } from './risk.js';
import type { LocalDate } from './time.js';

/** 两面: what somebody can afford to lose, and what they are willing to; the lower binds. */
export const SIDES = ['capacity', 'willingness'] as const;
export type Side = (typeof SIDES)[number];

/** A figure said instead of an option, `from` ≤ value < `to`; null: open on that end. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

export interface Option {
  /** `a`, `b`, … in the order in which they are shown. */
  readonly id: string;
  readonly text: string;
  /** What fits on a button. */
  readonly label: string;
  readonly score: number;
  /** Whatever the sum, the class is at most this. */
  readonly cap?: RiskTolerance;
  /** 最低类别 (the lowest category) follows from this answer alone. */
  readonly lowest?: true;
  readonly span?: Span;
  /** Other words that mean this option, as a regular expression over folded text. */
  readonly words?: string;
}

/** What a figure in answer to a question counts. */
export type Measure = 'years_old' | 'years' | 'yuan' | 'percent' | 'horizon_months';

export interface Question {
  readonly id: string;
  readonly side: Side;
  /** Page of the form, from 1. */
  readonly page: number;
  /** What it is about, in a word or two: 「收入那题」. */
  readonly topic: string;
  readonly text: string;
  /** What the question means, for whoever asks; never which answer to give. */
  readonly help: string;
  readonly measure?: Measure;
  /** A sum said instead of a share is a share of this many yuan. */
  readonly base?: number;
  readonly options: readonly Option[];
}

/** Answers that cannot all be true: one of the options of each question named. */
export type Contradiction = Readonly<Record<string, readonly string[]>>;

/** Lowest sums for C2, C3, C4 and C5. */
export type Cuts = readonly [number, number, number, number];

/** 风险测评问卷: versioned, with its scoring table (`knowledge/questionnaires/`). */
export interface Questionnaire {
  readonly id: string;
  readonly version: string;
  readonly effective: LocalDate;
  readonly questions: readonly Question[];
  readonly cuts: Readonly<Record<Side, Cuts>>;
  readonly contradictions: readonly Contradiction[];
  /** Seconds a question on average: below `look` the answers are shown for a second look, below `read` nobody can have read them. */
  readonly pace: { readonly look: number; readonly read: number };
  /** What each class means in a sentence, C1 first. */
  readonly meanings: readonly [string, string, string, string, string];
}

/** Option by question. */
export type Answers = Readonly<Record<string, string>>;
