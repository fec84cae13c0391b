import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileOf, questionnaireOn } from '../../../src/advice/profiling/scoring.js';
import type { Answers } from '../../../src/terms/questionnaire.js';
import { BOLDEST, MOST_CAREFUL, STEADY, personal } from './questionnaires.js';

const filling: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    personal.questions.map(({ id, options }) => [
      id,
      fc.constantFrom(...options.map((option) => option.id)),
    ]),
  ),
);

describe('an assessment', () => {
  it('gives the whole scale: C5 to whoever can and will bear most, the lowest category to the other end', () => {
    expect(profileOf(personal, BOLDEST)).toMatchObject({ tolerance: 5, lowestCategory: false });
    expect(profileOf(personal, MOST_CAREFUL)).toMatchObject({ tolerance: 1, lowestCategory: true });
    expect(profileOf(personal, STEADY)).toMatchObject({ tolerance: 3, lowestCategory: false });
  });

  it('is bound by what one can afford, however much one is willing to lose', () => {
    const poor = { ...BOLDEST, age: 'd', income: 'a', stability: 'd', assets: 'a', debts: 'd' };
    const profile = profileOf(personal, poor);
    expect(profile.scores.willingness.tolerance).toBe(5);
    expect(profile.tolerance).toBe(profile.scores.capacity.tolerance);
    expect(profile).toMatchObject({ tolerance: 3, boundBy: 'capacity' });
  });

  it('is bound by what one is willing to lose, however rich one is', () => {
    const calm = { ...BOLDEST, goal: 'b', loss: 'b', choice: 'b', reaction: 'c' };
    expect(profileOf(personal, calm)).toMatchObject({ tolerance: 2, boundBy: 'willingness' });
  });

  it.each([
    ['a year is all the time there is', { horizon: 'a' }, 2],
    ['the money may be needed any day', { liquidity: 'd' }, 2],
    ['5 % is the most that may be lost', { loss: 'b' }, 2],
    ['15 % is the most that may be lost', { loss: 'c' }, 3],
    ['30 % is the most that may be lost', { loss: 'd' }, 4],
  ])('goes no higher where %s', (_why, answer, most) => {
    const profile = profileOf(personal, { ...BOLDEST, ...answer } as Answers);
    expect(profile).toMatchObject({ tolerance: most, boundBy: 'answers' });
  });

  it('is the lowest category for whoever can lose nothing, with everything else at its highest', () => {
    expect(profileOf(personal, { ...BOLDEST, loss: 'a' })).toMatchObject({
      tolerance: 1,
      lowestCategory: true,
    });
  });

  it('never rises by an answer that scores less', () => {
    fc.assert(
      fc.property(filling, fc.nat(), fc.nat(), (answers, at, by) => {
        const { id, options } = personal.questions[at % personal.questions.length]!;
        const own = options.find((option) => option.id === answers[id])!;
        const fewer = options.filter(({ score }) => score < own.score);
        const lower = fewer[by % Math.max(1, fewer.length)];
        if (!lower) return;
        const before = profileOf(personal, answers);
        const after = profileOf(personal, { ...answers, [id]: lower.id });
        expect(after.tolerance).toBeLessThanOrEqual(before.tolerance);
        expect(after.lowestCategory || !before.lowestCategory).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is never above its lower side', () => {
    fc.assert(
      fc.property(filling, (answers) => {
        const { scores, tolerance } = profileOf(personal, answers);
        expect(tolerance).toBeLessThanOrEqual(scores.capacity.tolerance);
        expect(tolerance).toBeLessThanOrEqual(scores.willingness.tolerance);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is none while a question is open', () => {
    const { age: _, ...rest } = STEADY;
    expect(() => profileOf(personal, rest)).toThrow('question age has no answer');
  });
});

describe('the version of a questionnaire', () => {
  const next = { ...personal, version: '2027.1', effective: '2027-01-01' };
  const versions = [personal, next];

  it('is the latest in force', () => {
    expect(questionnaireOn(versions, '2026-12-31', null)).toBe(personal);
    expect(questionnaireOn(versions, '2027-01-01', null)).toBe(next);
    expect(questionnaireOn(versions, '2025-01-01', null)).toBeNull();
  });

  it('stays the one a filling began with', () => {
    expect(questionnaireOn(versions, '2027-01-01', personal.version)).toBe(personal);
    expect(questionnaireOn(versions, '2027-01-01', '2019.1')).toBeNull();
  });
});
