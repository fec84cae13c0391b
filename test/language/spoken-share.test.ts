import { describe, expect, it } from '@jest/globals';
import { spokenShare } from '../../src/language/spoken-share.js';

describe('a share of a whole', () => {
  it.each([
    ['卖一半', 0.5],
    ['三分之一呢', 1 / 3],
    ['卖4分之3', 0.75],
    ['赎三成', 0.3],
    ['百分之二十', 0.2],
    ['30%', 0.3],
    ['全部卖', 1],
    ['全卖呢', 1],
    ['都赎了', 1],
  ])('%s is %d', (text, share) => {
    expect(spokenShare(text)).toBeCloseTo(share);
  });

  it.each(['一千块', '这只完全没听懂', '五分之六', '几天到账'])('%s names none', (text) => {
    expect(spokenShare(text)).toBeNull();
  });
});
