import { describe, expect, it } from '@jest/globals';
import { isReason, wantsElse } from '../../../../src/agent/understand/slots/change-reason.js';

describe('why a class changed', () => {
  it.each([
    '收入变了',
    '刚退休，收入少了',
    '孩子上大学了，花销变大',
    '想法变了',
    '年纪大了，想稳一点',
    '上次选错了',
    '亏怕了',
  ])('%s is a reason', (text) => expect(isReason(text)).toBe(true));

  it.each([
    '给我个方案',
    '快点',
    '确认',
    '好的',
    '为什么要说原因',
    '帮我转人工',
    '推荐个产品吧',
    '嗯',
  ])('%s is none', (text) => expect(isReason(text)).toBe(false));

  it('waits while something else is wanted', () => {
    expect(wantsElse('给我个方案')).toBe(true);
    expect(wantsElse('收入变了')).toBe(false);
  });
});
