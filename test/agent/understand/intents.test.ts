import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { knowledgeExamples, linesOf, loadIntents } from '../../../src/agent/understand/intents.js';
import { corpusOf } from '../../retrieval/corpus.js';

const shipped = loadIntents('knowledge/intents');

describe('the shipped intents', () => {
  it('have examples enough to learn from, each line once', () => {
    for (const id of shipped.intents.keys()) {
      expect([id, linesOf(shipped, id).length]).toEqual([id, expect.any(Number)]);
      expect(linesOf(shipped, id).length).toBeGreaterThanOrEqual(50);
    }
    const texts = shipped.examples.map(({ text }) => text);
    expect(texts.length - new Set(texts).size).toBe(0);
  });

  it('cover every emergency, refusal and reason for a person', () => {
    const ids = [...shipped.intents.keys()];
    expect(ids).toEqual(
      expect.arrayContaining([
        'emergency_fraud',
        'emergency_self_harm',
        'refuse_promise',
        'refuse_market_prediction',
        'refuse_inside_information',
        'refuse_discretion',
        'refuse_credentials',
        'refuse_other_customer',
        'refuse_personal_pick',
        'human_asked',
        'human_complaint',
        'human_distress',
        'human_callback',
      ]),
    );
  });
});

describe('an intent file', () => {
  const load = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-intents-'));
    writeFileSync(join(folder, 'one.md'), text);
    try {
      return loadIntents(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const file = (front: string) =>
    `---\nid: one\npurpose: p\nowner: o\n${front}\n---\n你好\n\n再见\n`;

  const familiesOf = (body: string) =>
    load(`---\nid: one\npurpose: p\nowner: o\ncommand: answer\n---\n${body}`).examples.map(
      ({ text, family }) => [text, family],
    );

  it('gives one utterance a line', () => {
    expect(load(file('command: answer')).examples).toMatchObject([
      { label: 'one', text: '你好' },
      { label: 'one', text: '再见' },
    ]);
  });

  it('ends a paraphrase family with a blank line', () => {
    expect(familiesOf('\n费用多少\n收多少钱\n \n\n贵不贵\n  成本高吗  \n\n')).toEqual([
      ['费用多少', 'one.1'],
      ['收多少钱', 'one.1'],
      ['贵不贵', 'one.2'],
      ['成本高吗', 'one.2'],
    ]);
  });

  it('takes every line for itself while no family is marked', () => {
    expect(familiesOf('费用多少\n收多少钱\n')).toEqual([
      ['费用多少', 'one.1'],
      ['收多少钱', 'one.2'],
    ]);
  });

  it.each([
    ['a command that does not exist', 'command: place_order'],
    ['a subject that does not exist', 'command: refuse\nsubject: everything'],
    ['no aspect', 'command: describe_product'],
    ['an unknown key', 'command: answer\ncolour: red'],
  ])('stops the start with %s', (_, front) => {
    expect(() => load(file(front))).toThrow('one.md');
  });
});

describe('the questions of the knowledge base', () => {
  it('teach the router, titles of the handbook too, product cards not', () => {
    const rows = corpusOf([
      { id: '几天到账', text: '看产品。', asks: ['多久到账'] },
      { id: 'rule', text: '条文。', asks: ['法律怎么说'], document: { kind: 'regulation' } },
      { id: 'card', text: '卡片。', asks: ['它是什么'], document: { kind: 'product' } },
    ]);
    expect(knowledgeExamples(rows)).toEqual([
      { label: 'knowledge_rules', text: '几天到账' },
      { label: 'knowledge_rules', text: '多久到账' },
      { label: 'knowledge_regulation', text: '法律怎么说' },
    ]);
  });
});
