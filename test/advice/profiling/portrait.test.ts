import { describe, expect, it } from '@jest/globals';
import { portraitOf } from '../../../src/advice/profiling/portrait.js';
import { revealedRisk } from '../../../src/advice/profiling/revealed-risk.js';
import type { RiskLevel, RiskTolerance } from '../../../src/terms/risk.js';

const held = (value: number, riskLevel: RiskLevel | null) => ({
  product: `P${riskLevel}`,
  value,
  riskLevel,
  asOf: '2026-11-25',
});

const facts = {
  age: 45,
  investorClass: 'ordinary',
  tolerance: 3 as RiskTolerance | null,
  assessedOn: '2026-06-01' as string | null,
  lowestCategory: false,
  personalization: true,
};

describe('the risk somebody really takes', () => {
  it('is the mean grade by value; what is not graded counts as none', () => {
    const risk = revealedRisk([held(30_000, 4), held(10_000, null)], 4);
    expect(risk?.weighted).toBeCloseTo(3.25);
    expect(risk).toMatchObject({ aboveShare: 0, against: 'in_line' });
  });

  it('is bolder than declared where more than a tenth lies above the class', () => {
    expect(revealedRisk([held(89, 2), held(11, 4)], 3)).toMatchObject({ against: 'bolder' });
    expect(revealedRisk([held(91, 3), held(9, 4)], 4)?.against).toBe('in_line');
  });

  it('is calmer where it is a whole grade below', () => {
    expect(revealedRisk([held(100, 2)], 4)?.against).toBe('calmer');
  });

  it('is not known of whoever holds nothing, and not compared without a class', () => {
    expect(revealedRisk([], 3)).toBeNull();
    expect(revealedRisk([held(0, 5)], 3)).toBeNull();
    expect(revealedRisk([held(1, 5)], null)).toMatchObject({ against: null, aboveShare: null });
  });
});

describe('a portrait', () => {
  const tags = (...given: Parameters<typeof portraitOf>) =>
    portraitOf(...given).tags.map(({ id }) => id);

  it('says of an assessment whether it counts today', () => {
    expect(portraitOf(facts, [], [], '2026-11-26')).toMatchObject({
      isAssessed: true,
      expires: '2027-06-01',
      tags: [],
    });
    expect(tags(facts, [], [], '2027-06-01')).toEqual(['assessment_expired']);
    expect(tags({ ...facts, tolerance: null, assessedOn: null }, [], [], '2026-11-26')).toEqual([
      'never_assessed',
    ]);
  });

  it('gives every tag the source it comes from', () => {
    const { tags: own } = portraitOf({ ...facts, age: 68 }, [held(5, 5)], [], '2026-11-26');
    expect(own).toEqual([
      { id: 'older', source: { kind: 'master' } },
      { id: 'holds_above_class', source: { kind: 'holdings', asOf: '2026-11-25' } },
    ]);
  });
});
