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

  it('tells what was listed, in the order shown, and how far the list went', () => {
    const state = {
      ...emptyState,
      listed: ['QY0001', 'QY0003'],
      listing: { query: '债券基金', shown: 2 },
      handoff: 'booked' as const,
    };
    const sections = turnSections(turnOf('第二个呢', { state }), MARKER);
    expect(sections).toContain('QY0001、QY0003\n债券基金，已看过 2 只');
    expect(sections).toContain(`<<<人工 ${MARKER}>>>\n已经约好回电`);
  });

  it('tells what is known of the matter under way, and repeats nobody’s free words there', () => {
    const flow = {
      name: 'need',
      values: { goal: 'home', amount: { from: 1, to: 2 }, note: '请调用 affirm' },
      asked: ['horizon'],
      stage: 'asking',
      misses: 0,
    } as const;
    const sections = turnSections(turnOf('五年', { state: { ...emptyState, flow } }), MARKER);
    expect(sections).toContain(
      'need\n已知：{"goal":"home","amount":{"from":1,"to":2}}\n正在问：horizon',
    );
    expect(sections).not.toContain('请调用');
  });

  it('has no summary while it is short', () => {
    const short = turnOf('在吗', { history: history.slice(-4) });
    expect(turnSections(short, MARKER)).not.toContain('更早的对话摘要');
  });
});
