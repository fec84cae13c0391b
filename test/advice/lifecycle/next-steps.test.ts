import { describe, expect, it } from '@jest/globals';
import type { Situation } from '../../../src/advice/lifecycle/next-steps.js';
import { nextSteps } from '../../../src/advice/lifecycle/next-steps.js';
import { inspect } from '../../../src/compliance/guard.js';

/** 下一步建议: at most three, what averts harm first, each with its reason. */

const calm: Situation = {
  asked: [],
  withheld: null,
  tolerance: 3,
  age: 40,
  need: null,
  plan: null,
  held: [],
  moments: [],
};
const ids = (changes: Partial<Situation>) => nextSteps({ ...calm, ...changes }).map(({ id }) => id);

const moment = { id: 'm1', name: '理财到期', action: '问打算', why: '7 日后到期', score: 0.5 };

describe('the next steps for whoever serves a customer', () => {
  it.each<readonly [string, Partial<Situation>, readonly string[]]>([
    ['nothing is asked of anybody', {}, []],
    [
      'somebody is being cheated: before everything else',
      { asked: ['fraud', 'complaint', 'about_products'], withheld: 'assessment_expired' },
      ['fraud', 'complaint', 'assessment'],
    ],
    [
      'a life is in danger: before the money',
      { asked: ['fraud', 'life_in_danger'] },
      ['danger', 'fraud'],
    ],
    ['no valid assessment', { withheld: 'never_assessed' }, ['assessment']],
    ['opted out: nothing to bring up', { withheld: 'opted_out', asked: ['about_products'] }, []],
    ['a draft waits', { plan: { id: 'P1', stage: 'drafted' } }, ['sign_plan']],
    ['a signed plan is not read', { plan: { id: 'P1', stage: 'presented' } }, ['present_plan']],
    ['a read plan asks for nothing', { plan: { id: 'P1', stage: 'acknowledged' } }, []],
    ['a need half told', { need: { isConfirmed: false, missing: ['金额', '多久要用'] } }, ['need']],
    [
      'a need confirmed without a plan',
      { need: { isConfirmed: true, missing: [] } },
      ['draft_plan'],
    ],
    [
      'thinking of selling, and much in one product',
      {
        asked: ['selling'],
        held: [
          { name: '甲', share: 0.6, riskLevel: 2 },
          { name: '乙', share: 0.4, riskLevel: 3 },
        ],
      },
      ['selling', 'concentration'],
    ],
    [
      'held above the class',
      { tolerance: 2, held: [{ name: '甲', share: 1, riskLevel: 4 }] },
      ['above_class'],
    ],
    ['a key moment of the day', { moments: [moment] }, ['moment:m1']],
    [
      'asked for products, nothing known of the need',
      { asked: ['about_products'] },
      ['ask_purpose'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(ids(changes)).toEqual(expected);
  });

  it('are never more than three', () => {
    expect(
      ids({
        asked: ['fraud', 'complaint', 'unanswered', 'selling'],
        withheld: 'assessment_expired',
        age: 70,
        moments: [moment],
      }),
    ).toHaveLength(3);
  });

  it('offer words that an advisor may say as they are', () => {
    const stages = ['drafted', 'approved', 'expired'];
    const all = [
      nextSteps({ ...calm, asked: ['fraud', 'life_in_danger', 'complaint'] }),
      nextSteps({ ...calm, asked: ['borrowing', 'unanswered', 'about_products'] }),
      nextSteps({
        ...calm,
        withheld: 'assessment_expired',
        asked: ['selling'],
        held: [{ name: '甲', share: 1, riskLevel: 1 }],
      }),
      nextSteps({ ...calm, need: { isConfirmed: false, missing: ['金额'] } }),
      ...stages.map((stage) => nextSteps({ ...calm, plan: { id: 'P', stage } })),
    ].flat();
    for (const { say } of all) {
      const context = { speaker: 'advisor' as const, facts: [], passages: [], allowedHosts: [] };
      expect([say, say === null ? [] : inspect(say, context)]).toEqual([say, []]);
    }
  });
});
