import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decision, ProposalCommand } from '../../../src/conversation/proposal/decide.js';
import { decide } from '../../../src/conversation/proposal/decide.js';
import type { ProposalApproved, ProposalEvent } from '../../../src/conversation/proposal/events.js';
import { reasonIn } from '../../../src/conversation/proposal/events.js';
import type { Stage } from '../../../src/conversation/proposal/evolve.js';
import { evolve, fold } from '../../../src/conversation/proposal/evolve.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { NOW, WEEK, draftEvent, grounds, stateAfter } from './signed.js';

const REASON = '权益占比和您的用钱时间不合适，请和我聊聊再定。';
const approve: ProposalCommand = { do: 'approve', grounds: grounds('advisor1'), reason: REASON };
const decline: ProposalCommand = { do: 'decline', grounds: grounds('advisor1'), reason: REASON };
const adjusted = samplePlan({ cautions: [] });
const adjust: ProposalCommand = { ...decline, do: 'adjust', plan: adjusted };
const present: ProposalCommand = { do: 'present', conversation: 'talk', statement: 'talk|7' };
const acknowledge: ProposalCommand = { do: 'acknowledge', source: 'm1' };
const refuse: ProposalCommand = { do: 'refuse', source: 'm1' };
const expire: ProposalCommand = { do: 'expire' };

const event = (decision: Decision): ProposalEvent => {
  if (decision.kind !== 'decided') throw new Error(decision.why);
  return decision.event;
};
/** The events of commands that all go through. */
const through = (...commands: readonly ProposalCommand[]) =>
  commands.reduce(
    (state, command) => evolve(state, event(decide(state, command, NOW))),
    stateAfter(),
  );

describe('a proposal', () => {
  it('is drafted, approved, presented and acknowledged', () => {
    const state = through(approve, present, acknowledge);
    expect(state.stage).toBe('acknowledged');
    expect(state.signed).toEqual({
      by: {
        id: 'advisor1',
        name: '周谨言',
        licences: ['fund', 'wealth_product', 'fund_advisory'],
        productGrade: 5,
      },
      reason: null,
    });
  });

  it('keeps why it was approved, which the customer is not told', () => {
    const decision = decide(stateAfter(), approve, NOW);
    expect(decision).toMatchObject({ event: { kind: 'ProposalApproved', note: REASON } });
    expect(stateAfter(event(decision)).signed?.reason).toBeNull();
  });

  it('approved before a reason was asked for is read as it was recorded', () => {
    const { note: _, ...old } = event(decide(stateAfter(), approve, NOW)) as ProposalApproved;
    expect(stateAfter(old)).toEqual(stateAfter({ ...old, note: REASON }));
    expect(reasonIn(old)).toBeNull();
  });

  it('becomes what the advisor made of it, with the reason', () => {
    const state = through(adjust, present);
    expect([state.stage, state.plan, state.signed?.reason]).toEqual([
      'presented',
      adjusted,
      REASON,
    ]);
  });

  it('ends where the advisor declines it', () => {
    expect(through(decline).stage).toBe('declined');
    expect(through(approve, present, refuse).stage).toBe('refused');
  });

  it.each<[Stage, readonly ProposalCommand[], readonly ProposalCommand[]]>([
    ['drafted', [], [present, acknowledge, refuse]],
    ['approved', [approve], [approve, adjust, decline, acknowledge, refuse]],
    ['declined', [decline], [approve, adjust, decline, present, acknowledge, refuse, expire]],
    ['presented', [approve, present], [approve, adjust, decline, present]],
    ['acknowledged', [approve, present, acknowledge], [approve, present, refuse, expire]],
    ['refused', [approve, present, refuse], [approve, present, acknowledge, expire]],
  ])('that is %s refuses what does not follow', (stage, before, wrong) => {
    const state = through(...before);
    for (const command of wrong) {
      expect(decide(state, command, NOW)).toEqual({ kind: 'refused', why: 'stage', stage });
    }
  });

  it('runs out after a week without a signature, and a week after one', () => {
    expect(decide(stateAfter(), approve, NOW + WEEK - 1).kind).toBe('decided');
    expect(decide(stateAfter(), approve, NOW + WEEK)).toMatchObject({ why: 'expired' });
    const signed = evolve(stateAfter(), event(decide(stateAfter(), approve, NOW + WEEK - 1)));
    expect(decide(signed, present, NOW + 2 * WEEK - 2).kind).toBe('decided');
    expect(decide(signed, present, NOW + 2 * WEEK - 1)).toMatchObject({ why: 'expired' });
  });

  it('is told to be over once, and only where the customer had to hear of it', () => {
    const tell: ProposalCommand = { do: 'tell_end', conversation: 'talk', statement: 'talk|9' };
    expect(through(decline).untold).toBe(true);
    const told = through(decline, tell);
    expect([told.stage, told.untold]).toEqual(['declined', false]);
    expect(decide(told, tell, NOW)).toMatchObject({ why: 'told' });
    const over = (state: typeof told) =>
      evolve(state, event(decide(state, expire, NOW + 2 * WEEK)));
    expect([over(stateAfter()).untold, over(through(approve)).untold]).toEqual([false, false]);
    expect(over(through(approve, present)).untold).toBe(true);
  });

  it('does not expire before its time', () => {
    expect(decide(stateAfter(), expire, NOW + WEEK - 1)).toMatchObject({ why: 'not_yet_expired' });
    expect(decide(stateAfter(), expire, NOW + WEEK).kind).toBe('decided');
  });
});

describe('a signature', () => {
  const verdict = { verdict: 'ALLOW', row: 31, duties: [], basis: [], ruleVersion: 'S1' } as const;
  const product = { code: 'QY0060', name: '优质治理' };

  it('is an advisor’s alone', () => {
    for (const command of [approve, adjust, decline]) {
      const signed = { ...command, grounds: grounds('compliance1') } as ProposalCommand;
      expect(decide(stateAfter(), signed, NOW)).toMatchObject({ why: 'not_an_advisor' });
    }
  });

  it('takes the licence for each product, to decline it too', () => {
    const beyond = [{ ...product, lacks: ['grade' as const] }];
    const opinion = { verdict: 'BLOCK', advises: true, beyond } as never;
    for (const command of [approve, adjust, decline]) {
      const signed = { ...command, grounds: grounds('advisor2', { opinion }) } as ProposalCommand;
      expect(decide(stateAfter(), signed, NOW)).toMatchObject({ why: 'unlicensed', beyond });
    }
  });

  it('is not put under a product that would not be recommended today, or is gone', () => {
    const products = [
      { ...product, verdict },
      { code: 'A', name: '太高', verdict: { ...verdict, verdict: 'BLOCK' as const, row: 12 } },
      { code: 'B', name: '没了', verdict: null },
    ];
    const unsuitable = grounds('advisor1', { products });
    expect(decide(stateAfter(), { ...approve, grounds: unsuitable }, NOW)).toEqual({
      kind: 'refused',
      why: 'unsuitable',
      products: [
        { name: '太高', row: 12 },
        { name: '没了', row: null },
      ],
    });
    const declined: ProposalCommand = { do: 'decline', grounds: unsuitable, reason: REASON };
    expect(decide(stateAfter(), declined, NOW).kind).toBe('decided');
  });

  it('is not put under a plan that the customer may not have any more', () => {
    const lower = grounds('advisor1', { standing: 'class_lower' });
    expect(decide(stateAfter(), { ...approve, grounds: lower }, NOW)).toMatchObject({
      why: 'standing',
      standing: 'class_lower',
    });
    const declined: ProposalCommand = { do: 'decline', grounds: lower, reason: REASON };
    expect(decide(stateAfter(), declined, NOW).kind).toBe('decided');
  });

  it.each(['', ' \n', '长'.repeat(201)])('needs a reason in plain words, not %j', (reason) => {
    for (const command of [approve, adjust, decline]) {
      expect(decide(stateAfter(), { ...command, reason }, NOW)).toMatchObject({ why: 'reason' });
    }
  });
});

describe('a stream of proposal events', () => {
  it('cannot begin or go on with what cannot have happened', () => {
    const approved = event(decide(stateAfter(), approve, NOW));
    expect(() => fold([approved])).toThrow('ProposalApproved cannot follow nothing');
    expect(() => fold([draftEvent(), draftEvent()])).toThrow(
      'ProposalDrafted cannot follow drafted',
    );
    expect(() => fold([draftEvent(), approved, approved])).toThrow('cannot follow approved');
  });

  it('fits whatever is decided, in any order of commands at any time', () => {
    const commands = [approve, adjust, decline, present, acknowledge, refuse, expire];
    const step = fc.record({ command: fc.constantFrom(...commands), after: fc.nat(WEEK) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = NOW;
        let state = stateAfter();
        for (const { command, after } of steps) {
          now += after;
          const decision = decide(state, command, now);
          if (decision.kind === 'decided') state = evolve(state, decision.event);
        }
        // Whoever heard of a proposal was told by a licensed advisor.
        if (['presented', 'acknowledged', 'refused'].includes(state.stage)) {
          expect(state.signed?.by.licences.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });
});
