import { describe, expect, it } from '@jest/globals';
import { judgeGradeChange } from '../../../src/advice/suitability/grade-change.js';

const TOLD = ['notify', 'renew_match_opinion', 'no_forced_sale'];
const OVER = [...TOLD, 'no_further_promotion', 'may_leave_in_open_period'];

describe('row 25: the grade of a product that is held changes', () => {
  it.each([
    ['我的理财从 R2 变成 R3 了，我是 C2', 2, 3, 2, false, OVER],
    ['从 R2 变成 R3，我是 C3', 2, 3, 3, false, TOLD],
    ['从 R3 降到 R2', 3, 2, 3, false, TOLD],
    ['降了一级，还是比我高', 5, 4, 3, false, OVER],
    ['我没做过测评，升到 R2', 1, 2, null, false, OVER],
    ['我属于最低一类，升到 R2', 1, 2, 1, true, OVER],
    ['没有变', 3, 3, 1, false, []],
  ] as const)('%s', (_words, before, after, tolerance, lowestCategory, duties) => {
    const opinion = judgeGradeChange({ before, after, tolerance, lowestCategory });
    expect(opinion.duties).toEqual(duties);
    expect(opinion.isOverRisk).toBe(duties.length === OVER.length);
  });

  it('never sells anybody out', () => {
    for (const before of [1, 2, 3, 4, 5] as const) {
      for (const after of [1, 2, 3, 4, 5] as const) {
        if (before === after) continue;
        const change = { before, after, tolerance: 1, lowestCategory: false } as const;
        expect(judgeGradeChange(change).duties).toContain('no_forced_sale');
      }
    }
  });
});
