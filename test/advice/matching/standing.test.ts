import { describe, expect, it } from '@jest/globals';
import { listByCategory } from '../../../src/advice/matching/listing.js';
import { withheldFrom } from '../../../src/advice/matching/standing.js';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import { chen, demoShelf, taskOf, TODAY } from './shelves.js';

const { need } = taskOf();

describe('a plan is made', () => {
  it('for a confirmed need and a valid assessment', () => {
    expect(withheldFrom(chen, need, TODAY)).toBeNull();
  });

  it.each([
    ['no_confirmed_need', {}, null],
    ['never_assessed', { tolerance: null, assessedOn: null }, need],
    ['assessment_expired', { assessedOn: '2025-11-26' }, need],
    ['assessment_expired', { materialChange: true }, need],
    ['assessment_invalid', { assessmentInvalid: true }, need],
    ['data_refused', { refusedRequiredData: true }, need],
    ['opted_out', { personalization: false }, need],
    ['for_person', { identityVerified: false }, need],
    ['for_person', { cddBlocked: true }, need],
    ['for_person', { age: 12 }, need],
  ] as const)('not otherwise: %s', (because, changes, confirmed) => {
    expect(withheldFrom({ ...chen, ...changes }, confirmed, TODAY)).toBe(because);
  });
});

describe('who has opted out', () => {
  const occasion = {
    today: TODAY,
    customer: { ...chen, personalization: false },
    channel: { operator: 'licensed_self_operated' },
  } as const;
  const listed = listByCategory(demoShelf, occasion, DEFAULT_THRESHOLDS, TODAY);

  it('gets what is on sale by category, in the order of the shelf', () => {
    expect(listed.map(({ category }) => category)).toEqual(['cash', 'bond', 'equity']);
    const codes = listed.flatMap(({ products }) => products.map(({ code }) => code));
    const order = demoShelf.map(({ product }) => product.code);
    for (const { products } of listed) {
      const places = products.map(({ code }) => order.indexOf(code));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(codes).not.toContain('YX0203');
  });

  it('gets nothing above their class, and nothing private', () => {
    const shown = listed.flatMap(({ products }) => products);
    for (const { riskLevel, issuerRiskLevel, private: isPrivate } of shown) {
      expect(Math.max(riskLevel ?? 0, issuerRiskLevel ?? 0)).toBeLessThanOrEqual(3);
      expect(isPrivate).toBe(false);
    }
  });
});
