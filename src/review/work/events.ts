/** 复核: one conversation before reviewers; a stream of its own beside the conversation's. */

export const VERDICTS = ['no_issue', 'coach', 'violation', 'false_alarm'] as const;
/** 结论: nothing wrong, something to learn, a breach, or rules that were wrong. */
export type ReviewVerdict = (typeof VERDICTS)[number];

/** What a reviewer says of one finding. */
export interface Judged {
  readonly rule: string;
  readonly seq: number;
  readonly start: number;
  readonly isRight: boolean;
}

export interface ReviewOpened {
  readonly kind: 'ReviewOpened';
  readonly conversation: string;
  /** By lot, by what was found, or both. */
  readonly byLot: boolean;
  readonly score: number;
  readonly stratum: string;
  /** With which probability the lot fell on it. */
  readonly rate: number;
  readonly policy: string;
}

export interface ReviewTaken {
  readonly kind: 'ReviewTaken';
  readonly by: string;
}

export interface VerdictGiven {
  readonly kind: 'VerdictGiven';
  readonly by: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
  readonly judged: readonly Judged[];
  /** For the employee whose words they were; null: none. */
  readonly note: { readonly to: string; readonly words: string } | null;
}

/** Reviewers agree, or a third has decided between two. */
export interface ReviewSettled {
  readonly kind: 'ReviewSettled';
  readonly verdict: ReviewVerdict;
  readonly by: readonly string[];
}

export type ReviewEvent = ReviewOpened | ReviewTaken | VerdictGiven | ReviewSettled;
