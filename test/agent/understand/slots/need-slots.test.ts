import { describe, expect, it } from '@jest/globals';
import { needSlots } from '../../../../src/agent/understand/slots/need-slots.js';

const TODAY = '2026-11-25';
const read = (text: string, ...asked: string[]) => needSlots(text, asked, TODAY);

describe('what a sentence says about a need', () => {
  it.each<[string, object]>([
    ['养老用，大概三十万', { goal: 'retirement', amount: { from: 270_000, to: 330_000 } }],
    ['给孩子攒学费，十年以后', { goal: 'education', horizon: { from: 120, to: 120 } }],
    [
      '我有 30 万想放三五年，最多亏一成',
      {
        amount: { from: 300_000, to: 300_000 },
        horizon: { from: 36, to: 60 },
        loss_limit: { percent: 10 },
      },
    ],
    ['最多亏 2 万', { loss_limit: { yuan: 20_000 } }],
    [
      '20 万，最多亏 2 万',
      { amount: { from: 200_000, to: 200_000 }, loss_limit: { yuan: 20_000 } },
    ],
    ['一分钱都不能亏', { loss_limit: { percent: 0 } }],
    ['三五年，不急着用', { horizon: { from: 36, to: 60 }, liquidity: 'none' }],
    ['随时可能要用', { liquidity: 'anytime' }],
    ['中间不用', { liquidity: 'dated' }],
    ['想买房首付，明年底', { goal: 'home', horizon: { from: 13, to: 13 } }],
    ['换成五年', { horizon: { from: 60, to: 60 } }],
    ['金额是四十万', { amount: { from: 400_000, to: 400_000 } }],
    ['不急用', { liquidity: 'none' }],
    ['有笔定期到期了', {}],
    ['到期再用', { liquidity: 'dated' }],
    ['期间不动它', { liquidity: 'dated' }],
    ['给我做个理财规划', {}],
    ['留给孩子上大学用', { goal: 'education' }],
    ['养老和孩子上学都要', { goal: ['retirement', 'education'] }],
    ['买房要装修', { goal: 'home' }],
    ['今天天气不错', {}],
    ['刚才说的三十万，改成四十万吧', { amount: { from: 400_000, to: 400_000 } }],
    ['不是三十万，是四十万', { amount: { from: 400_000, to: 400_000 } }],
    ['30万改40万', { amount: { from: 400_000, to: 400_000 } }],
    ['十年改成八年', { horizon: { from: 96, to: 96 } }],
    ['亏损从百分之十改成百分之五', { loss_limit: { percent: 5 } }],
    ['养老换成孩子教育', { goal: 'education' }],
    ['每年用五万', { withdrawal: { from: 50_000, to: 50_000, every: 'year' } }],
    ['每个月存三千', {}],
  ])('%s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it('does not take a sum that was corrected for the loss that was asked for', () => {
    const corrected = read('哦不对，说错了，是一百万', 'liquidity', 'loss_limit');
    expect(corrected).toEqual({ amount: { from: 1_000_000, to: 1_000_000 } });
    expect(read('两万吧', 'loss_limit')).toMatchObject({ loss_limit: { yuan: 20_000 } });
  });

  it('reads a bare answer in the light of what was asked', () => {
    expect(read('20', 'amount')).toEqual({ amount: { from: 200_000, to: 200_000 } });
    expect(read('20', 'horizon')).toEqual({});
    expect(read('10%', 'loss_limit')).toEqual({ loss_limit: { percent: 10 } });
    expect(read('两成', 'loss_limit')).toEqual({ loss_limit: { percent: 20 } });
    expect(read('病了再用', 'horizon')).toEqual({
      liquidity: 'anytime',
      horizon: { from: 0, to: 1 },
    });
    expect(read('不会', 'liquidity')).toEqual({ liquidity: 'dated' });
    expect(read('少亏一点', 'priority')).toEqual({ priority: 'safety' });
  });
});
