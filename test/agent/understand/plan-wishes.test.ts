import { describe, expect, it } from '@jest/globals';
import { pickWish, planWish } from '../../../src/agent/understand/plan-wishes.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const withNeed = { ...emptyState, need: { goal: 'education' } };

describe('with a need on record', () => {
  it.each(['给我个方案', '帮我配置', '方案呢', '出个方案吧', '帮我排一下', '那给我看看方案'])(
    '%s asks for a plan',
    (said) => {
      expect(planWish(said, withNeed)).toEqual({ do: 'propose_plan', target: null });
    },
  );

  it.each(['重新帮我规划一下', '让顾问给我个方案', '我要投诉你们的方案', '你看着买'])(
    '%s does not',
    (said) => {
      expect(planWish(said, withNeed)).toBeNull();
    },
  );
});

describe('without one, or in the middle of another matter', () => {
  it('a wish for a plan goes on with the need that is being told', () => {
    expect(planWish('给我个方案', emptyState)).toBeNull();
    const flow = { name: 'need', values: {}, asked: [], stage: 'asking', misses: 0 } as const;
    expect(planWish('那你给我配一个', { ...withNeed, flow })).toEqual({
      do: 'start_flow',
      flow: 'need',
    });
  });
});

describe('picked by what is known of the customer', () => {
  it.each(['按我的情况挑几只', '根据我的等级帮我选两只', '结合俺的打算荐一只'])(
    '%s is a plan where a need is on record, and no pick where none is',
    (said) => {
      expect(pickWish(said, withNeed)).toEqual({ do: 'propose_plan', target: null });
      expect(pickWish(said, emptyState)).toEqual({ do: 'refuse', subject: 'personal_pick' });
    },
  );

  it('is no answer to a questionnaire: 「按我的实际情况选」', () => {
    const flow = { name: 'assessment', values: {}, asked: [], stage: 'asking', misses: 0 } as const;
    expect(pickWish('按我的实际情况选B', { ...emptyState, flow })).toBeNull();
  });
});
