import { describe, expect, it } from '@jest/globals';
import { decideChange } from '../../../src/conversation/changes/decide.js';
import type { ChangeRow } from '../../../src/store/version-rows.js';

type Proposed = Pick<ChangeRow, 'id' | 'kind' | 'stage' | 'author' | 'base'>;
const proposed: Proposed = {
  id: 'G1',
  kind: 'wording',
  stage: 'proposed',
  author: 'operator1',
  base: 'before',
};
const approve = (by: string, role = 'operator') => ({ do: 'approve', by, role }) as const;

describe('a change of what the assistant may say', () => {
  it('is let by another person', () => {
    expect(decideChange(proposed, approve('operator2'), 'before')).toEqual({
      kind: 'ChangeApproved',
      id: 'G1',
      by: 'operator2',
    });
  });

  it('is never let, nor declined, by whoever proposed it', () => {
    const decline = { do: 'decline', by: 'operator1', role: 'operator', reason: '不要了' } as const;
    expect(decideChange(proposed, approve('operator1'), 'before')).toBe('own');
    expect(decideChange(proposed, decline, 'before')).toBe('own');
  });

  it('is settled once', () => {
    expect(decideChange({ ...proposed, stage: 'approved' }, approve('operator2'), 'before')).toBe(
      'settled',
    );
  });

  it.each(['review_rules', 'questionnaire'] as const)('of %s is compliance’s to let', (kind) => {
    const row = { ...proposed, kind };
    expect(decideChange(row, approve('operator2'), 'before')).toBe('role');
    expect(decideChange(row, approve('compliance1', 'compliance'), 'before')).toMatchObject({
      by: 'compliance1',
    });
  });

  it('is not let over a text that has become another, and may still be declined', () => {
    expect(decideChange(proposed, approve('operator2'), 'meanwhile')).toBe('moved');
    const decline = { do: 'decline', by: 'operator2', role: 'operator', reason: '过时' } as const;
    expect(decideChange(proposed, decline, 'meanwhile')).toMatchObject({ kind: 'ChangeDeclined' });
  });
});
