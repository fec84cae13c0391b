import { describe, expect, it } from '@jest/globals';
import {
  goalAsked,
  goalSideOf,
  sumAnswered,
  sumAsked,
  triedOut,
} from '../../../src/agent/understand/goal-questions.js';
import type { TurnContext, Utterance } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const of = (value: number) => ({ from: value, to: value });
const need = { goal: 'education', amount: of(300_000), horizon: of(60), target: of(400_000) };
const context = (known: object = need, ...history: readonly Utterance[]) =>
  ({
    state: { ...emptyState, need: known },
    history,
    today: '2026-11-25',
  }) as unknown as TurnContext;
const customer = (text: string): Utterance => ({ role: 'customer', text });
const ours = (text: string): Utterance => ({ role: 'assistant', text });

describe('what is asked of a goal', () => {
  it.each([
    ['七成把握每个月得存多少', 'saving'],
    ['怎么才够', 'saving'],
    ['还要追加多少', 'saving'],
    ['要几年才攒得够', 'months'],
    ['什么时候能凑齐', 'months'],
    ['希望有多大的可能', 'chance'],
    ['定投每个月扣多少', null],
    ['几天到账', null],
  ])('%s', (words, side) => {
    expect(goalSideOf(words)).toBe(side);
  });

  it.each([
    ['90%把握呢', 0.9],
    ['想要九成把握得存多少', 0.9],
    ['百分之八十五的概率能攒够吗', 0.85],
  ])('is reckoned as sure as wanted: %s', (words, within) => {
    expect(goalAsked(context(), words)).toMatchObject({ do: 'propose_plan', within });
  });

  it('is reckoned as the house does for what no simulation can tell', () => {
    expect(goalAsked(context(), '三成把握要存多少')).not.toHaveProperty('within');
  });

  it('is reckoned for the sum of the need, with what was tried since', () => {
    expect(goalAsked(context(), '每月要存多少')).toEqual({
      do: 'propose_plan',
      target: 400_000,
      wants: 'saving',
    });
    const tried = context(need, customer('每月多存一千呢'), ours('在模拟里……'));
    expect(goalAsked(tried, '那要几年才够')).toMatchObject({
      wants: 'months',
      changed: { saving: { from: 1_000 } },
    });
    expect(goalAsked(tried, '要多久')).toBeNull();
  });

  it('is asked for its sum where none is known, and takes the bare sum for it', () => {
    const { target: _, ...open } = need;
    expect(goalAsked(context(open), '够吗')).toEqual({ do: 'ask_plan', about: 'chance' });
    const asked = context(open, customer('够吗'), ours('这个要先有个想攒到的数。您想攒到多少？'));
    expect(sumAnswered(asked, '四十五万')).toEqual({ do: 'propose_plan', target: 450_000 });
    expect(sumAnswered(context(open), '四十五万')).toBeNull();
    expect(sumAsked(context(open), '现在够不够四十万')).toMatchObject({ target: 400_000 });
  });
});

describe('what is tried out', () => {
  it('comes on top of what is put by, or off it, and leaves the amount alone', () => {
    const saving = { ...of(2_000), every: 'month' };
    const changed = (text: string) => triedOut(context({ ...need, saving }), text);
    expect(changed('再多存一千呢')).toMatchObject({ changed: { saving: of(3_000) } });
    expect(changed('每月少存五百块行不行')).toMatchObject({ changed: { saving: of(1_500) } });
    expect(changed('多放两年呢')).toMatchObject({ changed: { horizon: of(84) } });
  });

  it('is no time that only stands in a question of something else', () => {
    expect(triedOut(context(), '短债那只赎回几天')).toBeNull();
    expect(triedOut(context(), '费用一年大概多少')).toBeNull();
    expect(triedOut(context(), '要等几年')).toBeNull();
  });

  it('is a bare sum right after what it takes each month', () => {
    const asked = context(need, customer('每月要存多少'), ours('每月存 1,500 元'));
    expect(triedOut(asked, '三千呢')).toMatchObject({ changed: { saving: of(3_000) } });
    expect(triedOut(context(), '三千呢')).toBeNull();
  });
});
