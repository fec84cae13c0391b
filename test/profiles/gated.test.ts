import { describe, expect, it } from '@jest/globals';
import { judge } from '../../src/advice/suitability/judge.js';
import { demoCustomers } from '../../src/demo/customers.js';
import { gatedProductOf, investorOf } from '../../src/profiles/gated.js';
import { TODAY, demoProduct } from '../demo/demo-shelf.js';

const customers = new Map(demoCustomers(TODAY).map((one) => [one.id, one]));

const rowFor = (id: string, code: string): number =>
  judge({
    today: TODAY,
    product: gatedProductOf(demoProduct(code)),
    customer: investorOf(customers.get(id)!, TODAY),
    channel: { operator: 'licensed_self_operated' },
    initiative: 'customer',
  }).row;

describe('the demonstration customers before the gate', () => {
  it.each([
    ['C1001', 'QY0060', 15],
    ['C1004', 'QY0060', 32],
    ['C1004', 'YX0401', 32],
    ['C1003', 'YX0401', 12],
    ['C1006', 'QY0021', 7],
    ['C1007', 'QY0060', 18],
    ['C1007', 'YQ0201', 19],
    ['C1008', 'QY0060', 32],
    ['C1009', 'QY0021', 7],
    ['C1010', 'QY0021', 14],
    ['C1010', 'QY0003', 32],
    ['C1003', 'YX0203', 5],
    ['C1009', 'CK0012', 32],
  ])('%s and %s: row %d', (id, code, row) => expect(rowFor(id, code)).toBe(row));
});

describe('a product of the master', () => {
  it('keeps both grades, status and terms', () => {
    expect(gatedProductOf(demoProduct('LX0050'))).toMatchObject({
      code: 'LX0050',
      riskLevel: 3,
      issuerRiskLevel: 4,
      status: 'on_sale',
    });
  });

  it('has a kind of insurance that the gate knows, whatever the master calls it', () => {
    const kind = (insuranceKind: string | null) =>
      gatedProductOf(demoProduct('YQ0202', { insuranceKind })).insuranceKind;
    expect(kind('whole_life')).toBe('protection');
    expect(kind('universal')).toBe('universal');
    expect(kind(null)).toBe('unit_linked');
    expect(kind('endowment')).toBe('unit_linked');
  });
});
