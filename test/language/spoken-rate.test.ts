import { describe, expect, it } from '@jest/globals';
import { spokenDays, spokenRate } from '../../src/language/spoken-rate.js';

describe('a rate somebody read off a page', () => {
  it.each([
    ['七日年化1.8，一万块一天多少', 0.018, true],
    ['日日通七日年化 1.6%，放五万一天有多少', 0.016, true],
    ['7日年化是2.05%', 0.0205, true],
    ['一点八的七日年化', 0.018, true],
    ['年化百分之二点一放一年', 0.021, false],
  ])('is read in %s', (text, ratio, isSevenDay) => {
    const rate = spokenRate(text);
    expect(rate?.ratio).toBeCloseTo(ratio, 10);
    expect(rate?.isSevenDay).toBe(isSevenDay);
  });

  it.each(['七日年化是什么意思', '放一万一天多少', '年化收益率和七日年化有什么区别', '年化50'])(
    'is none in %s',
    (text) => expect(spokenRate(text)).toBeNull(),
  );
});

describe('the days money is asked for', () => {
  it('are counted by their number, as it is said among friends, too', () => {
    expect(spokenDays('三十万放俩月有多少')).toBe(60);
    expect(spokenDays('放两个月')).toBe(60);
  });

  it.each([
    ['七日年化1.8，一万块一天多少', 1],
    ['放十万一个月', 30],
    ['每天多少', 1],
    ['三个月有多少', 90],
    ['七日年化2，放一年', 365],
    ['半年', 183],
    ['七日年化2，放一万', null],
  ])('%s: %s', (text, days) => expect(spokenDays(text)).toBe(days));
});
