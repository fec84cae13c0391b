import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProposalCommand } from '../../../src/conversation/proposal/decide.js';
import { decide } from '../../../src/conversation/proposal/decide.js';
import { proposalStream } from '../../../src/conversation/proposal/events.js';
import {
  draftWrites,
  furtherWrites,
  proposalEvents,
  liveProposals,
  proposalId,
  proposalBefore,
  proposalFor,
  proposalSpokenOf,
  readProposal,
} from '../../../src/conversation/proposal/record.js';
import { overdueProposals, proposalRows } from '../../../src/conversation/queries/proposal.js';
import { verifyChain } from '../../../src/ledger/chain.js';
import type { Store } from '../../../src/store/store.js';
import type { Draft } from '../../../src/terms/statement.js';
import { storedEntries } from '../../ledger/stored-entries.js';
import { databases } from '../../store/databases.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { conversation, draft, echoScript, scriptedAgent, turnsDeps } from '../harness.js';
import { NOW, WEEK, grounds } from './signed.js';

const planFor = (goal: string) => samplePlan({ need: { ...samplePlan().need, goal } });

describe.each(databases)('proposals on record, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let count = 0;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  const refusal: ProposalCommand = { do: 'refuse', source: 'm9' };
  const put = async (customer = 'C1003', at = NOW, goal = samplePlan().need.goal) => {
    const turn = `turn-${(count += 1)}`;
    const id = proposalId(turn, 0);
    const place = { customer, conversation: 'talk', turn, plan: planFor(goal) };
    expect((await store.commit(draftWrites(store, 'test', id, place, at))).kind).toBe('committed');
    return id;
  };
  const approveWrites = async (id: string) => {
    const proposal = (await readProposal(store, id))!;
    const command = { do: 'approve', grounds: grounds('advisor1'), reason: '逐项看过' } as const;
    const decision = decide(proposal.state, command, NOW);
    if (decision.kind !== 'decided') throw new Error(decision.why);
    const by = { actor: 'advisor', at: NOW } as const;
    return furtherWrites(store, 'test', proposal, [decision.event], by);
  };

  const present = async (id: string) => {
    const signed = (await readProposal(store, id))!;
    const command = { do: 'present', conversation: 'talk', statement: 'talk|7' } as const;
    const shown = decide(signed.state, command, NOW);
    if (shown.kind !== 'decided') throw new Error(shown.why);
    const by = { actor: 'service', at: NOW } as const;
    await store.commit(furtherWrites(store, 'test', signed, [shown.event], by));
  };

  it('read back as they were put, and stand in a chain of their own', async () => {
    const id = await put();
    await store.commit(await approveWrites(id));
    const { state, row } = (await readProposal(store, id))!;
    expect(state.plan).toEqual(samplePlan());
    expect([state.stage, row.stage, row.signed_by]).toEqual(['approved', 'approved', 'advisor1']);
    expect(
      (await proposalEvents(store, id)).map(({ actor, event }) => [actor, event.kind]),
    ).toEqual([
      ['assistant', 'ProposalDrafted'],
      ['advisor', 'ProposalApproved'],
    ]);
    expect(verifyChain(await storedEntries(store, proposalStream(id)))).toEqual({
      kind: 'intact',
      entries: 2,
      erased: 0,
    });
  });

  it('are signed once, by whoever came first', async () => {
    const id = await put();
    const [one, other] = [await approveWrites(id), await approveWrites(id)];
    expect((await store.commit(one)).kind).toBe('committed');
    expect((await store.commit(other)).kind).toBe('conflict');
    expect(await proposalEvents(store, id)).toHaveLength(2);
  });

  it('are listed by stage and by customer, latest first', async () => {
    const older = await put('C1004', NOW);
    const newer = await put('C1004', NOW + 1);
    await store.commit(await approveWrites(older));
    const ids = async (stage: string | null, customer: string | null) =>
      (await proposalRows(store, { stage, customer }, 100)).map(({ id }) => id);
    expect(await ids(null, 'C1004')).toEqual([newer, older]);
    expect(await ids('drafted', 'C1004')).toEqual([newer]);
    expect(await ids('declined', null)).toEqual([]);
  });

  it('are spoken of as the one that waits for an answer, else the latest', async () => {
    const spokenOf = async () => (await proposalSpokenOf(store, 'C1032'))?.id ?? null;
    expect(await spokenOf()).toBeNull();
    const older = await put('C1032', NOW);
    const newer = await put('C1032', NOW + 1);
    expect(await spokenOf()).toBe(newer);
    await store.commit(await approveWrites(older));
    await present(older);
    expect(await spokenOf()).toBe(older);
  });

  it('are spoken of as the one this conversation showed last, whatever waits elsewhere', async () => {
    const of = async (goal?: string) => (await proposalSpokenOf(store, 'C1033', goal))?.id ?? null;
    const forSchool = await put('C1033', NOW);
    const forHome = await put('C1033', NOW + 1, 'home');
    await store.commit(await approveWrites(forSchool));
    await present(forSchool);
    expect(await of()).toBe(forSchool);
    expect(await of('home')).toBe(forHome);
    expect(await of('retirement')).toBe(forSchool);
    const refused = decide((await readProposal(store, forSchool))!.state, refusal, NOW);
    if (refused.kind !== 'decided') throw new Error(refused.why);
    const by = { actor: 'customer', at: NOW } as const;
    const writes = furtherWrites(
      store,
      'test',
      (await readProposal(store, forSchool))!,
      [refused.event],
      by,
    );
    await store.commit(writes);
    expect(await of(samplePlan().need.goal)).toBe(forSchool);
    expect(await of()).toBe(forHome);
    expect((await proposalFor(store, 'C1033', [samplePlan().need.goal]))?.id).toBe(forSchool);
    expect(await proposalFor(store, 'C1033', ['retirement'])).toBeNull();
  });

  it('are overdue from the instant they run out', async () => {
    const id = await put('C1005', NOW + 5);
    const overdue = async (now: number) =>
      (await overdueProposals(store, ['drafted'], now, 100)).some((row) => row.id === id);
    expect([await overdue(NOW + 4 + WEEK), await overdue(NOW + 5 + WEEK)]).toEqual([false, true]);
  });

  it('do not exist under an unknown name', async () => {
    expect(await readProposal(store, 'P0')).toBeNull();
  });

  describe('in a turn', () => {
    const showing = (shown: Draft['cards']) => {
      const script = echoScript();
      const agent = scriptedAgent(script);
      return turnsDeps(store, script, {
        agent: { ...agent, compose: async () => ({ ...draft('这是方案草稿。'), cards: shown }) },
      });
    };
    const plan = samplePlan();
    const of = (id: string) =>
      store.db.selectFrom('proposal').selectAll().where('conversation_id', '=', id).execute();

    it('are drafted with the reply that shows them, once', async () => {
      const { id, say, settle } = await conversation(
        showing([{ kind: 'plan', plan, review: null }]),
        'directline',
        'C1035',
      );
      await say('帮我配一下');
      await settle();
      const rows = await of(id);
      expect(rows).toMatchObject([{ customer_id: 'C1035', stage: 'drafted', next_seq: 2 }]);
      const { state } = (await readProposal(store, rows[0]!.id))!;
      expect(state).toMatchObject({ plan, conversation: id, signed: null });
    });

    it('are not drafted a second time while the same waits, and end where the need has changed', async () => {
      const show = async (shown: typeof plan, said: Awaited<ReturnType<typeof conversation>>) => {
        await said.say('给我个方案');
        await said.settle();
      };
      let shown = plan;
      const script = echoScript();
      const agent = scriptedAgent(script);
      const cards = () => [{ kind: 'plan' as const, plan: shown, review: null }];
      const deps = turnsDeps(store, script, {
        agent: { ...agent, compose: async () => ({ ...draft('这是方案草稿。'), cards: cards() }) },
      });
      const said = await conversation(deps, 'directline', 'C1033');
      await show(shown, said);
      await show(shown, said);
      const [first, ...twins] = await of(said.id);
      expect(twins).toEqual([]);
      shown = samplePlan({ need: { ...plan.need, amount: plan.need.amount + 10_000 } });
      await show(shown, said);
      const stages = (await of(said.id)).map(({ stage }) => stage).sort();
      expect(stages).toEqual(['drafted', 'superseded']);
      const older = (await readProposal(store, first!.id))!;
      const now = (await proposalSpokenOf(store, 'C1033'))!;
      expect((await proposalBefore(store, 'C1033', now))?.id).toBe(older.id);
      expect(await proposalBefore(store, 'C1033', older)).toBeNull();
      const approve = { do: 'approve', grounds: grounds('advisor1'), reason: '逐项看过' } as const;
      expect(decide(older.state, approve, NOW)).toEqual({
        kind: 'refused',
        why: 'stage',
        stage: 'superseded',
      });
      expect((await proposalEvents(store, first!.id)).at(-1)).toMatchObject({
        actor: 'service',
        event: { kind: 'ProposalSuperseded' },
      });
    });

    it('stand beside what is planned for another goal in the same talk', async () => {
      const education = samplePlan();
      const home = samplePlan({ need: { ...education.need, goal: 'home', months: 36 } });
      let shown = education;
      const script = echoScript();
      const agent = scriptedAgent(script);
      const cards = () => [{ kind: 'plan' as const, plan: shown, review: null }];
      const deps = turnsDeps(store, script, {
        agent: { ...agent, compose: async () => ({ ...draft('这是方案草稿。'), cards: cards() }) },
      });
      const said = await conversation(deps, 'directline', 'C1036');
      for (shown of [education, home]) {
        await said.say('给我个方案');
        await said.settle();
      }
      expect((await of(said.id)).map(({ stage }) => stage)).toEqual(['drafted', 'drafted']);
      const live = await liveProposals(store, 'C1036', Date.now());
      expect(live.map(({ state }) => state.plan.need.goal).sort()).toEqual(['home', '孩子教育金']);
    });

    it.each(['plan_status', 'answer_plan'] as const)(
      'go back to the advisors where a signed one does not suit any more on %s',
      async (asked) => {
        const customer = asked === 'plan_status' ? 'C1037' : 'C1034';
        const command =
          asked === 'plan_status'
            ? ({ do: 'plan_status' } as const)
            : ({ do: 'answer_plan', answer: 'read' } as const);
        const script = { understand: () => [command], compose: () => '要重新核对。' };
        const because = { standing: 'class_lower' as const, products: [] };
        const deps = turnsDeps(store, script, { now: () => NOW, planUnfit: async () => because });
        const { say, settle } = await conversation(deps, 'directline', customer);
        const id = await put(customer);
        await store.commit(await approveWrites(id));
        await present(id);
        await say('方案怎么样了');
        await settle();
        const { state, row } = (await readProposal(store, id))!;
        expect(state).toMatchObject({ stage: 'drafted', signed: null, returned: because });
        expect(row.untold).toBe(0);
      },
    );

    it('are answered with the reply that confirms it, once, and only while they may be', async () => {
      const script = {
        understand: () => [{ do: 'answer_plan', answer: 'read' } as const],
        compose: () => '记下了。',
      };
      const deps = turnsDeps(store, script, { now: () => NOW });
      const { say, settle, events } = await conversation(deps, 'directline', 'C1030');
      const id = await put('C1030');
      await store.commit(await approveWrites(id));
      await say('看过了');
      await settle();
      expect((await readProposal(store, id))?.state.stage).toBe('approved');
      await present(id);
      for (const words of ['看过了', '看过了']) {
        await say(words);
        await settle();
      }
      const happened = await proposalEvents(store, id);
      expect(happened.map(({ actor, event }) => [actor, event.kind]).slice(3)).toEqual([
        ['customer', 'ProposalAcknowledged'],
      ]);
      const answered = happened.at(-1)!.event as { source: string };
      const asked = (await events()).filter(({ kind }) => kind === 'MessageReceived')[1];
      expect(asked).toMatchObject({ id: answered.source });
    });

    it('are not answered where they moved on while the turn was thinking', async () => {
      const id = await put('C1031');
      await store.commit(await approveWrites(id));
      const signed = (await readProposal(store, id))!;
      const further = async (...commands: readonly ProposalCommand[]) => {
        for (const command of commands) {
          const at = (await readProposal(store, id))!;
          const decision = decide(at.state, command, NOW);
          if (decision.kind !== 'decided') throw new Error(decision.why);
          const by = { actor: 'customer', at: NOW } as const;
          await store.commit(furtherWrites(store, 'test', at, [decision.event], by));
        }
      };
      expect(signed.state.stage).toBe('approved');
      await further({ do: 'present', conversation: 'talk', statement: 'talk|7' });
      let thoughts = 0;
      const script = {
        understand: () => [{ do: 'answer_plan', answer: 'read' } as const],
        compose: async () => {
          // In another window the same customer says no.
          if ((thoughts += 1) === 1) await further({ do: 'refuse', source: 'm9' });
          return '记下了。';
        },
      };
      const failures: string[] = [];
      const deps = turnsDeps(store, script, {
        now: () => NOW,
        onError: (error) => failures.push((error as Error).name),
      });
      const talk = await conversation(deps, 'directline', 'C1031');
      await talk.say('看过了');
      await talk.settle();
      expect([failures, await talk.replies()]).toEqual([['ProposalMoved'], []]);
      await talk.settle();
      expect(await talk.replies()).toEqual(['记下了。']);
      expect((await readProposal(store, id))?.state.stage).toBe('refused');
    });

    it('are not drafted anew where a signed one is shown, nor for a visitor', async () => {
      const review = { proposal: 'P1', advisor: '周谨言', on: '2026-11-25', adjusted: null };
      const signed = await conversation(
        showing([{ kind: 'plan', plan, review }]),
        'directline',
        'C1003',
      );
      const visitor = await conversation(showing([{ kind: 'plan', plan, review: null }]));
      for (const { id, say, settle } of [signed, visitor]) {
        await say('帮我配一下');
        await settle();
        expect(await of(id)).toEqual([]);
      }
    });
  });
});
