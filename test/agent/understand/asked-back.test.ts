import { describe, expect, it } from '@jest/globals';
import { asksBack } from '../../../src/agent/understand/asked-back.js';

const plan = (stage: 'asking' | 'confirming', ...asked: string[]) =>
  ({ name: 'need', values: {}, asked, stage, misses: 0 }) as const;

describe('a question about our question', () => {
  it.each([
    '我不懂什么叫最大亏损，你解释一下',
    '亏损怎么算',
    '什么意思',
    '问这个干嘛',
    '为什么要问这么细',
    '跌一点能接受',
    '别亏太多就行',
  ])('is heard as one: %s', (text) => {
    expect(asksBack(plan('asking', 'loss_limit'), text)).toBe(true);
  });

  it.each(['最多亏一成', '能接受一点点亏损，5%以内吧', '什么是定投', '日日通亏过没有'])(
    'is none: %s',
    (text) => {
      expect(asksBack(plan('asking', 'loss_limit'), text)).toBe(false);
    },
  );

  it('needs a question that waits', () => {
    expect(asksBack(plan('confirming'), '什么意思')).toBe(false);
  });
});
