import { describe, expect, it } from '@jest/globals';
import type { Router } from '../../../src/agent/understand/router.js';
import { currentProduct, withTopic } from '../../../src/agent/understand/topic.js';
import type { Utterance } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { turnOf } from './llm-turn.js';

const asked = (...texts: readonly string[]): readonly Utterance[] =>
  texts.map((text) => ({ role: 'customer', text }));
const after = (...texts: readonly string[]) => turnOf('…', { history: asked(...texts) });

/** Evidence by hand: as good as said for the listed words, poor for all others. */
const knowing = (support: Readonly<Record<string, number>>): Router =>
  ({
    lookUp: (query: string) => ({ support: support[query] ?? 0.3, document: 'faq:one' }),
    covers: (_document: string, words: string) => (words.includes('开票') ? 0.02 : 0.6),
    supportThreshold: 0.57,
    products: new Map(),
    names: { find: (text: string) => (text.includes('安鑫') ? [{ codes: ['QY0021'] }] : []) },
  }) as unknown as Router;

describe('a short question', () => {
  it('is about what was spoken of where the evidence is better for it', () => {
    const router = knowing({ 定投怎么停: 0.9 });
    expect(withTopic(router, after('定投为啥也亏钱'), '怎么停')).toBe('定投怎么停');
  });

  it('takes its subject from the first words of the answer, too', () => {
    const router = knowing({ 存款保险多久能赔: 0.95 });
    const history: readonly Utterance[] = [
      ...asked('银行倒了咋办'),
      { role: 'assistant', text: '存款保险的限额是 50 万元。' },
    ];
    expect(withTopic(router, turnOf('…', { history }), '多久能赔')).toBe('存款保险多久能赔');
  });

  it('asks after tax of what was spoken of, and leaves that the subject', () => {
    const router = knowing({ 个人养老金能省多少税: 0.9, 个人养老金能不能取: 0.9 });
    const context = after('个人养老金一年最多存多少', '能省多少税');
    expect(withTopic(router, context, '能省多少税')).toBe('个人养老金能省多少税');
    expect(withTopic(router, context, '能不能取')).toBe('个人养老金能不能取');
  });

  it('puts one kind in the place of another', () => {
    const router = knowing({ 理财赚的钱要不要缴税: 0.9 });
    const context = after('基金赚的钱要不要缴税');
    expect(withTopic(router, context, '理财呢')).toBe('理财赚的钱要不要缴税');
  });

  it.each([
    ['has its own good evidence', '怎么停', { 怎么停: 0.9, 定投怎么停: 0.92 }],
    ['names its own subject', '投诉多久有结果', { 定投投诉多久有结果: 0.9 }],
    ['names talk itself', '聊天也会留吗', { 定投聊天也会留吗: 0.9 }],
    ['is no question', '那就先停了', { 定投那就先停了: 0.9 }],
    ['is about what the entry found does not speak of', '能开票吗', { 定投能开票吗: 0.9 }],
    ['gains nothing that would be an answer', '怎么停', { 定投怎么停: 0.5 }],
  ])('stands by itself when it %s', (_why, text, support) => {
    expect(withTopic(knowing(support), after('定投为啥也亏钱'), text)).toBe(text);
  });
});

describe('the product spoken of', () => {
  const spoken = { state: { ...emptyState, products: ['QY0021'] } };

  it('is the last one', () => {
    const context = turnOf('…', { ...spoken, history: asked('安鑫纯债费用', '到账呢') });
    expect(currentProduct(knowing({}), context)).toBe('QY0021');
  });

  it('is none once the talk has turned to something else', () => {
    const context = turnOf('…', { ...spoken, history: asked('安鑫纯债费用', '定投怎么停') });
    expect(currentProduct(knowing({}), context)).toBeNull();
  });
});
