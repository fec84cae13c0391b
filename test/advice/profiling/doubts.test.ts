import { describe, expect, it } from '@jest/globals';
import { doubtsAbout, isInvalid } from '../../../src/advice/profiling/doubts.js';
import type { Answers } from '../../../src/terms/questionnaire.js';
import { BOLDEST, MOST_CAREFUL, STEADY, answersOf, personal } from './questionnaires.js';

const SLOWLY = 200_000;
const doubts = (answers: Answers, tookMs: number | null = SLOWLY, age: number | null = null) =>
  doubtsAbout(personal, { answers, tookMs, age });

describe('answers that cannot all be true', () => {
  it.each([
    ['nothing was ever bought, and funds were', { years: 'a', held: 'c' }, [6, 7]],
    ['nothing was ever bought, and options were', { years: 'a', held: 'd' }, [6, 7]],
    ['options were bought, and the words are not known', { knowledge: 'd', held: 'd' }, [7, 8]],
    ['nothing may be lost, and much is to be won', { loss: 'a', goal: 'd' }, [11, 12]],
    ['nothing may be lost, and a fall would be bought', { loss: 'a', reaction: 'a' }, [12, 14]],
    ['the principal comes first, and 4 of 10 may go', { goal: 'a', choice: 'd' }, [11, 13]],
  ])('are found where %s', (_what, answer, questions) => {
    const found = doubts({ ...STEADY, ...answer } as Answers);
    expect(found).toContainEqual({ kind: 'contradiction', questions });
    expect(isInvalid(found)).toBe(true);
  });

  it('are not found in a consistent filling, bold, steady or careful', () => {
    for (const answers of [BOLDEST, STEADY, MOST_CAREFUL]) expect(doubts(answers)).toEqual([]);
  });

  it('are an age that is not the one on file', () => {
    expect(doubts(STEADY, SLOWLY, 47)).toEqual([]);
    expect(doubts(STEADY, SLOWLY, 41)).toEqual([]);
    expect(doubts(STEADY, SLOWLY, 40)).toEqual([{ kind: 'age', questions: [1] }]);
    expect(doubts(STEADY, SLOWLY, 68)).toEqual([{ kind: 'age', questions: [1] }]);
  });
});

describe('a hasty filling', () => {
  it('is one with every answer at the same place', () => {
    for (const letter of 'abcd') {
      expect(doubts(answersOf(letter.repeat(14)))).toContainEqual({ kind: 'all_same' });
    }
  });

  it('is one that nobody can have read', () => {
    const found = doubts(STEADY, 13_999);
    expect(found).toEqual([{ kind: 'too_fast' }]);
    expect(isInvalid(found)).toBe(true);
  });

  it('gets a second look, and still counts, where it was only quick', () => {
    const found = doubts(STEADY, 41_999);
    expect(found).toEqual([{ kind: 'quick' }]);
    expect(isInvalid(found)).toBe(false);
    expect(doubts(STEADY, 42_000)).toEqual([]);
  });
});

describe('answers that somebody else gave', () => {
  it('are no assessment, however sound they are', () => {
    const found = doubtsAbout(personal, {
      answers: STEADY,
      tookMs: SLOWLY,
      age: null,
      coached: true,
    });
    expect(found).toEqual([{ kind: 'coached' }]);
    expect(isInvalid(found)).toBe(true);
  });
});
