import type { Judged, ReviewEvent, ReviewSettled, ReviewVerdict, VerdictGiven } from './events.js';

/** 复核的规矩, pure: who may judge what, and when a matter is settled. */

/** 一审、二审、三审: whose verdict is awaited. */
export const STAGES = ['first', 'second', 'third', 'settled'] as const;
export type ReviewStage = (typeof STAGES)[number];

export interface ReviewState {
  readonly stage: ReviewStage;
  /** Who has it before them; null: nobody. */
  readonly holder: string | null;
  readonly given: readonly VerdictGiven[];
  readonly settled: ReviewVerdict | null;
}

export const newReview: ReviewState = { stage: 'first', holder: null, given: [], settled: null };

export type ReviewCommand =
  | { readonly do: 'take'; readonly by: string }
  | {
      readonly do: 'judge';
      readonly by: string;
      readonly verdict: ReviewVerdict;
      readonly reason: string;
      readonly judged: readonly Judged[];
      readonly note: VerdictGiven['note'];
      /** A hard finding stands in it: one person's word is not enough, whichever way it goes. */
      readonly isSevere: boolean;
    };

export type ReviewRefusal =
  /** Somebody else has it before them. */
  | 'held'
  /** One who has judged it already judges it no second time. */
  | 'judged_before'
  | 'not_held'
  | 'settled';

export type ReviewDecision =
  | { readonly kind: 'decided'; readonly events: readonly ReviewEvent[] }
  | { readonly kind: 'refused'; readonly why: ReviewRefusal };

export function decideReview(state: ReviewState, command: ReviewCommand): ReviewDecision {
  const { by } = command;
  if (state.stage === 'settled') return { kind: 'refused', why: 'settled' };
  if (state.given.some((one) => one.by === by)) return { kind: 'refused', why: 'judged_before' };
  if (state.holder !== null && state.holder !== by) return { kind: 'refused', why: 'held' };
  if (command.do === 'take') {
    const taken = state.holder === by ? [] : [{ kind: 'ReviewTaken', by } as const];
    return { kind: 'decided', events: taken };
  }
  if (state.holder !== by) return { kind: 'refused', why: 'not_held' };
  const { do: _, isSevere, ...verdict } = command;
  const given: VerdictGiven = { kind: 'VerdictGiven', ...verdict };
  const settled = settling(state, given, isSevere);
  return { kind: 'decided', events: settled ? [given, settled] : [given] };
}

/** Null: another person has to look. */
function settling(
  { given }: ReviewState,
  last: VerdictGiven,
  isSevere: boolean,
): ReviewSettled | null {
  const all = [...given, last];
  const needsSecond = isSevere || last.verdict === 'violation';
  const [first, second] = all;
  const isAgreed = all.length === 2 && first?.verdict === second?.verdict;
  const isSettled = all.length === 3 || isAgreed || (all.length === 1 && !needsSecond);
  if (!isSettled) return null;
  return { kind: 'ReviewSettled', verdict: last.verdict, by: all.map(({ by }) => by) };
}

export function evolveReview(state: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.kind) {
    case 'ReviewOpened':
      return state;
    case 'ReviewTaken':
      return { ...state, holder: event.by };
    case 'VerdictGiven': {
      const given = [...state.given, event];
      return { ...state, given, holder: null, stage: STAGES[given.length] ?? 'settled' };
    }
    case 'ReviewSettled':
      return { ...state, holder: null, stage: 'settled', settled: event.verdict };
  }
}

const placeOf = ({ rule, seq, start }: Judged): string => JSON.stringify([rule, seq, start]);

/**
 * What a settled matter's reviewers make of each finding: what most of them said, and between as many
 * the third's word. What two contradict each other in and no third spoke of is left open.
 */
export function agreedOn(given: readonly VerdictGiven[]): readonly Judged[] {
  const all = given.flatMap(({ judged }) => judged);
  const third = new Map((given[2]?.judged ?? []).map((one) => [placeOf(one), one.isRight]));
  const places = new Map(all.map((one) => [placeOf(one), one]));
  return [...places].flatMap(([place, one]) => {
    const said = all.filter((other) => placeOf(other) === place);
    const lead = said.reduce((sum, { isRight }) => sum + (isRight ? 1 : -1), 0);
    const isRight = lead === 0 ? third.get(place) : lead > 0;
    return isRight === undefined ? [] : [{ ...one, isRight }];
  });
}

/**
 * 辅导意见 that go out once a matter is settled: of those whose verdict it came to. What another reviewer
 * took for a breach, and was found to be none, nobody is taught.
 */
export const notesSettled = (
  given: readonly VerdictGiven[],
  settled: ReviewVerdict,
): readonly { readonly by: string; readonly to: string; readonly words: string }[] =>
  given.flatMap(({ by, verdict, note }) => (note && verdict === settled ? [{ by, ...note }] : []));
