import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bare, sensesOf } from '../../../src/agent/models/embedded/senses.js';
import { loadIntents } from '../../../src/agent/understand/intents.js';
import { loadSenses } from '../../../src/agent/understand/word-senses.js';

const shipped = loadSenses('knowledge/words');

describe('the words customers use for the same thing', () => {
  it('hold no whole line of the catalogue, so that a line held out is not learned from them', () => {
    const lines = loadIntents('knowledge/intents').examples.map(({ text }) => bare(text));
    expect(lines.filter((line) => shipped.has(line))).toEqual([]);
  });

  it('are words, not sentences', () => {
    const long = [...shipped.keys()].filter(
      (word) => (word.match(/\p{Script=Han}/gu) ?? []).length > 4,
    );
    expect(long).toEqual([]);
  });

  it.each([
    ['哪天能变现呢', '啥辰光可以沽出'],
    ['托管费多少', '佣金几多'],
  ])('make 「%s」 and 「%s」 alike', (one, other) => {
    const meant = new Set(sensesOf(one, shipped).filter((name) => /^[a-z_]+$/.test(name)));
    expect(sensesOf(other, shipped).some((name) => meant.has(name))).toBe(true);
  });
});

describe('a list of words', () => {
  const load = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-words-'));
    writeFileSync(join(folder, 'one.txt'), text);
    try {
      return loadSenses(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('may have remarks, and words that stand for several things', () => {
    expect(load('# remark\nfee: 费用 成本\n\nloss: 成本 跌\n').get('成本')).toEqual([
      'fee',
      'loss',
    ]);
  });

  it('stops the start with a line that names nothing', () => {
    expect(() => load('费用 成本\n')).toThrow('one.txt line 1');
  });

  it('does not cut Latin words, and takes the longest word', () => {
    const senses = load('nav: pe\nfund: 指数\nindex_fund: 指数基金\n');
    expect(sensesOf('open 指数基金', senses)).toContain('index_fund');
    expect(sensesOf('open 指数基金', senses)).not.toContain('nav');
    expect(sensesOf('open 指数基金', senses)).not.toContain('fund');
  });
});
