import { describe, expect, it } from '@jest/globals';
import { holdingPointedAt, movedBy } from '../../src/language/points-at-holding.js';

describe('one of what is held, pointed at by how it stands', () => {
  it.each([
    ['我那个亏的还留不留', 'loss'],
    ['就那个亏了四分之一的，说说吧', 'loss'],
    ['那个亏14%的呢', 'loss'],
    ['跌得最狠的那只', 'loss'],
    ['套着的那个还拿吗', 'loss'],
    ['我有只基金套住了', 'loss'],
    ['那只赚了的要不要落袋', 'gain'],
    ['我手里锁着的那个啥时候能拿', 'locked'],
    ['没到期的那笔能取吗', 'locked'],
    ['亏的时候怎么办', null],
    ['亏了的话怎么算', null],
    ['为什么会亏', null],
    ['我想买不会亏的那种', null],
  ])('「%s」: %s', (text, pointed) => expect(holdingPointedAt(text)).toBe(pointed));

  it.each([
    ['亏了四分之一的那个', { share: 0.25 }],
    ['亏14%的', { share: 0.14 }],
    ['亏了一万三的那个', { yuan: 13_000 }],
    ['亏的那个', null],
  ])('「%s」 says how much it moved', (text, moved) => expect(movedBy(text)).toEqual(moved));
});
