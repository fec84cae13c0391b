import { describe, expect, it } from '@jest/globals';
import type { Tense } from '../../src/language/spoken-days.js';
import { spokenDays } from '../../src/language/spoken-days.js';
import { unspaced } from '../../src/language/spoken-time.js';

/** A Thursday. */
const TODAY = '2026-11-26';

describe('days named in words', () => {
  const cases: readonly (readonly [string, Tense, readonly unknown[]])[] = [
    ['今天下午四点点的赎回', 'past', ['2026-11-26']],
    ['昨晚卖的', 'past', ['2026-11-25']],
    ['大前天赎的', 'past', ['2026-11-23']],
    ['后天卖', 'future', ['2026-11-28']],
    ['刚才点的赎回', 'past', ['2026-11-26']],
    ['周五三点前卖', 'future', ['2026-11-27']],
    ['周五卖的', 'past', ['2026-11-20']],
    ['周四卖的', 'past', ['2026-11-26']],
    ['上周五卖的', 'past', ['2026-11-20']],
    ['下周一卖', 'future', ['2026-11-30']],
    ['礼拜天晚上卖的', 'past', ['2026-11-22']],
    ['这周末卖', 'future', ['2026-11-28']],
    ['我20号卖的', 'past', ['2026-11-20']],
    ['我30号卖的', 'past', ['2026-10-30']],
    ['3号卖', 'future', ['2026-12-03']],
    ['二十号卖的', 'past', ['2026-11-20']],
    ['上个月28号卖的', 'past', ['2026-10-28']],
    ['9月30日买', 'future', ['2026-09-30']],
    ['12 月 30 日卖的', 'past', ['2025-12-30']],
    ['明天星期五', 'future', ['2026-11-27', '2026-11-27']],
    ['国庆前一天买', 'future', [{ holiday: '国庆节', at: 'eve' }]],
    ['放假前卖', 'future', [{ holiday: '', at: 'eve' }]],
    ['春节期间卖', 'future', [{ holiday: '春节', at: 'during' }]],
    ['一周一次', 'future', []],
    ['第 3 号窗口', 'future', []],
    ['卖了几天到账', 'future', []],
  ];
  it.each(cases)('%s', (text, tense, days) =>
    expect(spokenDays(unspaced(text), TODAY, tense).map(({ day }) => day)).toEqual(days),
  );
});
