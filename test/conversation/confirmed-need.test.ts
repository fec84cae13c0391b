import { describe, expect, it } from '@jest/globals';
import { asksForPlan } from '../../src/conversation/confirmed-need.js';

describe('a need of an earlier conversation', () => {
  it('is meant by who asks for the plan, not by who wants to begin planning', () => {
    expect(['给我个方案', '再看看我的方案'].every((text) => asksForPlan([text]))).toBe(true);
    expect(asksForPlan(['帮我规划一下这笔钱'])).toBe(false);
  });
});
