import { describe, expect, it } from '@jest/globals';
import { ownMoneyTold } from '../../../src/agent/understand/own-money.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const after = (ours: string, products: readonly string[] = []) =>
  ({
    state: { ...emptyState, products },
    today: '2026-11-26',
    history: [
      { role: 'customer', text: '拿二十万，五年后给孩子上学用，给我排个方案' },
      { role: 'assistant', text: ours },
    ],
    messages: [],
  }) as unknown as TurnContext;

const plan = after('借来的钱，请不要拿来投资，我也不能帮您排方案。');
const product = after('借来的钱，请不要拿来买青屿安鑫纯债。', ['QY0021']);

describe('whoever was refused for borrowed money', () => {
  it.each([
    '我没借钱，这都是工资攒的',
    '一分钱都没借',
    '不是借的，是自己的钱',
    '这是我这些年省吃俭用存下来的',
  ])('goes on with the plan, or the product, by %s', (said) => {
    expect(ownMoneyTold(plan, said)).toMatchObject([
      { do: 'start_flow', flow: 'need' },
      { do: 'set_slots', values: { goal: 'education', horizon: { from: 60, to: 60 } } },
    ]);
    expect(ownMoneyTold(product, said)).toMatchObject([
      { do: 'describe_product', code: 'QY0021', buyer: 'self' },
    ]);
  });

  it.each(['一半是借的', '那怎么办', '好吧', '跟朋友借的怎么了'])('does not by %s', (said) => {
    expect(ownMoneyTold(plan, said)).toBeNull();
  });

  it('means nothing where nothing was refused', () => {
    expect(ownMoneyTold(after('您好'), '我没借钱，都是工资攒的')).toBeNull();
  });
});
