import { describe, expect, it } from '@jest/globals';
import { spokenHorizon } from '../../src/language/spoken-horizon.js';

const TODAY = '2026-11-25';

describe('a horizon as customers say it', () => {
  it.each<[string, number, number]>([
    ['放三年', 36, 36],
    ['三五年吧', 36, 60],
    ['3-5年', 36, 60],
    ['半年', 6, 6],
    ['一年半', 18, 18],
    ['两年左右', 21.6, 26.4],
    ['三个月', 3, 3],
    ['两三个月后要用', 2, 3],
    ['一两年后要用', 12, 24],
    ['90天', 3, 3],
    ['十来年', 108, 132],
    ['明年底', 13, 13],
    ['明年6月买房', 7, 7],
    ['年底要用', 1, 1],
    ['2030 年', 49, 49],
    ['后年初', 15, 15],
    ['长期放着', 60, 120],
    ['随时要用', 0, 1],
    ['换成五年', 60, 60],
    ['三周后要付货款', 0.75, 0.75],
    ['两个礼拜后用', 0.5, 0.5],
    ['下礼拜要用', 0.25, 0.25],
    ['下个月付', 1, 1],
    ['二十天以后', 0.67, 0.67],
  ])('%s is %d to %d months', (text, from, to) => {
    expect(spokenHorizon(text, TODAY)).toEqual({ from, to });
  });

  it.each(['我有十万', '年化多少', '今年收益怎么样算', '第三年的费用', '每年 0.2%'])(
    '%s names none that lies ahead and is counted',
    (text) => {
      const horizon = spokenHorizon(text, TODAY);
      expect(horizon === null || horizon.to <= 1).toBe(true);
    },
  );
});
