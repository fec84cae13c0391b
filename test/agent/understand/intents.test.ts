import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { linesOf, loadIntents } from '../../../src/agent/understand/intents.js';

const shipped = loadIntents('knowledge/intents');

const utterances = (id: string) => shipped.examples.filter(({ label }) => label === id);

describe('the shipped intents', () => {
  it('are some ninety, each said in many ways', () => {
    expect(shipped.intents.size).toBeGreaterThanOrEqual(80);
    const poor = [...shipped.intents.keys()].filter(
      (id) => new Set(utterances(id).map(({ family }) => family)).size < 15,
    );
    expect(poor).toEqual([]);
  });

  it('have examples enough to learn from, each line once', () => {
    const short = [...shipped.intents.keys()].filter((id) => utterances(id).length < 40);
    expect(short).toEqual([]);
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

  it('may begin a flow or be an act of the talk itself', () => {
    expect(load(file('command: start_flow\nflow: need')).intents.get('one')).toMatchObject({
      flow: 'need',
    });
    expect(load(file('command: dialogue_act\nact: dont_know')).intents.get('one')).toMatchObject({
      act: 'dont_know',
    });
  });

  it('shares its command with others, whose lines are found together', () => {
    const beyond = linesOf(shipped, 'out_of_scope');
    expect(beyond).toEqual(expect.arrayContaining(['今天天气怎么样', '信用卡怎么提额']));
    expect(beyond).not.toContain('你好');
  });

  it.each([
    ['a flow that does not exist', 'command: start_flow\nflow: order'],
    ['an act that does not exist', 'command: dialogue_act\nact: sing'],
    ['a command that does not exist', 'command: place_order'],
    ['a subject that does not exist', 'command: refuse\nsubject: everything'],
    ['no aspect', 'command: describe_product'],
    ['an unknown key', 'command: answer\ncolour: red'],
  ])('stops the start with %s', (_, front) => {
    expect(() => load(file(front))).toThrow('one.md');
  });
});
