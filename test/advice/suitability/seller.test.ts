import { describe, expect, it } from '@jest/globals';
import type { Licence } from '../../../src/advice/suitability/seller.js';
import { judgeSeller, qualifiedSellers } from '../../../src/advice/suitability/seller.js';
import { demoProduct } from '../../demo/demo-shelf.js';

const seller = (productGrade: number | null, ...licences: readonly Licence[]) => ({
  id: licences.join('+'),
  licences,
  productGrade,
});

describe('row 22: who may speak for a product', () => {
  it.each([
    ['我想找人问问优质治理（R4 基金）', 'QY0060', seller(4, 'fund'), []],
    ['优质治理，顾问只到 R3', 'QY0060', seller(3, 'fund'), ['grade']],
    ['优质治理，顾问只有理财资格', 'QY0060', seller(5, 'wealth_product'), ['licence']],
    ['优质治理，两样都不够', 'QY0060', seller(2, 'insurance'), ['licence', 'grade']],
    ['发行方评 R4 的沪深 300', 'LX0050', seller(3, 'fund'), ['grade']],
    ['投顾组合，只有基金资格', 'TG0001', seller(5, 'fund'), ['licence']],
    ['投顾组合', 'TG0001', seller(3, 'fund_advisory'), []],
    ['R4 的理财', 'YX0401', seller(4, 'wealth_product'), []],
    ['结构性存款，只有基金资格', 'JG0001', seller(5, 'fund'), ['licence']],
    ['不评级的重疾险', 'YQ0103', seller(null, 'insurance'), []],
    ['评 R4 的投连险', 'YQ0205', seller(3, 'insurance'), ['grade']],
    ['定期存款', 'CK0012', seller(null), []],
    ['储蓄国债', 'GZ2610', seller(null), []],
  ] as const)('%s', (_words, code, who, lacks) => {
    const opinion = judgeSeller(who, demoProduct(code));
    expect(opinion.lacks).toEqual(lacks);
    expect(opinion.verdict).toBe(lacks.length === 0 ? 'ALLOW' : 'BLOCK');
    expect(opinion.duties).toEqual(
      lacks.length === 0 ? [] : ['lock_draft', 'route_to_qualified_seller'],
    );
    expect(opinion.basis.length).toBeGreaterThan(0);
  });

  it('routes only to those who are, in the order given', () => {
    const sellers = [seller(3, 'fund'), seller(5, 'fund', 'insurance'), seller(4, 'fund')];
    expect(qualifiedSellers(sellers, demoProduct('QY0060'))).toEqual([sellers[1], sellers[2]]);
    expect(qualifiedSellers(sellers, demoProduct('YX0401'))).toEqual([]);
  });
});
