import { describe, expect, it } from '@jest/globals';
import { fourEyesFor } from '../../../src/advice/suitability/four-eyes.js';
import type { Decision, ProposalCommand } from '../../../src/conversation/proposal/decide.js';
import { decide, onceAgreed } from '../../../src/conversation/proposal/decide.js';
import type { ProposalState } from '../../../src/conversation/proposal/evolve.js';
import { evolve } from '../../../src/conversation/proposal/evolve.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { NOW, WEEK, grounds, stateAfter } from './signed.js';

const REASON = '权益占比和您的用钱时间不合适，请和我聊聊再定。';
const elder = { fourEyes: ['elder'] as const };
const first: ProposalCommand = {
  do: 'approve',
  grounds: grounds('advisor1', elder),
  reason: REASON,
};
const second = (id: string): ProposalCommand => ({
  do: 'countersign',
  grounds: grounds(id, elder),
});
const adjusted = samplePlan({ cautions: [] });

const after = (state: ProposalState, command: ProposalCommand): ProposalState => {
  const decision: Decision = decide(state, command, NOW);
  if (decision.kind !== 'decided') throw new Error(decision.why);
  return evolve(state, decision.event);
};
const why = (state: ProposalState, command: ProposalCommand, at = NOW) => {
  const decision = decide(state, command, at);
  return decision.kind === 'refused' ? decision.why : null;
};

describe('a proposal that takes two signatures', () => {
  it('stays a draft to the customer after the first', () => {
    const state = after(stateAfter(), first);
    expect(state).toMatchObject({ stage: 'drafted', untold: false, signed: null });
    expect(state.first?.by.name).toBe('周谨言');
  });

  it('is the first signer’s once a second person agrees, who is on record beside them', () => {
    const waiting = after(stateAfter(), first);
    const decision = decide(waiting, second('supervisor1'), NOW);
    expect(decision).toMatchObject({
      event: { kind: 'ProposalApproved', by: { id: 'advisor1' }, second: { id: 'supervisor1' } },
    });
    expect(after(waiting, second('supervisor1'))).toMatchObject({
      stage: 'approved',
      untold: true,
      first: null,
      signed: { by: { id: 'advisor1' }, reason: null },
    });
  });

  it('carries the first signer’s adjustment to the customer, and not before', () => {
    const adjust: ProposalCommand = { ...first, do: 'adjust', plan: adjusted };
    const waiting = after(stateAfter(), adjust);
    expect(waiting.plan).not.toEqual(adjusted);
    expect(after(waiting, second('supervisor1'))).toMatchObject({
      stage: 'adjusted',
      plan: adjusted,
      signed: { reason: REASON },
    });
  });

  it('keeps why the first signer approved it', () => {
    const waiting = after(stateAfter(), first);
    expect(decide(waiting, second('supervisor1'), NOW)).toMatchObject({
      event: { kind: 'ProposalApproved', note: REASON },
    });
  });

  it('is not signed twice by one person, nor countersigned before it is signed', () => {
    const waiting = after(stateAfter(), first);
    expect(why(waiting, second('advisor1'))).toBe('same_person');
    expect(why(waiting, first)).toBe('awaits_second');
    expect(why(stateAfter(), second('supervisor1'))).toBe('no_first');
  });

  it('is not countersigned without the licences, or after its time', () => {
    const waiting = after(stateAfter(), first);
    expect(why(waiting, second('compliance1'))).toBe('not_an_advisor');
    expect(why(waiting, second('supervisor1'), NOW + WEEK)).toBe('expired');
  });

  it('can be declined by the second person', () => {
    const waiting = after(stateAfter(), first);
    const decline: ProposalCommand = {
      do: 'decline',
      grounds: grounds('supervisor1', elder),
      reason: REASON,
    };
    expect(after(waiting, decline)).toMatchObject({
      stage: 'declined',
      signed: { by: { id: 'supervisor1' } },
    });
  });

  it('would tell the customer of a first signature what it tells of the last', () => {
    const decision = decide(stateAfter(), first, NOW);
    if (decision.kind !== 'decided') throw new Error(decision.why);
    expect(onceAgreed(decision.event)).toMatchObject({
      kind: 'ProposalApproved',
      by: { id: 'advisor1' },
    });
  });
});

describe('two signatures', () => {
  const graded = (riskLevel: 1 | 2 | 3 | 4 | 5) => ({ riskLevel, issuerRiskLevel: null });

  it.each([
    [64, [graded(3)], []],
    [65, [graded(1)], ['elder']],
    [40, [graded(4)], ['high_grade']],
    [70, [graded(2), graded(5)], ['elder', 'high_grade']],
    [null, [], []],
  ] as const)('at %p years with %j are taken for %j', (age, products, reasons) => {
    expect(fourEyesFor(age, products)).toEqual(reasons);
  });

  it('count the issuer’s grade where it is the higher one', () => {
    expect(fourEyesFor(30, [{ riskLevel: 3, issuerRiskLevel: 4 }])).toEqual(['high_grade']);
  });
});
