import { describe, expect, it } from '@jest/globals';
import {
  erasureRefusal,
  evolveErasure,
  noErasure,
} from '../../../src/conversation/erasure/decide.js';
import type { ErasureEvent, Planned } from '../../../src/conversation/erasure/events.js';

const plan: readonly Planned[] = [{ stream: 'one', verdict: { kind: 'erase', held: 'R3' } }];
const opened: ErasureEvent = {
  kind: 'ErasureOpened',
  why: 'request',
  customer: 'C1',
  conversation: 'one',
  due: '2026-12-11',
};
const proposed: ErasureEvent = {
  kind: 'ErasureProposed',
  by: 'first',
  checked: 'called_back',
  rules: 'retention@2026.1',
  plan,
};
const approvedBy = (by: string): ErasureEvent => ({ kind: 'ErasureApproved', by });
const after = (...events: readonly ErasureEvent[]) => events.reduce(evolveErasure, noErasure);

describe('a case of erasing', () => {
  it('is approved by another than the one who proposed', () => {
    const state = after(opened, proposed);
    expect(erasureRefusal(state, approvedBy('first'), plan)).toBe('same_person');
    expect(erasureRefusal(state, approvedBy('second'), plan)).toBeNull();
  });

  it('is approved by nobody before it was proposed, or after it was decided', () => {
    expect(erasureRefusal(after(opened), approvedBy('second'), plan)).toBe('not_proposed');
    const decided = after(opened, proposed, approvedBy('second'));
    expect(erasureRefusal(decided, approvedBy('third'), plan)).toBe('closed');
    expect(erasureRefusal(decided, proposed, plan)).toBe('closed');
  });

  it('is not approved when something happened since that changes a fate', () => {
    const now: readonly Planned[] = [
      {
        stream: 'one',
        verdict: { kind: 'restrict', held: 'R20', until: '2046-01-01', reason: '投诉' },
      },
    ];
    expect(erasureRefusal(after(opened, proposed), approvedBy('second'), now)).toBe('outdated');
  });

  it('counts who proposed last: the one before may then approve', () => {
    const again = after(opened, proposed, { ...proposed, by: 'second' });
    expect(erasureRefusal(again, approvedBy('second'), plan)).toBe('same_person');
    expect(erasureRefusal(again, approvedBy('first'), plan)).toBeNull();
  });

  it('ends when it is declined, with nothing done', () => {
    const state = after(opened, { kind: 'ErasureDeclined', by: 'first', reason: '查无此人' });
    expect(state).toMatchObject({ stage: 'declined', decidedBy: 'first' });
    expect(erasureRefusal(state, proposed, plan)).toBe('closed');
  });
});
