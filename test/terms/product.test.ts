import { describe, expect, it } from '@jest/globals';
import { effectiveRiskLevel } from '../../src/terms/product.js';
import { riskLabel } from '../../src/terms/risk.js';
import { demoProduct } from '../demo/demo-shelf.js';

describe('the effective risk level of a product', () => {
  it.each([
    [3, 4, 4],
    [4, 3, 4],
    [2, 2, 2],
    [null, 3, 3],
    [3, null, 3],
    [null, null, null],
  ] as const)('seller %s and issuer %s make %s', (riskLevel, issuerRiskLevel, effective) => {
    expect(effectiveRiskLevel(demoProduct('QY0021', { riskLevel, issuerRiskLevel }))).toBe(
      effective,
    );
  });

  it('is R of a product', () => {
    expect(riskLabel(3)).toBe('R3');
  });
});
