import { describe, expect, it } from '@jest/globals';
import { speaksOfFailure } from '../../../src/agent/understand/failed-words.js';
import { matterOf } from '../../../src/agent/understand/matters.js';

describe('a payment that failed', () => {
  it.each([
    '二十万付款总是失败咋整',
    '我有十五万想买一次转不进去怎么办',
    '卡里八万，老是不让转，怎么弄',
    '五十万提示单笔超限咋弄',
  ])('begins no plan for its sum: %s', (text) => {
    expect(speaksOfFailure(text)).toBe(true);
    expect(matterOf(text)).toBeNull();
  });

  it.each(['二十万放哪好', '老婆不让我炒股，三十万怎么安排'])(
    'is spoken of in other words than: %s',
    (text) => expect(speaksOfFailure(text)).toBe(false),
  );
});
