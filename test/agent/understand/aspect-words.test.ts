import { describe, expect, it } from '@jest/globals';
import { aspectsNamed } from '../../../src/agent/understand/aspect-words.js';

describe('the side of a product named by the words themselves', () => {
  it.each([
    ['交的钱先扣多少', 'fees'],
    ['持有不到7天就卖呢', 'fees'],
    ['那赎回费呢', 'fees'],
    ['到账', 'redemption'],
    ['明天 卖 什么时候 钱 来', 'redemption'],
    ['能提前拿出来不', 'redemption'],
    ['我 多少 钱 可以 买', 'minimum'],
    ['最少要存好多', 'minimum'],
    ['这三年赚了多少', 'performance'],
    ['二十万一天大概多少', 'performance'],
    ['要锁多久', 'term'],
    ['最差会怎么样', 'risk'],
    ['亏过吗', 'risk'],
    ['哪家的', 'issuer'],
  ])('is read in %s: %s', (text, aspect) => {
    expect(aspectsNamed(text)[0]).toBe(aspect);
  });

  it.each(['你就说买哪个吧', '明年能赚钱吗', '谢谢', '它帮我自动买卖？', '一天最多能取多少来着'])(
    'is none in %s',
    (text) => {
      expect(aspectsNamed(text)).toEqual([]);
    },
  );
});
