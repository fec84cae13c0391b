import { describe, expect, it } from '@jest/globals';
import { earlierThan, isLive, isOver } from '../../../src/conversation/proposal/live.js';
import type { Proposal } from '../../../src/conversation/proposal/record.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { NOW, WEEK, stateAfter } from './signed.js';

const proposal = { id: 'P1', state: stateAfter() } as Proposal;
const plan = samplePlan();
const earlier = (now = plan, live = [proposal]) => {
  const { standing, outdated } = earlierThan(live, now);
  return [standing?.id ?? null, outdated.map(({ id }) => id)];
};

describe('a draft beside what is under way', () => {
  it('is the one that waits where need, class and products are the same', () => {
    expect(earlier()).toEqual(['P1', []]);
  });

  it('takes the place of the older one where the need or the class has changed', () => {
    const need = { ...plan.need, amount: plan.need.amount + 1 };
    expect(earlier(samplePlan({ need }))).toEqual([null, ['P1']]);
    expect(earlier(samplePlan({ riskClass: 1 }))).toEqual([null, ['P1']]);
  });

  it('takes its place where one of its products may not be placed any more', () => {
    const [first, ...rest] = plan.products;
    expect(earlier(samplePlan({ products: rest, excluded: [] }))).toEqual([null, ['P1']]);
    const excluded = [{ code: first!.code, name: first!.name, rule: 'not_needed' }];
    expect(earlier(samplePlan({ products: rest, excluded }))).toEqual(['P1', []]);
  });

  it('leaves alone what is planned for another goal, in this talk or in another', () => {
    const need = { ...plan.need, goal: 'home' };
    expect(earlier(samplePlan({ need }))).toEqual([null, []]);
  });

  it('takes the place of every older one for its goal', () => {
    const need = { ...plan.need, amount: plan.need.amount + 1 };
    const twin = { ...proposal, id: 'P2' };
    expect(earlier(samplePlan({ need }), [twin, proposal])).toEqual([null, ['P2', 'P1']]);
  });

  it('counts only what may still come to something', () => {
    expect(isLive(proposal, NOW)).toBe(true);
    expect(isLive(proposal, NOW + WEEK)).toBe(false);
    expect([isOver(proposal, NOW), isOver(proposal, NOW + WEEK)]).toEqual([false, true]);
  });
});
