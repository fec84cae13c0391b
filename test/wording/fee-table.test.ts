import { describe, expect, it } from '@jest/globals';
import type { Product } from '../../src/terms/product.js';
import { factsOf, feeLines, feesOn, holdingFeeSentence } from '../../src/wording/fee-table.js';
import { TODAY, demoProduct } from '../demo/demo-shelf.js';

const linesOf = (product: Product, today = TODAY) =>
  Object.fromEntries(feeLines(product, today).map(({ label, value }) => [label, value]));

describe('a fee table', () => {
  it('has one line a kind, tiers in the order of the master', () => {
    expect(linesOf(demoProduct('QY0021'))).toEqual({
      申购费: '不满 100 万元 0.30%；100 万元至 500 万元 0.10%；500 万元及以上 1,000 元/笔',
      赎回费: '不满 7 日 1.50%；满 7 日不满 30 日 0.50%；满 30 日不收',
      管理费: '每年 0.30%',
      托管费: '每年 0.10%',
    });
  });

  it('says that a sales service fee ends, not that it is zero', () => {
    const product = demoProduct('QY0022', {
      fees: [
        { kind: 'sales_service', rate: 0.002, fromDays: 0, toDays: 365, effective: '2026-01-01' },
        { kind: 'sales_service', rate: 0, fromDays: 365, toDays: null, effective: '2026-01-01' },
      ],
    });
    expect(linesOf(product)).toEqual({
      销售服务费: '不满 365 日每年 0.20%；满 365 日不再收取',
    });
  });

  it('says what a performance fee is a share of', () => {
    expect(linesOf(demoProduct('YX0301'))).toMatchObject({ 业绩报酬: '超过基准部分的 20.00%' });
  });

  it('knows only the lines in force on the day', () => {
    const fees: Product['fees'] = [
      { kind: 'management', rate: 0.012, effective: '2025-01-01' },
      { kind: 'custody', rate: 0.001, effective: '2026-12-01' },
    ];
    const product = demoProduct('QY0021', { fees });
    expect(feesOn(product, TODAY)).toEqual([fees[0]]);
    expect(feesOn(product, '2026-12-01')).toEqual(fees);
    expect(factsOf(product, TODAY).map(({ label }) => label)).not.toContain('托管费');
  });
});

describe('the redemption fee in one sentence', () => {
  it.each([
    ['QY0021', '赎回费：不满 7 日收 1.50%，满 7 日不满 30 日收 0.50%，满 30 日不收。'],
    ['QY0003', '不收赎回费。'],
    ['CK0012', ''],
  ])('of %s is: %s', (code, sentence) => {
    expect(holdingFeeSentence(demoProduct(code), TODAY)).toBe(sentence);
  });
});

describe('the facts of a product', () => {
  it('carry every figure of its fees in percent, yuan and days', () => {
    const facts = factsOf(demoProduct('QY0021'), TODAY);
    const values = (label: string, unit: string) =>
      facts.filter((fact) => fact.label === label && fact.unit === unit).map(({ value }) => value);
    expect(values('赎回费', '%')).toEqual([1.5, 0.5, 0]);
    expect(values('赎回费', 'day')).toEqual([7, 7, 30, 30]);
    expect(values('申购费', 'yuan')).toEqual([1_000_000, 1_000_000, 5_000_000, 1_000, 5_000_000]);
  });

  it('name drawdown and window wherever they name a return', () => {
    const labels = factsOf(demoProduct('QY0021'), TODAY).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['区间收益', '同期最大回撤', '区间开始']));
    const young = factsOf(demoProduct('QY0095'), TODAY).map(({ label }) => label);
    expect(young).not.toContain('区间收益');
  });

  it('leave out what the product does not have', () => {
    const deposit = factsOf(demoProduct('CK0012'), TODAY);
    expect(deposit).toContainEqual({ value: expect.closeTo(1.1), unit: '%', label: '年利率' });
    expect(deposit.map(({ label }) => label)).not.toContain('赎回到账');
  });
});
