import { describe, expect, it } from '@jest/globals';
import { findingTold } from '../../src/language/spoken-policy.js';

describe('what somebody tells that speaks against one more policy', () => {
  it.each([
    '我手里已经有三份医疗险了，还能再添一份吗',
    '前年投过类似的',
    '公司给配了一份意外险，我再上一份有必要吗',
    '这跟我原来那张保障重复了',
    '同样的年金我买过了',
  ])('%s tells of the same cover', (said) => {
    expect(findingTold(said)).toBe('duplicate_cover');
  });

  it.each([
    '就怕过几年交不上',
    '收入时有时无，万一后面断缴',
    '现在这份都快供不动了，还想再加一份',
    '担心以后拿不出保费',
  ])('%s tells that premiums may not be kept up', (said) => {
    expect(findingTold(said)).toBe('cannot_keep_paying');
  });

  it.each([
    '我还想买一份重疾',
    '交不起了怎么办',
    '万一以后交不上会失效吗',
    '两份医疗险能赔两次吗',
    '我有一份工作',
    '再买一份基金',
  ])('%s tells neither', (said) => {
    expect(findingTold(said)).toBeNull();
  });
});
