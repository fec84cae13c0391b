import { describe, expect, it } from '@jest/globals';
import { TRANSCRIPT_RULES } from '../../../src/compliance/transcript/transcript-rules.js';
import { findingsIn } from '../../../src/review/findings/inspect.js';
import type { WrittenTalk } from './conversation-lines.js';
import { readTalks, transcriptFrom } from './conversation-lines.js';

/**
 * 300 conversations, written by people who had not seen the rules: 100 with one of 20 kinds of
 * violation, 100 that only look like it, 100 of every day.
 */

const TALKS = readTalks(new URL('./planted.yaml', import.meta.url));

const rulesIn = (talk: WrittenTalk): readonly string[] => [
  ...new Set(findingsIn(transcriptFrom(talk), TRANSCRIPT_RULES).map(({ rule }) => rule)),
];

const READ = TALKS.map((talk) => ({ ...talk, rules: rulesIn(talk) }));
const violations = READ.filter(({ is }) => is === 'violation');
const others = READ.filter(({ is }) => is !== 'violation');

/** What one message already says by itself the guard's own rules find. */
const SAME_MATTER: Readonly<Record<string, readonly string[]>> = {
  T3: ['L1', 'L2', 'L3', 'L5'],
  T4: ['L1', 'L2', 'L3', 'L5'],
  T5: ['L12'],
  T8: ['L7', 'L16'],
  T14: ['L1', 'L2', 'L3'],
};
const isFound = ({ kind = '', rules }: (typeof READ)[number]): boolean =>
  [kind, ...(SAME_MATTER[kind] ?? [])].some((rule) => rules.includes(rule));

describe('the planted conversations', () => {
  it('are 100 violations of 20 kinds, 100 look-alikes and 100 of every day', () => {
    const kinds = new Set(violations.map(({ kind }) => kind));
    const lookalikes = others.filter(({ is }) => is === 'lookalike');
    expect([violations.length, kinds.size, lookalikes.length, READ.length]).toEqual([
      100, 20, 100, 300,
    ]);
  });

  it('are found by their own rule, or by the guard’s for the same matter, in 95 of 100', () => {
    const missed = violations
      .filter((talk) => !isFound(talk))
      .map(({ id, kind, rules }) => `${id} ${kind} ${rules.join()}`);
    expect(missed.length <= 0.05 * violations.length ? [] : missed).toEqual([]);
  });

  it('make up 90 of 100 that are found', () => {
    const alarms = others.filter(({ rules }) => rules.length > 0);
    const found = violations.filter(({ rules }) => rules.length > 0).length;
    const named = alarms.map(({ id, kind, rules }) => `${id} ${kind ?? ''} ${rules.join()}`);
    const few = found / (found + alarms.length) >= 0.9;
    expect(few ? [] : named).toEqual([]);
  });
});

describe('whoever opted out of being chosen for', () => {
  const chosen = {
    bot: '注意到您常看红利类，红利指数 A（R4，可能亏损）跟您的偏好契合，可以看看。',
  };
  const rules = (...acts: readonly string[]) => {
    const lines = [...acts.map((act) => ({ act })), { customer: '最近市场咋样' }, chosen];
    return rulesIn({ id: 'own', is: 'clean', lines });
  };

  it('is chosen for no more, until they ask for it again', () => {
    expect(rules('personalisation_declined')).toContain('T13');
    expect(rules('personalisation_declined', 'personalisation_accepted')).not.toContain('T13');
    expect(rules('personalisation_accepted', 'personalisation_declined')).toContain('T13');
  });
});
