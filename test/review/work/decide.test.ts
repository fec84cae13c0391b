import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReviewCommand, ReviewState } from '../../../src/review/work/decide.js';
import {
  agreedOn,
  decideReview,
  evolveReview,
  newReview,
  notesSettled,
} from '../../../src/review/work/decide.js';
import { VERDICTS } from '../../../src/review/work/events.js';

const take = (by: string): ReviewCommand => ({ do: 'take', by });
const judge = (
  by: string,
  verdict: (typeof VERDICTS)[number],
  isSevere = false,
): ReviewCommand => ({
  do: 'judge',
  by,
  verdict,
  isSevere,
  reason: '看过全文',
  judged: [],
  note: null,
});

/** What the state is after commands, those refused left out. */
const after = (...commands: readonly ReviewCommand[]): ReviewState =>
  commands.reduce((state, command) => {
    const decision = decideReview(state, command);
    return decision.kind === 'decided' ? decision.events.reduce(evolveReview, state) : state;
  }, newReview);

const why = (state: ReviewState, command: ReviewCommand) => {
  const decision = decideReview(state, command);
  return decision.kind === 'refused' ? decision.why : null;
};

describe('a review', () => {
  it('is settled by one person where nothing severe stands in it and nothing is called a violation', () => {
    expect(after(take('a'), judge('a', 'coach'))).toMatchObject({
      stage: 'settled',
      settled: 'coach',
    });
  });

  it.each([
    ['a hard finding, whichever way the first one judges', judge('a', 'no_issue', true)],
    ['a violation, whatever was found', judge('a', 'violation')],
  ])('wants a second person for %s', (_, first) => {
    expect(after(take('a'), first)).toMatchObject({ stage: 'second', holder: null, settled: null });
  });

  it('is settled by two who agree', () => {
    const state = after(take('a'), judge('a', 'violation'), take('b'), judge('b', 'violation'));
    expect(state).toMatchObject({ stage: 'settled', settled: 'violation' });
  });

  it('goes to a third where two do not agree, and the third decides', () => {
    const apart = [take('a'), judge('a', 'violation'), take('b'), judge('b', 'false_alarm', true)];
    expect(after(...apart)).toMatchObject({ stage: 'third', settled: null });
    const state = after(...apart, take('c'), judge('c', 'coach', true));
    expect(state).toMatchObject({ stage: 'settled', settled: 'coach' });
  });

  it('is one person’s at a time, and nobody judges it twice', () => {
    expect(why(after(take('a')), take('b'))).toBe('held');
    expect(why(after(take('a')), judge('b', 'coach'))).toBe('held');
    expect(why(newReview, judge('a', 'coach'))).toBe('not_held');
    expect(why(after(take('a'), judge('a', 'violation')), take('a'))).toBe('judged_before');
    expect(why(after(take('a'), judge('a', 'coach')), take('b'))).toBe('settled');
  });

  it('never holds two verdicts of one person, nor more than three, whoever does what', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const command = fc.oneof(
      person.map(take),
      fc
        .tuple(person, fc.constantFrom(...VERDICTS), fc.boolean())
        .map(([by, verdict, isSevere]) => judge(by, verdict, isSevere)),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        const { given, stage, settled } = after(...commands);
        expect(new Set(given.map(({ by }) => by)).size).toBe(given.length);
        expect(given.length).toBeLessThanOrEqual(3);
        expect(stage === 'settled').toBe(settled !== null);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what reviewers make of a finding', () => {
  const said = (isRight: boolean | null) => ({
    kind: 'VerdictGiven' as const,
    ...{ by: 'x', verdict: 'coach' as const, reason: '看过全文', note: null },
    judged: isRight === null ? [] : [{ rule: 'T4', seq: 3, start: 0, isRight }],
  });

  it.each([
    ['the one who looked', [true], true],
    ['most of three', [true, false, true], true],
    ['the third between two', [true, null, false], false],
    ['both of two', [false, false], false],
    ['nobody who spoke of it: it stays open', [null, null], null],
    ['two who contradict each other: it stays open', [true, false], null],
  ] as const)('is what is said by %s', (_, words, isRight) => {
    const agreed = agreedOn(words.map(said));
    expect(agreed.map((one) => one.isRight)).toEqual(isRight === null ? [] : [isRight]);
  });
});

describe('notes to employees', () => {
  const given = (by: string, verdict: (typeof VERDICTS)[number]) => ({
    kind: 'VerdictGiven' as const,
    by,
    verdict,
    reason: '看过全文',
    judged: [],
    note: { to: 'advisor1', words: `${by}的话` },
  });

  it('are of those whose verdict the matter came to, and of nobody who saw it otherwise', () => {
    const all = [given('a', 'violation'), given('b', 'no_issue'), given('c', 'no_issue')];
    expect(notesSettled(all, 'no_issue').map(({ by }) => by)).toEqual(['b', 'c']);
    expect(notesSettled(all, 'violation').map(({ by }) => by)).toEqual(['a']);
    expect(notesSettled([{ ...given('a', 'coach'), note: null }], 'coach')).toEqual([]);
  });
});
