import { describe, expect, it } from '@jest/globals';
import {
  nothingTold,
  toldOfSelf,
  wantsPlainWords,
  withToldOfSelf,
} from '../../src/conversation/told-of-self.js';

describe('what customers tell about themselves', () => {
  it.each([
    ['我20岁，大二，能开户吗', { age: 20, traits: ['student'] }],
    ['我68了', { age: 68 }],
    ['老伴刚走，手里有26万', { traits: ['bereaved'], money: '26万' }],
    ['我是老师，想存点钱', { work: '老师' }],
    ['Can I open an account?', { traits: ['foreigner'] }],
  ])('%s is kept', (said, told) => {
    expect(toldOfSelf(said)).toEqual({ ...nothingTold, ...told });
  });

  it.each(['我妈想买点理财，今年68岁', '她70岁了', '家里老人七十五岁'])(
    '%s tells of somebody else',
    (said) => {
      expect(toldOfSelf(said).age).toBeNull();
    },
  );

  it.each(['我妈72岁了', '孩子8岁', '65岁以上能买吗', '等我退休了再说', '我老公的钱没了'])(
    '%s tells nothing of the speaker',
    (said) => {
      expect(toldOfSelf(said)).toEqual(nothingTold);
    },
  );

  it('holds for the rest of the conversation, and the later word counts', () => {
    const told = ['我68岁', '手里有26万', '记错了，我67岁'].reduce(withToldOfSelf, nothingTold);
    expect(told).toMatchObject({ age: 67, money: '26万' });
    expect(wantsPlainWords(told)).toBe(true);
  });
});
