import { describe, expect, it } from '@jest/globals';
import { comparisonCard } from '../../../src/channels/cards/comparison.js';
import { TODAY, demoProduct } from '../../demo/demo-shelf.js';
import { partsOf, wordsOf } from './parts.js';

const card = (...codes: string[]) =>
  comparisonCard(
    codes.map((code) => demoProduct(code)),
    TODAY,
  );
const rowsOf = (one: ReturnType<typeof card>) =>
  partsOf(one)
    .filter(({ type }) => type === 'TableRow')
    .map(({ cells }) => wordsOf(cells ?? null));

describe('a comparison card', () => {
  it('has a column a product and the grade first', () => {
    const [head, first] = rowsOf(card('QY0021', 'QY0060'));
    expect(head?.slice(1)).toEqual(['安鑫纯债', '优质治理']);
    expect(first).toEqual(['风险等级', 'R2', 'R4']);
  });

  it('says how many points it compares', () => {
    const one = card('QY0021', 'QY0060');
    expect(wordsOf(one)[0]).toBe(`两只产品，${rowsOf(one).length - 1} 点比较`);
    expect(wordsOf(card('QY0021', 'QY0060', 'QY0045'))[0]).toContain('三只产品');
  });

  it('sets a drawdown beside every return, for the same window', () => {
    const one = card('QY0021', 'QY0060');
    const performance = rowsOf(one).find(([label]) => label === '区间表现') ?? [];
    expect(performance.filter((word) => word.startsWith('最大回撤 −'))).toHaveLength(2);
    expect(wordsOf(one).join()).toContain('区间 2023-11-25 至 2026-11-24');
  });

  it('shows nobody’s return when one of them has none to show', () => {
    expect(rowsOf(card('QY0060', 'QY0095')).map(([label]) => label)).not.toContain('区间表现');
  });

  it('names no winner and recommends nothing', () => {
    expect(wordsOf(card('QY0021', 'QY0060')).join()).toContain('本比较不构成推荐');
  });

  it('dates itself by the older data of the two', () => {
    const older = demoProduct('QY0060', { asOf: '2026-11-20' });
    const words = wordsOf(comparisonCard([demoProduct('QY0021'), older], TODAY)).join();
    expect(words).toContain('数据截至 2026-11-20');
  });

  it('compares fees that at least one of them charges, and says of the other that it does not', () => {
    const fees = rowsOf(card('QY0021', 'YX0101'));
    expect(fees.find(([label]) => label === '申购费')).toContain('不收');
    expect(fees.filter(([label]) => label?.endsWith('费')).length).toBeLessThanOrEqual(2);
  });
});
