import { describe, expect, it } from '@jest/globals';
import type { Intent, IntentCatalogue } from '../../../src/agent/understand/intents.js';
import { knowledgeExamples } from '../../../src/agent/understand/knowledge-examples.js';
import { corpusOf } from '../../retrieval/corpus.js';

const about = (id: string) => ({ id, purpose: '', owner: '' });
const intent = (id: string, command: 'answer' | 'own_account') =>
  [id, { ...about(id), command }] as const;
const line = (label: string, text: string) => ({ label, text, family: text });

const catalogue: IntentCatalogue = {
  intents: new Map<string, Intent>([
    intent('arrival', 'answer'),
    intent('law', 'answer'),
    intent('own', 'own_account'),
    ['wish', { ...about('wish'), command: 'start_flow', flow: 'privacy' }],
  ]),
  examples: [
    line('arrival', '基金赎回几天到账'),
    line('arrival', '卖出的钱多久到'),
    line('law', '哪条法律规定的'),
    line('law', '依据是什么'),
    line('own', '我的钱到账了吗'),
    line('wish', '把我的资料删掉'),
  ],
  version: '',
};

describe('the questions of the knowledge base', () => {
  it('teach the intent they sound like, titles of the handbook too, product cards not', () => {
    const rows = corpusOf([
      { id: '几天到账', text: '看产品。', asks: ['多久到账'] },
      {
        id: '几天到账',
        text: '三天。',
        asks: ['要多久'],
        article: '要等几天',
        document: { kind: 'note' },
      },
      { id: 'rule', text: '条文。', asks: ['法律怎么说'], document: { kind: 'regulation' } },
      { id: 'card', text: '卡片。', asks: ['它是什么'], document: { kind: 'product' } },
    ]);
    expect(knowledgeExamples(rows, catalogue)).toEqual([
      { label: 'arrival', text: '几天到账' },
      { label: 'arrival', text: '多久到账' },
      { label: 'law', text: '法律怎么说' },
    ]);
  });

  it('go together: an odd one among them follows the others', () => {
    const rows = corpusOf([{ id: '卖出后多久到账', text: '。', asks: ['急死了', '几天到'] }]);
    expect(knowledgeExamples(rows, catalogue).map(({ label }) => label)).toEqual(
      Array(3).fill('arrival'),
    );
  });

  it('never teach an intent that is not answered from knowledge', () => {
    const rows = corpusOf([{ id: '我的钱到账了吗', text: '。', asks: ['我的钱到了吗'] }]);
    expect(knowledgeExamples(rows, catalogue).map(({ label }) => label)).not.toContain('own');
  });

  it('teach nothing where they sound like a wish to have it done', () => {
    const rows = corpusOf([{ id: '法律依据', text: '。', asks: ['依据是哪条', '我的资料删掉'] }]);
    expect(knowledgeExamples(rows, catalogue)).toEqual([
      { label: 'law', text: '法律依据' },
      { label: 'law', text: '依据是哪条' },
    ]);
  });
});
