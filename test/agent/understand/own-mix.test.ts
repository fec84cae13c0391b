import { describe, expect, it } from '@jest/globals';
import { mixAskedWithoutPlan } from '../../../src/agent/understand/own-mix.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const asked = (text: string, state: Partial<ConversationState> = {}) =>
  mixAskedWithoutPlan({ state: { ...emptyState, ...state } } as unknown as TurnContext, text);

describe('a question after one’s own mix before there is a plan', () => {
  it.each([
    '那为什么不给我配多点股票',
    '怎么给我配这么多债券',
    '股票怎么配得这么少',
    '能不能给我多配点权益',
    '为啥黄金没给我配多',
  ])('is told what decides a mix, and that there is no plan: %s', (text) => {
    expect(asked(text)).toEqual([
      { do: 'answer', query: '股票和债券怎么搭配，资产配置看什么？' },
      { do: 'plan_status' },
    ]);
  });

  it('says nothing of a plan while one is being asked after', () => {
    const flow = { name: 'need' } as unknown as ConversationState['flow'];
    expect(asked('为什么不给我配多点股票', { flow })).toHaveLength(1);
  });

  it('is asked of the plan once there is one', () => {
    expect(asked('为什么不给我配多点股票', { need: { amount: 1 } })).toBeNull();
  });

  it.each(['股票基金怎么买', '给我推荐个股票', '债券为什么会跌', '配偶能查我的股票吗'])(
    'is something else: %s',
    (text) => {
      expect(asked(text)).toBeNull();
    },
  );
});
