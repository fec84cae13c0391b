import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../../src/advice/suitability/verdict.js';
import type { Fitness } from '../../../src/conversation/proposal/decide.js';
import { basisOfUnfit } from '../../../src/conversation/proposal/suits.js';

const order7 = {
  instrument: '金融机构产品适当性管理办法',
  article: '第十二条',
  tag: 'T2',
} as const;

const judged = (verdict: Partial<Verdict>): Fitness['products'][number] => ({
  code: 'QY0021',
  name: '青屿安鑫纯债债券 A',
  verdict: {
    verdict: 'BLOCK',
    row: 12,
    duties: [],
    basis: [order7],
    ruleVersion: 'S1',
    ...verdict,
  },
});

const named = (fitness: Fitness) =>
  basisOfUnfit(fitness).map(({ instrument, article }) => `${instrument}${article}`);

describe('the articles by which a plan suits no more', () => {
  it('are those of its products that may not be recommended, each named once', () => {
    const allowed = judged({ verdict: 'ALLOW', basis: [{ ...order7, article: '第三十一条' }] });
    const products = [judged({}), judged({}), allowed];
    expect(named({ standing: null, products })).toEqual(['金融机构产品适当性管理办法第十二条']);
  });

  it('are those of the customer’s standing where that stands against any plan', () => {
    const standing = 'assessment_expired';
    expect(named({ standing, products: [judged({})] })).toContain(
      '金融机构产品适当性管理办法第二十九条',
    );
    expect(named({ standing: 'class_lower', products: [] })).toEqual([
      '金融机构产品适当性管理办法第十二条',
      '证券期货投资者适当性管理办法第十九条',
    ]);
  });

  it('are not named of a doubt about who the customer is, which they are not to learn of', () => {
    const laundering = { instrument: '反洗钱法', article: '第二十八条', tag: 'T' } as const;
    const products = [judged({ verdict: 'HUMAN', row: 3, basis: [laundering] })];
    expect(named({ standing: 'for_person', products })).toEqual([]);
  });

  it('are none of a product that is off the shelf', () => {
    expect(named({ standing: null, products: [{ ...judged({}), verdict: null }] })).toEqual([]);
  });
});
