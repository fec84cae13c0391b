import { describe, expect, it } from '@jest/globals';
import { loadRetentionRules } from '../../src/app/retention-rules.js';
import { erasureAnswer } from '../../src/compliance/erasure-answer.js';

const rules = loadRetentionRules('2026-11-27');
const erase = { kind: 'erase', held: 'R3' } as const;
const until = '2046-11-27';
const restrict = { kind: 'restrict', held: 'R20', until, reason: '法律' } as const;
const retain = { kind: 'retain', held: 'R3', until: null, reason: '事情还在办理' } as const;

describe('the answer to a wish to be erased', () => {
  it('names what is gone, what is only kept until when, and what stays for now and why', () => {
    const { outcome, words } = erasureAnswer(rules, [
      { stream: 'c1', verdict: erase },
      { stream: 'c2', verdict: erase },
      { stream: 'moment:M1', verdict: erase },
      { stream: 'proposal:P1', verdict: restrict },
      { stream: 'c3', verdict: retain },
    ]);
    expect(outcome).toBe('partly');
    expect(words).toContain('已经删除：2 段会话、1 条提醒');
    expect(words).toContain('只作保存：1 份方案，到 2046-11-27 为止');
    expect(words).toContain('暂时保留：1 段会话，因为事情还在办理');
  });

  it('is yes only where everything went, and no where nothing did', () => {
    expect(erasureAnswer(rules, [{ stream: 'c1', verdict: erase }]).outcome).toBe('granted');
    expect(erasureAnswer(rules, [{ stream: 'c1', verdict: restrict }]).outcome).toBe('partly');
    expect(erasureAnswer(rules, [{ stream: 'c1', verdict: retain }]).outcome).toBe('refused');
  });

  it('says plainly that there was nothing to erase', () => {
    const { outcome, words } = erasureAnswer(rules, []);
    expect(outcome).toBe('granted');
    expect(words).toContain('没有还保存着的会话');
    expect(words).not.toContain('马上删除');
  });

  it('keeps complaints as long as what they are about, and requests no longer than needed', () => {
    expect(rules.streams).toMatchObject({ complaint: 'R20', rights: 'R3' });
  });
});
