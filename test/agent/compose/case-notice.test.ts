import { describe, expect, it } from '@jest/globals';
import { composeCase } from '../../../src/agent/compose/case-notice.js';
import type { CaseTold } from '../../../src/conversation/cases/notice.js';
import { loadWordings } from '../../../src/wording/prompts.js';

const wordings = loadWordings('prompts');
const told = (changes: Partial<CaseTold> & { outcome: CaseTold['pending']['outcome'] }) => {
  const { outcome, ...rest } = changes;
  const pending = {
    seq: 3,
    what: 'outcome',
    words: '销售时没有说清楚。',
    due: null,
    outcome,
  } as const;
  const base = { id: 'T1', matter: 'complaint', received: '2026-11-02', isReview: false } as const;
  return composeCase(wordings, { ...base, pending, ...rest }).text;
};

/** 投诉办法 arts. 19, 20: reasons, and every way on. */
describe('the outcome of a complaint', () => {
  it('names every way on, and how long a review may be asked for', () => {
    const text = told({ outcome: 'not_upheld' });
    for (const way of ['核查', '调解', '仲裁', '起诉', '监管部门']) expect(text).toContain(way);
    expect(text).toMatch(/收到结果后 30 日内.*申请核查/);
  });

  it('offers no second review after the first', () => {
    const text = told({ outcome: 'not_upheld', isReview: true });
    expect(text).toMatch(/核查完了.*另一位同事/);
    for (const way of ['调解', '仲裁', '起诉', '监管部门']) expect(text).toContain(way);
    expect(text).not.toContain('申请核查');
  });
});

describe('the outcome of a request', () => {
  it('is no success where it was refused, and says how to object', () => {
    const text = told({ outcome: 'refused', matter: 'explain' });
    expect(text).toContain('有结果了：这次不能办理');
    expect(text).not.toContain('办好了');
    expect(text).toMatch(/投诉.*向法院起诉/);
  });

  it('about labels says that they may be seen and deleted', () => {
    expect(told({ outcome: 'granted', matter: 'tags' })).toContain('查看、删除标签的请求');
  });
});

describe('a complaint that a member of staff took down', () => {
  it('is receipted with its number and both days, and repeats none of its words', () => {
    const pending = { seq: 1, what: 'receipt', words: '', due: null, outcome: null } as const;
    const base = { id: 'T1', matter: 'complaint', isReview: false } as const;
    const { text } = composeCase(wordings, { ...base, received: '2026-11-02', pending });
    expect(text).toContain('您 11 月 2 日');
    expect(text).toMatch(/编号 T1.*11 月 17 日.*12 月 2 日/s);
  });
});
