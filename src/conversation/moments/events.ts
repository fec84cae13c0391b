import type { LocalDate } from '../../terms/time.js';

/** What became of a key moment; its stream is `moment:<id>`. */
export const momentStream = (id: string): string => `moment:${id}`;

/** What came of speaking to the customer. A complaint is one of it, and is never held against anybody. */
export const OUTCOMES = [
  'acted',
  'reached',
  'not_reached',
  'not_interested',
  'complained',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type MomentEvent =
  /** The customer was told in a conversation; by a person of the staff, where one is named. */
  | {
      readonly kind: 'MomentTold';
      readonly conversation: string;
      readonly statement: string;
      readonly by?: string;
      /** What had been drafted for them, and how many characters they changed; absent: nothing had. */
      readonly draft?: { readonly text: string; readonly distance: number };
    }
  /** Somebody of the staff looked into it. */
  | { readonly kind: 'MomentOpened'; readonly by: string }
  | {
      readonly kind: 'MomentDone';
      readonly by: string;
      readonly outcome: Outcome;
      readonly note: string | null;
    }
  | { readonly kind: 'MomentDismissed'; readonly by: string; readonly reason: string }
  | {
      readonly kind: 'MomentPostponed';
      readonly by: string;
      readonly until: LocalDate;
      readonly reason: string | null;
    };

/** One evaluation of everybody, on the stream `moments`. */
export interface MomentsRun {
  readonly kind: 'MomentsRun';
  readonly day: LocalDate;
  readonly catalogue: string;
  readonly customers: number;
  readonly raised: number;
  readonly lapsed: number;
}

export const RUNS_STREAM = 'moments';
