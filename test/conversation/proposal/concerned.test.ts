import { describe, expect, it } from '@jest/globals';
import type { Settled, Step, TurnContext } from '../../../src/conversation/agent.js';
import { emptyResult } from '../../../src/conversation/agent.js';
import { plansConcerned } from '../../../src/conversation/proposal/concerned.js';
import type { ProposalEvent, Unfit } from '../../../src/conversation/proposal/events.js';
import type { Proposal } from '../../../src/conversation/proposal/record.js';
import type { Store } from '../../../src/store/store.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { NOW, WEEK, grounds, stateAfter } from './signed.js';

const by = grounds('advisor1').signer;
const approved = { kind: 'ProposalApproved', by, ruleVersion: 'S1', expires: NOW + WEEK } as const;
const proposal = (id: string, ...events: readonly ProposalEvent[]) =>
  ({ id, state: stateAfter(...events) }) as Proposal;
const because: Unfit = { standing: 'class_lower', products: [] };

/** Whoever reads the store here has read too much. */
const unread = new Proxy({} as Store, {
  get: () => {
    throw new Error('the store was read');
  },
});

const concerned = async (step: Step, context: Partial<TurnContext>, plan = samplePlan()) => {
  const judged: string[] = [];
  const result =
    step.say === 'propose'
      ? { ...emptyResult, proposal: { kind: 'drafted' as const, plan } }
      : null;
  const settled: readonly Settled[] = [{ step, result }];
  const deps = {
    store: unread,
    planUnfit: async ({ stage }: Proposal['state']) => {
      judged.push(stage);
      return because;
    },
  };
  const whole = { customer: 'C1003', now: NOW, ...context } as TurnContext;
  return { ...(await plansConcerned(deps, whole, settled)), judged };
};

const call = { name: 'propose_allocation', args: {} } as const;

describe('what a turn has to know of plans', () => {
  it('is not read where none of its steps speaks of one, nor of a visitor', async () => {
    const { judged, ...known } = await concerned({ say: 'out_of_scope' }, {});
    expect([judged, known]).toEqual([[], {}]);
    const ofVisitor = await concerned({ say: 'plan_status' }, { customer: null });
    expect(ofVisitor).toEqual({ judged: [] });
  });

  it('is whether a signed one still suits; a draft is not judged', async () => {
    const signed = proposal('P1', approved);
    const asked = { live: [signed], proposal: signed };
    expect(await concerned({ say: 'plan_status' }, asked)).toMatchObject({
      unfit: because,
      judged: ['approved'],
    });
    const waiting = proposal('P1');
    const drafted = { live: [waiting], proposal: waiting };
    expect(await concerned({ say: 'plan_status' }, drafted)).toMatchObject({
      unfit: null,
      judged: [],
    });
  });

  it('is whether a draft still suits, where it alone is told from', async () => {
    const waiting = proposal('P1');
    const asked = { live: [waiting], proposal: waiting };
    expect(await concerned({ say: 'plan_side', about: 'loss' }, asked)).toMatchObject({
      unfit: because,
      judged: ['drafted'],
    });
  });

  it('is about the one that stands for what is drafted once more, not the latest', async () => {
    const [latest, standing] = [proposal('P2'), proposal('P1', approved)];
    const need = { ...samplePlan().need, goal: 'home' };
    const other = { ...latest, state: { ...latest.state, plan: samplePlan({ need }) } };
    const known = await concerned(
      { say: 'propose', call },
      { live: [other, standing], proposal: other },
    );
    expect([known.proposal?.id, known.unfit]).toEqual(['P1', because]);
    const fresh = samplePlan({ need: { ...need, goal: 'retirement' } });
    const none = await concerned({ say: 'propose', call }, { live: [], proposal: other }, fresh);
    expect([none.proposal, none.judged]).toEqual([null, []]);
  });

  it('is what it took the place of only where the two are held against each other', async () => {
    const [now, before] = [proposal('P2'), proposal('P1')];
    const given = { live: [now], proposal: now, replaced: before, unfit: null };
    const asked = await concerned({ say: 'plan_side', about: 'earlier' }, given);
    expect(asked.replaced?.id).toBe('P1');
    const other = await concerned({ say: 'plan_side', about: 'loss' }, given);
    expect(other).not.toHaveProperty('replaced');
  });

  it('is what it was where a turn is thought again', async () => {
    const signed = proposal('P1', approved);
    const given = { live: [], proposal: signed, unfit: null };
    expect(await concerned({ say: 'plan_status' }, given)).toMatchObject({
      unfit: null,
      judged: [],
    });
  });
});
