import { describe, expect, it } from '@jest/globals';
import { rebalanceAsked } from '../../../src/agent/understand/rebalance-words.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const idle = { state: emptyState } as unknown as TurnContext;

describe('whether what is held should be adjusted', () => {
  it.each([
    '我的持仓要不要调一调',
    '我现在配得合不合理',
    '我是不是该再平衡了',
    '帮我看看仓位偏没偏',
    '股票是不是太多了，我要不要减点',
    '手里这些跟我的等级比偏了没有',
    '需要调仓吗',
  ])('%s', (text) => {
    expect(rebalanceAsked(idle, text)).toEqual({ do: 'check_rebalance' });
  });

  it.each([
    '再平衡是什么意思',
    '多久再平衡一次',
    '这只基金股票是不是太多了',
    '你们的基金调仓吗',
    '我的持仓有哪些',
    '定投要不要停',
  ])('and other questions: %s', (text) => {
    expect(rebalanceAsked(idle, text)).toBeNull();
  });
});
