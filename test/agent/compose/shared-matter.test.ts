import { describe, expect, it } from '@jest/globals';
import { sharesMatter } from '../../../src/agent/compose/shared-matter.js';

describe('one matter', () => {
  it('is what both questions speak of', () =>
    expect(sharesMatter('理财合同丢了，能补吗', '在哪里下载合同和交易回单？')).toBe(true));

  it('is none where only words of asking are shared', () => {
    const asked = '能不能帮我看看这份劳动合同';
    expect(sharesMatter(asked, '能帮我盯着，涨到或跌到某个价就自动买卖吗？')).toBe(false);
  });
});
