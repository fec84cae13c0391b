import { describe, expect, it } from '@jest/globals';
import type { ReplyOutcome, Trace } from '../../src/conversation/events.js';
import type { PlanOnTable } from '../../src/conversation/plan-on-table.js';
import { planAfter } from '../../src/conversation/plan-on-table.js';
import type { Json } from '../../src/terms/json.js';
import { samplePlan } from '../terms/sample-plan.js';

const drawn = { cards: [{ kind: 'plan' as const, plan: samplePlan(), review: null }] };
const answered: ReplyOutcome = { kind: 'answered', products: [] };

const reply = (
  commands: readonly Json[],
  part: Partial<ReplyOutcome> = {},
  tools: string[] = [],
) => ({
  draft: { cards: [] },
  outcome: { ...answered, ...part },
  trace: { commands, tools: tools.map((name) => ({ name, args: {}, ms: 1 })) } as unknown as Trace,
});
const shown = planAfter(null, { draft: drawn, outcome: answered, trace: null });
const after = (...replies: readonly ReturnType<typeof reply>[]) =>
  replies.reduce<PlanOnTable | null>(planAfter, shown);

const ASKED = reply([{ do: 'ask_plan', about: 'loss' }]);
const TOLD = reply([{ do: 'answer', query: 'LPR是啥' }]);

describe('the plan on the table', () => {
  it('lies there with what it is made of from the reply that shows it', () => {
    expect(shown).toEqual({ ago: 0, aside: false, products: ['QY0021', 'QY0045'] });
  });

  it('stays through questions of the handbook, which make it older, and none of it when asked about', () => {
    expect(after(TOLD, TOLD)).toMatchObject({ ago: 2, aside: false });
    expect(after(TOLD, ASKED)).toMatchObject({
      ago: 0,
      aside: false,
      products: ['QY0021', 'QY0045'],
    });
  });

  it('is no older for a reply that told of nothing', () => {
    expect(after(reply([], { kind: 'unsure' }))).toMatchObject({ ago: 0 });
  });

  it('stays while one of its own products is looked at, and gives way to another', () => {
    expect(after(reply([], { products: ['QY0021'] }))).toMatchObject({ aside: false });
    expect(after(reply([], { products: ['QY0060'] }))).toMatchObject({ aside: true });
  });

  it.each([
    ['the own account', reply([{ do: 'own_account', query: '我的持仓' }])],
    ['a complaint', reply([{ do: 'start_flow', flow: 'complaint' }])],
    ['an emergency', reply([], { kind: 'fraud_alert' })],
  ])('gives way to %s, and comes back when it is asked about', (_, other) => {
    expect(after(other)).toMatchObject({ aside: true });
    expect(after(other, TOLD, ASKED)).toMatchObject({ aside: false, ago: 0 });
  });

  it('is what is spoken of where one was tried and none could be made', () => {
    expect(planAfter(null, reply([], {}, ['propose_allocation']))).toMatchObject({ ago: 0 });
    expect(planAfter(null, TOLD)).toBeNull();
  });

  it('is left as it lies by a notice', () => {
    expect(after(reply([], { kind: 'notice', products: ['QY0060'] }))).toEqual(shown);
  });
});
