import { describe, expect, it } from '@jest/globals';
import { needSlots } from '../../../../src/agent/understand/slots/need-slots.js';

const TODAY = '2026-11-25';
const SAVED = { saving: { from: 3_000, to: 3_000, every: 'month' } };

describe('a sum of every month', () => {
  it('is corrected by a bare one', () =>
    expect(needSlots('每个月三千太紧了，改成两千吧', [], TODAY, SAVED)).toEqual({
      saving: { from: 2_000, to: 2_000, every: 'month' },
    }));
});
const read = (text: string, ...asked: string[]) => needSlots(text, asked, TODAY);

describe('lines told with a gap for a comma', () => {
  it('are each heard', () =>
    expect(read('目标100万 现有40万 月存8k 5年')).toEqual({
      target: { from: 1_000_000, to: 1_000_000 },
      amount: { from: 400_000, to: 400_000 },
      saving: { from: 8_000, to: 8_000, every: 'month' },
      horizon: { from: 60, to: 60 },
    }));

  it('leave a figure that belongs to the word before it', () =>
    expect(read('最多亏 2 万')).toEqual({ loss_limit: { yuan: 20_000 } }));
});

describe('the age somebody is and the age they stop working at', () => {
  it.each(['我今年四十五，打算六十退休', '今年 45，60岁退休'])('%s: fifteen years', (said) =>
    expect(read(said)).toMatchObject({ horizon: { from: 180, to: 180 } }),
  );
});

describe('what there is', () => {
  it('is no loss, whatever was asked', () =>
    expect(read('现在账上有3万', 'loss_limit')).toEqual({
      amount: { from: 30_000, to: 30_000 },
    }));
});

describe('a sum to be reached', () => {
  it('is none to lose, whatever was asked', () =>
    expect(read('目标四十万够不够', 'loss_limit')).toEqual({
      target: { from: 400_000, to: 400_000 },
    }));
});

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
    ['能亏的再少点，最多5000', { loss_limit: { yuan: 5_000 } }],
    [
      '20 万，最多亏 2 万',
      { amount: { from: 200_000, to: 200_000 }, loss_limit: { yuan: 20_000 } },
    ],
    ['一分钱都不能亏', { loss_limit: { percent: 0 } }],
    ['少一分都不行', { loss_limit: { percent: 0 } }],
    ['就图它能长点', { goal: 'growth' }],
    ['三五年，不急着用', { horizon: { from: 36, to: 60 }, liquidity: 'none' }],
    ['随时可能要用', { liquidity: 'anytime' }],
    ['两三年内说不定就要动', { horizon: { from: 24, to: 36 }, liquidity: 'anytime' }],
    ['想问下给孩子存教育金怎么弄比较好', { goal: 'education' }],
    ['亏一点点可以，多了不行', { loss_limit: 'unread' }],
    ['能接受跌一点，别太狠', { loss_limit: 'unread' }],
    ['本金不好动的', { loss_limit: { percent: 0 } }],
    ['莫亏就行', { loss_limit: { percent: 0 } }],
    ['可以承受一点点波动', { loss_limit: 'unread' }],
    ['每个月工资剩8000', { saving: { from: 8_000, to: 8_000, every: 'month' } }],
    ['如果收入降了每月只能存6000呢', { saving: { from: 6_000, to: 6_000, every: 'month' } }],
    ['两年后要25万', { horizon: { from: 24, to: 24 }, target: { from: 250_000, to: 250_000 } }],
    ['给儿子娶媳妇用', { goal: 'short_spending' }],
    ['那每月再添一千', { saving: { from: 1_000, to: 1_000, every: 'month' } }],
    ['以前在别的银行买过，亏了两万', {}],
    ['以前亏过两万，这次最多亏五千', { loss_limit: { yuan: 5_000 } }],
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
    ['每个月存三千', { saving: { from: 3_000, to: 3_000, every: 'month' } }],
    ['每月工资八千', {}],
    ['我俩每个月能拿出三千', { saving: { from: 3_000, to: 3_000, every: 'month' } }],
    ['每个月可以挤出两千', { saving: { from: 2_000, to: 2_000, every: 'month' } }],
    [
      '十几万吧 一个月周转一次',
      { amount: { from: 100_000, to: 200_000 }, horizon: { from: 1, to: 1 } },
    ],
    ['那就是十二年，改一下', { horizon: { from: 144, to: 144 } }],
    ['每个月要拿出三千花', { withdrawal: { from: 3_000, to: 3_000, every: 'month' } }],
    ...[
      '我有三十万，五年后变成六十万',
      '三十万五年后能变成六十万吗',
      '想把三十万变成六十万，五年',
      '从三十万做到六十万，五年行不行',
      '本金三十万，目标六十万，五年',
      '三十万放五年，想涨到六十万',
      '现在有三十万，希望五年后能有六十万',
      '我的三十万五年翻一倍',
    ].map((text): [string, object] => [
      text,
      {
        amount: { from: 300_000, to: 300_000 },
        target: { from: 600_000, to: 600_000 },
        horizon: { from: 60, to: 60 },
      },
    ]),
    [
      '三年后想变成二十万买车',
      {
        goal: 'short_spending',
        target: { from: 200_000, to: 200_000 },
        horizon: { from: 36, to: 36 },
      },
    ],
    [
      '三十万三个月后要交房款',
      { goal: 'home', amount: { from: 300_000, to: 300_000 }, horizon: { from: 3, to: 3 } },
    ],
    ['刚工作两年，想三年后付首付', { goal: 'home', horizon: { from: 36, to: 36 } }],
    ['五年前买的', {}],
    ['最多亏半成', { loss_limit: { percent: 5 } }],
    ['能亏一成五', { loss_limit: { percent: 15 } }],
    ['顶多亏一成半', { loss_limit: { percent: 15 } }],
    ['亏两成多也行', { loss_limit: { percent: 20 } }],
    ['给闺女陪嫁', { goal: 'short_spending' }],
    ['想换辆车', { goal: 'short_spending' }],
    ['给儿子办婚礼用', { goal: 'short_spending' }],
    ['中间可能要看病用', { liquidity: 'anytime' }],
    [
      '两年以后装修房子用',
      { goal: 'short_spending', liquidity: 'dated', horizon: { from: 24, to: 24 } },
    ],
    ['房贷还有五十万，手里三十万', { amount: { from: 300_000, to: 300_000 } }],
    ['别亏就行', { goal: 'preserve', loss_limit: { percent: 0 } }],
    ['让它多涨涨', { goal: 'growth' }],
  ])('%s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it('hears no answer about use in what would be if money were lost', () => {
    const asked = ['liquidity', 'loss_limit'] as const;
    expect(read('要是亏20%我也能扛', ...asked)).toEqual({ loss_limit: { percent: 20 } });
    expect(read('要', ...asked)).toEqual({ liquidity: 'anytime' });
  });

  it('does not take a sum that was corrected for the loss that was asked for', () => {
    const corrected = read('哦不对，说错了，是一百万', 'liquidity', 'loss_limit');
    expect(corrected).toEqual({ amount: { from: 1_000_000, to: 1_000_000 } });
    expect(read('两万吧', 'loss_limit')).toMatchObject({ loss_limit: { yuan: 20_000 } });
  });

  it.each(['按10万算', '还是十万吧', '就按10万'])('%s is no bound of a loss', (text) => {
    expect(read(text, 'loss_limit')).toEqual({ amount: { from: 100_000, to: 100_000 } });
  });

  it('takes no 「要是」 for a wish to use the money on the way', () => {
    expect(read('要是三年呢', 'liquidity')).toEqual({ horizon: { from: 36, to: 36 } });
  });

  it('reads a bare answer in the light of what was asked', () => {
    expect(read('给我妈存的', 'goal')).toEqual({ goal: 'retirement' });
    expect(read('给我妈存的')).toEqual({});
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

describe('two changes in one breath', () => {
  const both = { amount: { from: 400_000, to: 400_000 }, horizon: { from: 60, to: 60 } };
  it.each(['改成五年，钱也加到40万', '钱加到40万吧，时间也改成五年', '时间改成五年，金额改成40万'])(
    'are both taken, and no bound of loss is made of a sum: %s',
    (text) => {
      expect(read(text, 'liquidity', 'loss_limit')).toEqual(both);
      expect(read(text)).toEqual(both);
    },
  );

  it('keep what is raised out of what may be lost, and a bare bound out of the sum', () => {
    expect(read('钱加到40万吧', 'loss_limit')).toEqual({ amount: both.amount });
    expect(read('到时候才用，两万', 'liquidity', 'loss_limit')).toEqual({
      liquidity: 'dated',
      loss_limit: { yuan: 20_000 },
    });
  });
});

describe('more, less, longer, shorter', () => {
  const known = { amount: { from: 300_000, to: 300_000 }, horizon: { from: 36, to: 36 } };
  const moved = (text: string, ...asked: string[]) => needSlots(text, asked, TODAY, known);

  it.each<[string, object]>([
    ['再加10万', { amount: { from: 400_000, to: 400_000 } }],
    ['减少5万', { amount: { from: 250_000, to: 250_000 } }],
    ['时间缩短一年', { horizon: { from: 24, to: 24 } }],
    [
      '再加20万，时间延长两年',
      { amount: { from: 500_000, to: 500_000 }, horizon: { from: 60, to: 60 } },
    ],
    [
      '把三年改成五年，再加10万',
      { amount: { from: 400_000, to: 400_000 }, horizon: { from: 60, to: 60 } },
    ],
  ])('%s counts from what was told', (text, expected) => {
    expect(moved(text)).toEqual(expected);
    expect(moved(text, 'loss_limit')).toEqual(expected);
  });

  it('counts from nothing where nothing was told, and leaves regular sums alone', () => {
    expect(read('再加10万', 'amount')).toEqual({ amount: { from: 100_000, to: 100_000 } });
    expect(moved('每月再加2000')).not.toHaveProperty('amount');
  });
});

describe('a time', () => {
  it.each<[string, object]>([
    [
      '闺女今年九岁，大约九年后上大学用',
      { liquidity: 'dated', horizon: { from: 97.2, to: 118.8 } },
    ],
    ['孩子今年六岁，十八岁上大学要用', { horizon: { from: 144, to: 144 } }],
    ['我今年五十二，八年后退休', { horizon: { from: 96, to: 96 } }],
    ['今年底要用', { horizon: { from: 1, to: 1 } }],
    ['每个月能存两千', { saving: { from: 2_000, to: 2_000, every: 'month' } }],
  ])('is not read from an age or a period in %s', (text, values) => {
    const { goal, ...others } = read(text);
    expect(goal === undefined || typeof goal === 'string').toBe(true);
    expect(others).toEqual(values);
  });
});

describe('a time before what the money is for', () => {
  it.each([
    ['一年后买房用', 12],
    ['一年以后要用', 12],
    ['一个月后取', 1],
    ['一年内要用', 12],
    ['一年多后买房用', 22],
    ['三年后买房用', 36],
  ])('%s is %d months', (text, to) => {
    expect(read(text)['horizon']).toMatchObject({ to });
  });

  it.each(['一年存三万', '一个月花两千', '每年取一万'])('and none is told in %s', (text) => {
    expect(read(text)['horizon']).toBeUndefined();
  });
});

describe('whether it is needed on the way', () => {
  it.each([
    ['这十年里都不会动', 'dated'],
    ['中途绝对不碰', 'dated'],
    ['不可能突然用', 'dated'],
    ['五年以后才用', 'dated'],
    ['说不准哪天就要用', 'anytime'],
    ['本来随时要用，现在定了，中间不用', 'dated'],
  ])('%s is %s', (text, liquidity) => {
    expect(read(text)).toMatchObject({ liquidity });
  });

  it.each(['怎么又写成随时了', '谁说随时要用', '我没说随时', '不是随时要用'])(
    'is not told by %s',
    (text) => {
      expect(read(text)).toEqual({});
    },
  );
});

describe('a bound of the loss', () => {
  it.each<[string, object]>([
    ['亏太多可不行，百分之十二以内', { percent: 12 }],
    ['不能亏超过两成', { percent: 20 }],
    ['亏损那条改成0', { percent: 0 }],
    ['不想亏', { percent: 0 }],
    ['我不要有风险的', { percent: 0 }],
    ['不想冒任何风险', { percent: 0 }],
  ])('%s', (text, limit) => {
    expect(read(text, 'loss_limit')).toEqual({ loss_limit: limit });
  });

  it('is not told by a dislike of great losses', () => {
    expect(read('不能亏太多', 'loss_limit')).toEqual({});
    expect(read('不要风险太高的', 'loss_limit')).toEqual({});
  });
});

describe('a sum every month or year', () => {
  const monthly = { from: 2_000, to: 2_000, every: 'month' };
  const correct = (text: string, known = {}) => needSlots(text, [], TODAY, known);

  it('goes in or out as the verb beside it says', () => {
    expect(read('手上八万，每个月还能再攒两千')).toMatchObject({
      amount: { from: 80_000 },
      saving: monthly,
    });
    expect(read('八十万放着，每月取两千')).toMatchObject({
      amount: { from: 800_000 },
      withdrawal: monthly,
    });
    expect(read('每月两千', 'amount')).toEqual({ saving: monthly });
  });

  it.each([
    '每月两千是存进去不是取出来',
    '不是取，是往里存',
    '「中间要取」那条要删掉，是每月存入2000',
    '那是存的，不是取的',
  ])('moves over with %s', (text) => {
    expect(correct(text, { withdrawal: monthly })).toEqual({ withdrawal: null, saving: monthly });
  });

  it.each(['把每月取2000那条删了', '取的那条，改成0', '没有中间要取', '中间要取：改成零'])(
    'is taken off by %s',
    (text) => {
      expect(correct(text, { withdrawal: monthly })).toEqual({ withdrawal: null });
    },
  );

  it('is taken back where nothing is to be touched on the way', () => {
    expect(correct('中间不会动', { withdrawal: monthly })).toEqual({
      liquidity: 'dated',
      withdrawal: null,
    });
  });

  it('is no amount when it is corrected', () => {
    expect(correct('每月存入改成4000', { saving: monthly })).toEqual({
      saving: { from: 4_000, to: 4_000, every: 'month' },
    });
  });

  it('stays where an order is cancelled or interest received', () => {
    expect(correct('取消订单要手续费吗', { withdrawal: monthly })).toEqual({});
  });
});

describe('a line that is taken off', () => {
  it('holds nothing any more', () => {
    const known = { loss_limit: { percent: 10 }, amount: { from: 1, to: 1 } };
    expect(needSlots('亏损那条先去掉', [], TODAY, known)).toEqual({ loss_limit: null });
    expect(needSlots('亏损那条先去掉', [], TODAY)).toEqual({});
  });
});
describe('what there shall be in the end', () => {
  it.each([
    ['我有30万，五年后想攒到40万', 300_000, 400_000],
    ['手里有20万，目标是50万，存五年', 200_000, 500_000],
    ['想五年攒够一百万，现在有六十万', 600_000, 1_000_000],
  ])('%s', (said, amount, target) => {
    expect(read(said)).toMatchObject({
      amount: { from: amount, to: amount },
      target: { from: target, to: target },
    });
  });

  it('is a sum that is to be saved, never money in hand', () => {
    const told = read('大概想攒50万给孩子上大学');
    expect(told).toMatchObject({ target: { from: 500_000, to: 500_000 } });
    expect(told).not.toHaveProperty('amount');
  });

  it.each(['我有三十万，想存着给孩子上大学', '每个月存三千', '我有30万要存五年'])(
    'is not read from %s',
    (said) => {
      expect(read(said)).not.toHaveProperty('target');
    },
  );
});
