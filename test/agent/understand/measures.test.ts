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
    ['硬科技成立多久了', '成立的日子', 'overview'],
    ['后来涨回来没', '跌下去以后有没有涨回来', 'risk'],
    ['汇宝保底利率多少', '保证利率具体是多少', 'performance'],
    ['安禾8期到期是几号', '到期的具体日子', 'term'],
    ['一次最多能取多少', '一次最多能赎回多少', 'redemption'],
    ['硬科技单日限额多少', '一次最多能买多少', 'minimum'],
  ])('is heard in %s', (text, name, nearest) => {
    expect(measureAsked(text)).toMatchObject({ name, nearest });
  });

  it.each([
    '夏普比率是什么意思',
    '波动率多少算正常',
    '换手率为什么重要',
    '久期是什么意思',
    '收益多少',
    '几天到账',
    '和悦有保底吗',
    '到期哪天到账',
    '最多亏过多少',
    '那以后会涨回来吗',
    '红利联接跟临溪300哪个回撤小',
    '到日子了钱会自己回来吗',
  ])('and not in %s', (text) => {
    expect(measureAsked(text)).toBeNull();
  });
});
