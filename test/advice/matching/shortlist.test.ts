import { describe, expect, it } from '@jest/globals';
import type { Wanted } from '../../../src/advice/matching/shortlist.js';
import { shortlist } from '../../../src/advice/matching/shortlist.js';
import { judge } from '../../../src/advice/suitability/judge.js';
import { gatedProductOf } from '../../../src/profiles/gated.js';
import { effectiveRiskLevel } from '../../../src/terms/product.js';
import { TODAY, demoShelf } from '../../demo/demo-shelf.js';

/** 可讨论的产品: only what the gate lets an advisor bring up, with why, and the others counted by rule. */

const customer = {
  investorClass: 'ordinary' as const,
  tolerance: 3 as const,
  assessedOn: TODAY,
  lowestCategory: false,
  identityVerified: true,
  age: 40,
  liquidAssets: 1_000_000,
  monthlySpending: 5_000,
  householdIncome: 300_000,
  personalization: true,
};

const judged = demoShelf
  .filter((product) => !product.private && product.status !== 'draft')
  .map((product) => ({
    product,
    lacks: [],
    verdict: judge({
      today: TODAY,
      product: gatedProductOf(product),
      customer,
      channel: { operator: 'licensed_self_operated' },
      initiative: 'advisor',
    }),
  }));

const wanted: Wanted = {
  today: TODAY,
  tolerance: 3,
  spokenOf: [],
  horizonDays: null,
  held: [],
};

describe('the shortlist beside a conversation', () => {
  it('has nothing above the customer’s class, and counts all that is left out', () => {
    const { listed, leftOut } = shortlist(judged, wanted);
    expect(listed.length).toBeGreaterThan(0);
    for (const { product } of listed)
      expect(effectiveRiskLevel(product) ?? 0).toBeLessThanOrEqual(3);
    const open = judged.length - leftOut.reduce((sum, { count }) => sum + count, 0);
    expect(open).toBeGreaterThanOrEqual(listed.length);
    expect(leftOut.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['12', '13']));
  });

  it('begins with what was just spoken of, and says so', () => {
    const [, second] = shortlist(judged, wanted).listed;
    const { listed } = shortlist(judged, { ...wanted, spokenOf: [second!.product.code] });
    expect(listed[0]!.product.code).toBe(second!.product.code);
    expect(listed[0]!.reasons).toContain('刚才说到');
  });

  it('leaves out what is locked longer than the money may stay', () => {
    const { listed, leftOut } = shortlist(judged, { ...wanted, horizonDays: 30 });
    for (const { product } of listed) expect(product.lockDays).toBeLessThanOrEqual(30);
    expect(leftOut.map(({ rule }) => rule)).toContain('term');
  });

  it('is empty for an advisor who may speak of nothing on it', () => {
    const unlicensed = judged.map((one) => ({ ...one, lacks: ['licence' as const] }));
    expect(shortlist(unlicensed, wanted).listed).toEqual([]);
  });
});
