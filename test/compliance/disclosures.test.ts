import { describe, expect, it } from '@jest/globals';
import { withDisclosures, withGradeBeside } from '../../src/compliance/disclosures.js';
import { productCode } from '../../src/terms/ids.js';
import type { Product } from '../../src/terms/product.js';
import { demoProduct } from '../demo/demo-shelf.js';

const product: Product = {
  code: productCode('QY1001'),
  name: '青屿稳健 90 天',
  aliases: ['稳健90'],
  type: 'fixed_income',
  regime: 'NFRA_INVEST',
  issuer: '青屿理财',
  manager: null,
  riskLevel: 2,
  issuerRiskLevel: 3,
  status: 'on_sale',
  gradeValidUntil: null,
  private: false,
  lockDays: 90,
  insuranceKind: null,
  termYears: null,
  agency: false,
  minAmount: 1000,
  step: null,
  fees: [],
  benchmark: null,
  settlementDays: 3,
  interestRate: null,
  performance: null,
  mainLoss: '债券价格下跌时，可能亏损本金。',
  description: '主要投资债券。',
  asOf: '2026-11-25',
};

describe('the grade', () => {
  it('never splits a name that is told without its class', () => {
    const fund = demoProduct('QY0021');
    expect(withGradeBeside('青屿安鑫纯债债券：周五受理。', fund)).toBe(
      '青屿安鑫纯债债券（R2）：周五受理。',
    );
  });
});

describe('withDisclosures', () => {
  it('adds the stricter of two grades where a product is named', () => {
    expect(withDisclosures('稳健90 每天可以查净值。', [product])).toBe(
      '稳健90（R3）每天可以查净值。',
    );
  });

  it('puts it beside the longest name, however it is spaced', () => {
    expect(withDisclosures('青屿稳健90天可以赎回，青屿稳健 90 天不收费。', [product])).toBe(
      '青屿稳健90天（R3）可以赎回，青屿稳健 90 天不收费。',
    );
  });

  it('adds no grade where it is said or no product is named', () => {
    for (const text of ['稳健90 是 R3 产品。', '赎回三个工作日到账。']) {
      expect(withDisclosures(text, [product])).toBe(text);
    }
  });

  it('gives no grade to a deposit', () => {
    const deposit = { ...product, riskLevel: null, issuerRiskLevel: null };
    expect(withDisclosures('稳健90 到期付息。', [deposit])).toBe('稳健90 到期付息。');
  });

  it('puts the warning beside past figures, once', () => {
    const said = '近一年上涨 3.2%。';
    const disclosed = withDisclosures(said, []);
    expect(disclosed).toBe(`${said}\n\n过往业绩不代表未来表现。`);
    expect(withDisclosures(disclosed, [])).toBe(disclosed);
  });
});
