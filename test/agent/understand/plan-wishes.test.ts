import { describe, expect, it } from '@jest/globals';
import { planWish } from '../../../src/agent/understand/plan-wishes.js';
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
  it('a wish for a plan begins the need', () => {
    expect(planWish('给我个方案', emptyState)).toBeNull();
    const flow = { name: 'need', values: {}, asked: [], stage: 'asking', misses: 0 } as const;
    expect(planWish('给我个方案', { ...withNeed, flow })).toBeNull();
  });
});
