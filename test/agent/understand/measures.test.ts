import { describe, expect, it } from '@jest/globals';
import { measureAsked } from '../../../src/agent/understand/measures.js';

describe('a measure nobody here has', () => {
  it.each([
    ['夏普呢', '夏普比率', 'performance'],
    ['波动率多少', '波动率', 'performance'],
    ['成立以来呢', '成立以来的收益', 'performance'],
    ['最大回撤是哪一段时间', '最大回撤从哪天到哪天', 'risk'],
    ['基金经理管了多久了', '基金经理的姓名和任职时间', 'issuer'],
    ['追加最少多少', '追加买入的起点', 'minimum'],
    ['安鑫纯债的久期多少', '久期', 'overview'],
    ['信用下沉到什么评级', '持仓债券的评级', 'risk'],
    ['转债仓位上限多少', '具体的仓位', 'overview'],
    ['回撤修复用了多久', '回撤修复用的时间', 'risk'],
  ])('is heard in %s', (text, name, nearest) => {
    expect(measureAsked(text)).toEqual({ name, nearest });
  });

  it.each([
    '夏普比率是什么意思',
    '波动率多少算正常',
    '换手率为什么重要',
    '久期是什么意思',
    '收益多少',
    '几天到账',
  ])('and not in %s', (text) => {
    expect(measureAsked(text)).toBeNull();
  });
});
