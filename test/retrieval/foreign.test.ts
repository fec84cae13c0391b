import { describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/language/tokens.js';
import { fitForeignness } from '../../src/retrieval/foreign.js';
import { indexedPassages } from '../../src/retrieval/passages.js';
import { corpusOf } from './corpus.js';

const ours = indexedPassages(
  corpusOf([
    { id: '茶钱怎么收', text: '按人收。', asks: ['喝茶贵不贵', '茶钱几块'] },
    { id: '杯子能带吗', text: '可以。', asks: ['自己的杯子让用吗'] },
  ]),
);
const foreign = ['明天下雨吗', '天气怎么样', '给我讲个笑话'];
const of = (query: string, lines: readonly string[] = foreign) =>
  fitForeignness(ours, lines)(new Set(tokens(query)));

describe('foreignness', () => {
  it('tells questions that are not ours from those that are', () => {
    expect(of('后天下雨吗')).toBeGreaterThan(0.7);
    expect(of('一杯茶几块钱')).toBeLessThan(0.3);
  });

  it('is undecided about words of neither side', () => {
    expect(of('quantum')).toBe(0.5);
  });

  it('takes nothing for ours because one product’s card speaks of it', () => {
    const card = { id: '安神茶', text: '下雨天也能喝。', asks: ['下雨能送到家吗', '明天下雨吗'] };
    const shelf = corpusOf([{ ...card, document: { kind: 'product' } }]);
    const withCard = fitForeignness([...ours, ...indexedPassages(shelf)], foreign);
    expect(withCard(new Set(tokens('后天下雨吗')))).toBe(of('后天下雨吗'));
  });

  it('says nothing either way where no foreign questions are known', () => {
    expect(of('后天下雨吗', [])).toBe(of('一杯茶几块钱', []));
  });
});
