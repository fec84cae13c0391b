import { describe, expect, it } from '@jest/globals';
import { advance } from '../../../src/conversation/decide.js';
import { emptyState, evolve } from '../../../src/conversation/evolve.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { gatedNeed, plannedNeed } from '../../../src/conversation/flows/need.js';
import { productCode } from '../../../src/terms/ids.js';

describe('a need as the suitability gate reads it', () => {
  it.each([
    ['the earliest day', { horizon: { from: 12, to: 24 } }, 365, null],
    ['at once', { horizon: { from: 0, to: 1 } }, 0, null],
    ['a share', { loss_limit: { percent: 10 } }, null, 10],
    [
      'a sum of the least there may be',
      { amount: { from: 200_000, to: 300_000 }, loss_limit: { yuan: 20_000 } },
      null,
      10,
    ],
    ['a sum of nobody knows what', { amount: null, loss_limit: { yuan: 20_000 } }, null, null],
    ['nothing', { horizon: null, loss_limit: null }, null, null],
  ])('%s', (_name, slots, horizonDays, maxLossPct) => {
    expect(gatedNeed(slots)).toEqual({ horizonDays, maxLossPct });
  });

  it('is brought to the gate with every question whether a product is for the customer', () => {
    const need = { horizon: { from: 12, to: 12 }, loss_limit: { percent: 3 } };
    const state = evolve(emptyState, { kind: 'NeedStated', turn: 't', source: 'm', need });
    const asked = {
      do: 'describe_product',
      code: productCode('QY0080'),
      aspects: ['suitability'],
      query: '我能买吗',
    } as const;
    expect(advance(state, [{ ...asked, buyer: 'self' }])).toMatchObject([
      {
        say: 'product',
        call: {
          name: 'check_suitability',
          args: { buyer: 'self', need: { horizonDays: 365, maxLossPct: 3 } },
        },
      },
    ]);
    expect(advance(state, [asked])).toMatchObject([{ call: { name: 'get_product' } }]);
  });
});

describe('a need as a plan is made from it', () => {
  const slots = {
    goal: 'education',
    amount: { from: 270_000, to: 330_000 },
    target: { from: 400_000, to: 400_000 },
    horizon: { from: 60, to: 72 },
    liquidity: 'dated',
    loss_limit: { percent: 10 },
  };

  it('takes a sum said loosely in its middle, and the earliest day', () => {
    expect(plannedNeed(slots)).toEqual({
      goal: 'education',
      amount: 300_000,
      months: 60,
      maxLoss: 0.1,
      monthlySaving: null,
      target: 400_000,
      liquidity: 'dated',
    });
  });

  it('is none without a sum, and is careful about what nobody thought of', () => {
    expect(plannedNeed({ ...slots, amount: null })).toBeNull();
    const open = plannedNeed({ amount: slots.amount, horizon: null, loss_limit: null });
    expect(open).toMatchObject({ months: null, maxLoss: null, target: null, liquidity: 'anytime' });
  });

  const confirming = {
    ...emptyState,
    customer: 'C1003',
    flow: { name: 'need', values: slots, asked: [], stage: 'confirming', misses: 0 },
  } as const;
  const says = (state: ConversationState) => advance(state, [{ do: 'affirm' }]);

  it('is planned for as soon as it is confirmed, for a customer and nobody else', () => {
    expect(says(confirming)).toMatchObject([
      { say: 'flow', move: { to: 'record' } },
      { say: 'propose', call: { name: 'propose_allocation', args: { need: slots } } },
    ]);
    expect(says({ ...confirming, customer: null }).map(({ say }) => say)).toEqual(['flow']);
    const forPerson = { ...slots, goal: 'inheritance' };
    const left = says({ ...confirming, flow: { ...confirming.flow, values: forPerson } });
    expect(left.map(({ say }) => say)).toEqual(['flow', 'handoff']);
  });

  it('on record answers a wish for a plan, and whether a sum can be reached', () => {
    const state = { ...emptyState, customer: 'C1003', need: slots };
    expect(advance(state, [{ do: 'propose_plan', target: null }])).toMatchObject([
      { say: 'propose', call: { args: { need: slots } } },
    ]);
    expect(advance(state, [{ do: 'propose_plan', target: 310_000 }])).toMatchObject([
      {
        say: 'goal',
        call: { name: 'project_goal', args: { need: { target: { from: 310_000, to: 310_000 } } } },
      },
    ]);
  });
});
