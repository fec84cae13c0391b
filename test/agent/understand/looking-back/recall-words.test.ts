import { describe, expect, it } from '@jest/globals';
import { recalledIn } from '../../../../src/agent/understand/looking-back/recall-words.js';

describe('what was told before and is asked for again', () => {
  it.each([
    ['你刚才说最多能取多少来着', '最多能取多少'],
    ['刚刚说的利率是多少', '利率是多少'],
    ['我忘了，起购是多少来着', '起购是多少'],
  ])('%s', (said, words) => {
    expect(recalledIn(said)).toBe(words);
  });

  it.each(['你刚才说不收费，对吧', '刚才那个怎么买', '利率是多少', '你刚才说的不对'])(
    'is something else: %s',
    (said) => {
      expect(recalledIn(said)).toBeNull();
    },
  );
});
