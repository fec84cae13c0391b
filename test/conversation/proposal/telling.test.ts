import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReplyOutcome } from '../../../src/conversation/events.js';
import type { ProposalCommand } from '../../../src/conversation/proposal/decide.js';
import { decide } from '../../../src/conversation/proposal/decide.js';
import type { Told } from '../../../src/conversation/proposal/notice.js';
import {
  draftWrites,
  furtherWrites,
  proposalEvents,
  proposalId,
  readProposal,
} from '../../../src/conversation/proposal/record.js';
import type { TellingDeps } from '../../../src/conversation/proposal/telling.js';
import { expireProposals, tellDecided } from '../../../src/conversation/proposal/telling.js';
import { recordEvents } from '../../../src/conversation/record.js';
import { createWatch } from '../../../src/conversation/watch.js';
import { verifyChain } from '../../../src/ledger/chain.js';
import type { Store } from '../../../src/store/store.js';
import type { Statement } from '../../../src/terms/statement.js';
import { storedEntries } from '../../ledger/stored-entries.js';
import { databases } from '../../store/databases.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { conversation, draft, echoScript, turnsDeps } from '../harness.js';
import { NOW, WEEK, grounds } from './signed.js';

const REASON = '权益占比和您的用钱时间不合适，请和我聊聊再定。';
const approve: ProposalCommand = {
  do: 'approve',
  grounds: grounds('advisor1'),
  reason: '逐项看过',
};
const decline: ProposalCommand = { do: 'decline', grounds: grounds('advisor1'), reason: REASON };

describe.each(databases)('what became of a proposal, on $name', (database) => {
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

  const deps = (part: Partial<TellingDeps> = {}): TellingDeps => ({
    store,
    origin: 'test',
    now: () => NOW,
    watch: createWatch(),
    planUnfit: async () => null,
    sentChannels: [],
    allowedHosts: [],
    houseWords: [],
    aiLabel: '小屿 · AI 生成',
    composeNotice: ({ state: { stage, signed } }: Told, withReason) =>
      draft(withReason && signed?.reason ? `${stage}：${signed.reason}` : stage),
    ...part,
  });

  /** A customer in a conversation, with a draft to which commands have come. */
  async function put(commands: readonly ProposalCommand[], channel = 'directline') {
    const customer = `X${(count += 1)}`;
    const talk = await conversation(turnsDeps(store, echoScript()), channel, customer);
    const turn = `telling-${count}`;
    const id = proposalId(turn, 0);
    const place = { customer, conversation: talk.id, turn, plan: samplePlan() };
    await store.commit(draftWrites(store, 'test', id, place, NOW));
    for (const command of commands) {
      const proposal = (await readProposal(store, id))!;
      const decision = decide(proposal.state, command, NOW);
      if (decision.kind !== 'decided') throw new Error(decision.why);
      const by = { actor: 'advisor', at: NOW } as const;
      await store.commit(furtherWrites(store, 'test', proposal, [decision.event], by));
    }
    const notices = async (where = talk) =>
      (await where.events()).flatMap((event) =>
        event.kind === 'ReplyDecided' && event.outcome.kind === 'notice' ? [event] : [],
      );
    const kinds = async () => (await proposalEvents(store, id)).map(({ event }) => event.kind);
    return { id, customer, talk, notices, kinds };
  }

  it('is not shown where it does not suit any more: it goes back, and that is told once', async () => {
    const { id, notices, kinds } = await put([approve]);
    const because = {
      standing: null,
      products: [{ name: '某债券基金', row: 13 }],
    };
    const unfit = deps({ planUnfit: async () => because });
    await tellDecided(unfit);
    await tellDecided(unfit);
    expect(await kinds()).toEqual([
      'ProposalDrafted',
      'ProposalApproved',
      'ProposalReturned',
      'ProposalEndTold',
    ]);
    expect((await notices()).map(({ statement }) => statement.cards)).toEqual([[]]);
    expect((await readProposal(store, id))!.state).toMatchObject({
      stage: 'drafted',
      signed: null,
      returned: because,
    });
  });

  it('is told in the open conversation, live, and stands on both records', async () => {
    const { id, talk, notices, kinds } = await put([approve]);
    const watch = createWatch();
    const news: string[] = [];
    watch.follow(talk.id, ({ kind }) => news.push(kind));
    await tellDecided(deps({ watch }));
    expect(news).toEqual(['recorded']);
    const [notice, ...more] = await notices();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ turn: null, inReplyTo: [], statement: { text: 'approved' } });
    expect(await kinds()).toEqual(['ProposalDrafted', 'ProposalApproved', 'ProposalPresented']);
    const { state } = (await readProposal(store, id))!;
    expect(state).toMatchObject({ stage: 'presented', conversation: talk.id, untold: false });
    expect(verifyChain(await storedEntries(store, talk.id)).kind).toBe('intact');
  });

  it('is told once, however often and by however many it is told', async () => {
    const { notices } = await put([approve]);
    await Promise.all([tellDecided(deps()), tellDecided(deps()), tellDecided(deps())]);
    await tellDecided(deps());
    expect(await notices()).toHaveLength(1);
  });

  it('is told by the next process where one dies at any commit', async () => {
    for (const when of ['before', 'after']) {
      const { notices, kinds } = await put([approve]);
      const dying: Store = {
        ...store,
        async commit(unit, options) {
          if (when === 'after') await store.commit(unit, options);
          throw new Error('killed');
        },
      };
      await expect(tellDecided(deps({ store: dying }))).rejects.toThrow('killed');
      expect(await notices()).toHaveLength(when === 'after' ? 1 : 0);
      await tellDecided(deps());
      expect(await notices()).toHaveLength(1);
      expect((await kinds()).filter((kind) => kind === 'ProposalPresented')).toHaveLength(1);
    }
  });

  it('is told with the reason where it was declined, once', async () => {
    const { notices, kinds } = await put([decline]);
    await tellDecided(deps());
    await tellDecided(deps());
    expect((await notices()).map(({ statement }) => statement.text)).toEqual([
      `declined：${REASON}`,
    ]);
    expect(await kinds()).toEqual(['ProposalDrafted', 'ProposalDeclined', 'ProposalEndTold']);
  });

  it('is told without a reason that the guard has come to stop', async () => {
    const words = { ...decline, reason: '这款保本' } as ProposalCommand;
    const { notices } = await put([words]);
    await tellDecided(deps());
    expect((await notices()).map(({ statement }) => statement.text)).toEqual(['declined']);
  });

  it('keeps nobody else waiting where one notice cannot be said', async () => {
    const stuck = await put([approve]);
    const other = await put([approve]);
    const composeNotice = ({ id }: Told) => draft(id === stuck.id ? '这款保本' : '好了');
    await expect(tellDecided(deps({ composeNotice }))).rejects.toThrow('does not pass the guard');
    expect([(await stuck.notices()).length, (await other.notices()).length]).toEqual([0, 1]);
    await tellDecided(deps());
  });

  it('is told where the customer is now, not where the draft was shown', async () => {
    const { customer, notices } = await put([approve]);
    const later = await conversation(turnsDeps(store, echoScript()), 'directline', customer);
    await tellDecided(deps());
    expect([(await notices()).length, (await notices(later)).length]).toEqual([0, 1]);
  });

  it('waits while somebody there is in danger', async () => {
    const { talk, notices } = await put([approve]);
    const reply = (kind: ReplyOutcome['kind']) => ({
      actor: 'assistant' as const,
      at: NOW,
      event: {
        kind: 'ReplyDecided' as const,
        turn: 't',
        inReplyTo: [],
        statement: draft('……') as Statement,
        outcome: { kind, products: [] },
        trace: null,
      },
    });
    await recordEvents(store, 'test', talk.id, [reply('crisis')]);
    await tellDecided(deps());
    expect(await notices()).toEqual([]);
    await recordEvents(
      store,
      'test',
      talk.id,
      Array<ReturnType<typeof reply>>(4).fill(reply('answered')),
    );
    await tellDecided(deps());
    expect(await notices()).toHaveLength(1);
  });

  it('goes through the outbox on a channel that must be sent to', async () => {
    const { talk } = await put([approve], 'botframework');
    await tellDecided(deps({ sentChannels: ['botframework'] }));
    const rows = await store.db
      .selectFrom('outbox')
      .selectAll()
      .where('conversation_id', '=', talk.id)
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]!.statement)).toMatchObject({ statement: { text: 'approved' } });
  });

  it('is told once where it ran out before anybody had checked it again', async () => {
    const { notices, kinds } = await put([approve]);
    const because = { standing: 'class_lower' as const, products: [] };
    await tellDecided(deps({ planUnfit: async () => because }));
    const later = deps({ now: () => NOW + WEEK });
    await expireProposals(later);
    await tellDecided(later);
    await tellDecided(later);
    expect((await notices()).map(({ statement }) => statement.text)).toEqual([
      'drafted',
      'expired',
    ]);
    expect((await kinds()).slice(-3)).toEqual([
      'ProposalEndTold',
      'ProposalExpired',
      'ProposalEndTold',
    ]);
  });

  it('is ended by time, and told only to who had been shown a signed plan', async () => {
    const draftOnly = await put([]);
    const shown = await put([approve]);
    await tellDecided(deps());
    const later = deps({ now: () => NOW + WEEK });
    expect(await expireProposals(deps())).toBe(0);
    expect(await expireProposals(later)).toBeGreaterThanOrEqual(2);
    expect(await expireProposals(later)).toBe(0);
    await tellDecided(later);
    await tellDecided(later);
    expect([await draftOnly.notices(), (await shown.notices()).length]).toEqual([[], 2]);
    expect((await shown.notices()).at(-1)?.statement.text).toBe('expired');
    expect((await shown.kinds()).slice(-2)).toEqual(['ProposalExpired', 'ProposalEndTold']);
    expect((await draftOnly.kinds()).at(-1)).toBe('ProposalExpired');
  });
});
