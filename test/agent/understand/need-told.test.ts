import { describe, expect, it } from '@jest/globals';
import { needTold } from '../../../src/agent/understand/need-told.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const idle = { state: emptyState, today: '2026-11-25' } as unknown as TurnContext;

describe('a need told in one sentence', () => {
  it.each([
    '一百万，打算放十年以上，追求高收益，亏三成也没事',
    '我有五十万，三年后用，最多亏百分之五',
    '三十万五年后能变成一百万吗',
    '三十万想变成五十万',
  ])('begins a plan without a word for one: %s', (text) => {
    expect(needTold(idle, text)).toEqual([{ do: 'start_flow', flow: 'need' }]);
  });

  it.each([
    '三十万存三年利息多少',
    '我五年前买了三十万，亏了两成',
    '我有三十万',
    '贷款三十万，三年还清，不能亏',
    '三十万变成二十万是怎么回事',
    '三十万怎么变成三十五万了？',
  ])('and what is none: %s', (text) => {
    expect(needTold(idle, text)).toBeNull();
  });
});
