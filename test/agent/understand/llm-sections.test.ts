import { describe, expect, it } from '@jest/globals';
import { turnSections } from '../../../src/agent/understand/llm-sections.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { turnOf } from './llm-turn.js';

const MARKER = 'f00000000000';

describe('a long conversation before the model', () => {
  const history = Array.from({ length: 20 }, (_, at) => ({
    role: at % 2 === 0 ? ('customer' as const) : ('assistant' as const),
    text: `第${at}句：${'基金'.repeat(30)}`,
  }));

  it('is its last words in full and the rest in short', () => {
    const sections = turnSections(turnOf('那风险呢', { history }), MARKER);
    expect(sections).toContain(`<<<更早的对话摘要 ${MARKER}>>>`);
    expect(sections).toContain('客户问过：第0句');
    expect(sections).not.toContain('第1句');
    expect(sections).toContain(`客户：第18句：${'基金'.repeat(30)}`);
    expect(sections).not.toContain(`第0句：${'基金'.repeat(30)}`);
  });

  it('has a settled matter in a word, and never what was said in it', () => {
    const state = { ...emptyState, settled: ['complaint' as const] };
    expect(turnSections(turnOf('还有个问题', { state }), MARKER)).toContain('已办完：投诉已登记');
  });

  it('has no summary while it is short', () => {
    const short = turnOf('在吗', { history: history.slice(-4) });
    expect(turnSections(short, MARKER)).not.toContain('更早的对话摘要');
  });
});
