import { describe, expect, it } from '@jest/globals';
import { proposalParagraph } from '../../../src/agent/compose/drafted-plan.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyResult } from '../../../src/conversation/agent.js';
import type { Proposal } from '../../../src/conversation/proposal/record.js';
import type { Plan } from '../../../src/terms/plan.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { NOW, stateAfter } from '../../conversation/proposal/signed.js';
import { samplePlan } from '../../terms/sample-plan.js';

const wordings = loadWordings('prompts');
const DAY = 86_400_000;

const waiting = (plan: Plan, days = 0) =>
  ({
    id: `P${days}`,
    state: { ...stateAfter(), plan },
    row: { drafted_at: NOW - days * DAY },
  }) as unknown as Proposal;

const say = (plan: Plan, live: readonly Proposal[]) => {
  const context = { seed: 0, now: NOW, customer: 'C1003', live } as unknown as TurnContext;
  const result = { ...emptyResult, proposal: { kind: 'drafted' as const, plan } };
  return proposalParagraph(wordings, context, result);
};

const ofSum = (amount: number) => samplePlan({ need: { ...samplePlan().need, amount } });

describe('a draft beside older ones', () => {
  it('names each that ends with it, by day and sum', () => {
    const { text } = say(samplePlan(), [waiting(ofSum(310_000)), waiting(ofSum(320_000), 1)]);
    expect(text).toContain(
      '11 月 25 日（周三）起草的那份（31 万元）和11 月 24 日（周二）起草的那份（32 万元）不再往下走',
    );
    expect(text).toContain('都是这一份');
  });

  it('in which nothing may be placed says so, and tells no mix, loss or outlook of it', () => {
    const { text, cards } = say(samplePlan({ products: [] }), []);
    expect(text).toContain('方案草稿，待顾问审核');
    expect(text).toContain('这份草稿先空着');
    expect(text).not.toMatch(/大致这样分|大约亏|攒够/);
    expect(cards).toHaveLength(1);
  });

  it('ends nothing that is planned for another goal', () => {
    const home = samplePlan({ need: { ...samplePlan().need, goal: 'home' } });
    expect(say(samplePlan(), [waiting(home)]).text).not.toContain('不再往下走');
  });

  it('tells what would bring the goal within reach of the plan that stands, not of another', () => {
    const levers = { probability: 0.8, monthlySaving: 1_400, months: 72 };
    const standing = samplePlan({ levers });
    const fresh = samplePlan({ levers: { ...levers, monthlySaving: 9_900 } });
    const { text } = say(fresh, [waiting(standing)]);
    expect(text).toContain('正在等持证顾问审核');
    expect(text).toContain('每月存 1,400 元');
    expect(text).not.toContain('9,900');
  });
});
