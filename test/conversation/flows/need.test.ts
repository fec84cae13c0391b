import { describe, expect, it } from '@jest/globals';
import { advance } from '../../../src/conversation/decide.js';
import { emptyState, evolve } from '../../../src/conversation/evolve.js';
import { gatedNeed } from '../../../src/conversation/flows/need.js';
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
