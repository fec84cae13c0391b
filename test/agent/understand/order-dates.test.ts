import { describe, expect, it } from '@jest/globals';
import { datesAsked, neededBy } from '../../../src/agent/understand/order-dates.js';
import { turnOf } from './llm-turn.js';

/** Thursday, 26 November 2026, at an hour of Shanghai. */
const at = (hour: string) => Date.parse(`2026-11-26T${hour}:00+08:00`);

function asked(text: string, hour = '10:00', before: readonly string[] = []) {
  const history = before.map((said) => ({ role: 'customer' as const, text: said }));
  const now = at(hour);
  return datesAsked(turnOf(text, { now, today: '2026-11-26', history }), text);
}
const told = (text: string, hour?: string, before?: readonly string[]) => {
  const found = asked(text, hour, before);
  return found && [found.deal, found.submission.day, found.submission.part];
};

describe('a question after days tells of which order', () => {
  it.each([
    ['今天下午四点点的赎回，什么时候确认', '17:00', ['sell', '2026-11-26', 'after']],
    ['周五三点前卖了几号到账', '10:00', ['sell', '2026-11-27', 'before']],
    ['我20号卖的安鑫，今天还没到正常吗', '10:00', ['sell', '2026-11-20', null]],
    ['安鑫现在卖哪天到账', '10:00', ['sell', '2026-11-26', 'before']],
    ['安鑫现在卖哪天到账', '16:00', ['sell', '2026-11-26', 'after']],
    ['今天卖安鑫几号到账', '10:00', ['sell', '2026-11-26', null]],
    ['今天卖安鑫几号到账', '16:00', ['sell', '2026-11-26', 'after']],
    ['今天卖的几号到账', '10:00', ['sell', '2026-11-26', 'before']],
    ['昨天买的和润什么时候确认', '10:00', ['buy', '2026-11-25', null]],
    ['下午四点半点的赎回啥时候到', '17:00', ['sell', '2026-11-26', 'after']],
    ['我27号要用钱，今天三点前卖来得及吗', '10:00', ['sell', '2026-11-26', 'before']],
    ['安鑫卖了几天能到，我下周三要付学费', '10:00', ['sell', '2026-11-26', 'before']],
    ['下周三得还人家钱，安鑫赎回来得及吗', '17:00', ['sell', '2026-11-26', 'after']],
    ['下周三要付学费，周五三点前卖来得及吗', '10:00', ['sell', '2026-11-27', 'before']],
    ['我下周一卖，下周五要用钱，几号到账', '10:00', ['sell', '2026-11-30', null]],
    ['我20号卖的安鑫，周五急用，哪天到', '10:00', ['sell', '2026-11-20', null]],
    ['日日通今天下午四点卖，钱明天到得了不', '10:00', ['sell', '2026-11-26', 'after']],
    ['安鑫今天下午两点买按哪天的净值', '10:00', ['buy', '2026-11-26', 'before']],
    ['安鑫今天三点半卖的按今天价还是明天价', '17:00', ['sell', '2026-11-26', 'after']],
    ['晚上八点下单买嘉稳短债，算哪天的价', '10:00', ['buy', '2026-11-26', 'after']],
  ])('%s (%s)', (text, hour, expected) => expect(told(text, hour)).toEqual(expected));

  it.each([
    ['安鑫卖了几天能到，我下周三要付学费', '2026-12-02'],
    ['我20号卖的安鑫，周五急用，哪天到', '2026-11-27'],
    ['周五三点前卖了几号到账', null],
    ['周五卖了还房贷，几号到账', null],
  ])('a day on which money is needed is no order’s: %s', (text, day) =>
    expect(neededBy(text, '2026-11-26')).toBe(day),
  );

  it('of a holiday, and of a kind without a name', () =>
    expect(asked('国庆前一天买货币基金哪天开始有收益')).toEqual({
      deal: 'buy',
      submission: { day: { holiday: '国庆节', at: 'eve' }, part: null },
      type: 'money',
      isRecalled: false,
    }));

  it.each([
    '赎回几天到账',
    'T+1是什么意思',
    '三点以后买算哪天的',
    '昨天买的安鑫什么时候能卖',
    '我昨天买的确认了吗',
    '周五卖要多少手续费',
    '大额存单昨天取的什么时候到账',
    '昨天买的今天收益多少',
  ])('but not: %s', (text) => expect(asked(text)).toBeNull());
});

describe('an order without a 「的」', () => {
  it('lies before today where it is told as done', () =>
    expect(told('周三晚上卖了，哪天到账')).toEqual(['sell', '2026-11-25', 'after']));
  it('lies ahead where it is only supposed', () =>
    expect(told('要是周三晚上卖了，哪天到账')).toEqual(['sell', '2026-12-02', 'after']));
});

describe('an order told of before', () => {
  const before = ['今天下午四点点的赎回，什么时候确认'];
  it('is what later words ask after', () =>
    expect(told('明天星期五，那钱啥时候到', '17:00', before)).toEqual([
      'sell',
      '2026-11-26',
      'after',
    ]));
  it('is asked again of another moment', () => {
    expect(told('那周五三点前呢', '17:00', before)).toEqual(['sell', '2026-11-27', 'before']);
    expect(told('要是三点前呢', '17:00', before)).toEqual(['sell', '2026-11-26', 'before']);
  });
  it('is no matter where something else is asked', () =>
    expect(told('安鑫风险大吗', '17:00', before)).toBeNull());
});
