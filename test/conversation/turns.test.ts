import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claim } from '../../src/conversation/lease.js';
import {
  claimLease,
  findConversation,
  releaseAllLeases,
} from '../../src/conversation/queries/conversation.js';
import type { Store } from '../../src/store/store.js';
import { verifyChain } from '../../src/ledger/chain.js';
import { storedEntries } from '../ledger/stored-entries.js';
import { databases } from '../store/databases.js';
import { conversation, echoScript, nothing, turnsDeps } from './harness.js';

describe.each(databases)('turns on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  it('answers a message once and puts everything on record', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('你好');
    await talk.settle();
    expect((await talk.events()).map(({ kind }) => kind)).toEqual([
      'ConversationOpened',
      'ReplyDecided',
      'MessageReceived',
      'ReplyDecided',
    ]);
    expect(await talk.replies()).toEqual(['收到：你好']);
  });

  it('chains one ledger entry to every event', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('一');
    await talk.say('二');
    await talk.settle();
    const rows = await storedEntries(store, talk.id);
    expect(verifyChain(rows)).toMatchObject({ kind: 'intact', entries: 5 });
  });

  it('takes messages that wait together in one turn, in order', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('一');
    await talk.say('二');
    await talk.settle();
    expect(await talk.replies()).toEqual(['收到：一|二']);
  });

  it('knows a repeated message by its key and answers it once', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    const first = await talk.say('你好', 'same');
    const second = await talk.say('你好', 'same');
    expect(second).toEqual({ ...first, kind: 'duplicate' });
    await talk.settle();
    expect(await talk.replies()).toHaveLength(1);
  });

  it('keeps the first of two messages under one key and files the other as a conflict', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('买', 'same');
    expect(await talk.say('不买', 'same')).toMatchObject({ kind: 'conflict' });
    await talk.settle();
    expect(await talk.replies()).toEqual(['收到：买']);
    const filed = await store.db
      .selectFrom('inbox')
      .selectAll()
      .where('state', '=', 'conflict')
      .execute();
    expect(filed).toHaveLength(1);
  });

  it('renumbers a finished reply when a message came in meanwhile, and answers that next', async () => {
    const script = echoScript();
    const talk = await conversation(turnsDeps(store, script));
    script.compose = async (text) => {
      if (text === '一') await talk.say('二');
      return `收到：${text}`;
    };
    await talk.say('一');
    await talk.settle();
    expect(await talk.replies()).toEqual(['收到：一', '收到：二']);
  });

  it('throws away the reply of a turn whose conversation was taken over', async () => {
    const script = echoScript();
    const talk = await conversation(turnsDeps(store, script));
    script.compose = async (text) => {
      await store.commit([releaseAllLeases(store)]);
      script.compose = (later) => `第二次：${later}`;
      return `第一次：${text}`;
    };
    await talk.say('你好');
    await talk.settle();
    expect(await talk.replies()).toEqual([]);
    await talk.settle();
    expect(await talk.replies()).toEqual(['第二次：你好']);
    const attempts = await store.db.selectFrom('attempt').select('outcome').orderBy('n').execute();
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['superseded', 'replied']);
  });

  it('gives a conversation to one of many processes', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('你好');
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, i) => claim(store, talk.id, `process-${i}`, Date.now())),
    );
    expect(claims.filter((one) => one !== null)).toHaveLength(1);
  });

  it('lets nobody claim what a turn has finished meanwhile', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('你好');
    const before = await findConversation(store, talk.id);
    await talk.settle();
    const fenceDuringTurn = (before?.fence ?? 0) + 1;
    const late = claimLease(store, talk.id, fenceDuringTurn, 'late', 1_000);
    expect(await store.commit([late])).toMatchObject({ kind: 'conflict' });
  });

  it('finds the messages of a turn that died under the same turn id', async () => {
    const talk = await conversation(turnsDeps(store, echoScript()));
    await talk.say('一');
    const dead = await claim(store, talk.id, 'dead', Date.now());
    await talk.say('二');
    await store.commit([releaseAllLeases(store)]);
    const next = await claim(store, talk.id, 'alive', Date.now());
    expect(next).toMatchObject({ turn: dead?.turn, attempt: 2, eventSeqs: dead?.eventSeqs });
  });

  it('apologises in written words when thinking fails, and keeps the cause to itself', async () => {
    const script = echoScript();
    script.understand = () => {
      throw new TypeError('secret detail');
    };
    const talk = await conversation(turnsDeps(store, script));
    await talk.say('你好');
    await talk.settle();
    expect(await talk.replies()).toEqual(['安全答复：failed']);
  });

  it('records a draft that the guard stopped and says a safe reply instead', async () => {
    const script = echoScript();
    script.compose = () => '这款产品保本，稳赚不赔。';
    const talk = await conversation(turnsDeps(store, script));
    await talk.say('你好');
    await talk.settle();
    expect(await talk.replies()).toEqual(['安全答复：blocked']);
    const blocked = (await talk.events()).find(({ kind }) => kind === 'DraftBlocked');
    expect(JSON.stringify(blocked)).toContain('稳赚不赔');
  });

  it('never says a figure that comes from nowhere', async () => {
    const script = echoScript();
    script.compose = () => '这只基金的管理费是每年 0.77%。';
    const talk = await conversation(turnsDeps(store, script));
    await talk.say('管理费多少');
    await talk.settle();
    expect(await talk.replies()).toEqual(['安全答复：blocked']);
  });

  it('runs a write tool once, however often its turn is run', async () => {
    let runs = 0;
    const script = echoScript();
    script.understand = () => [{ do: 'request_human', reason: 'asked' }];
    const deps = turnsDeps(store, script, {
      effectOf: () => 'write',
      runTool: async () => {
        runs += 1;
        return nothing;
      },
    });
    const talk = await conversation(deps);
    script.compose = async (text) => {
      if (runs === 1) await store.commit([releaseAllLeases(store)]);
      script.compose = (later) => `好的：${later}`;
      return text;
    };
    await talk.say('转人工');
    await talk.settle();
    await talk.settle();
    expect(await talk.replies()).toEqual(['好的：转人工']);
    expect(runs).toBe(1);
  });

  it('puts a reply for a channel that must be sent to into the outbox, in the same unit', async () => {
    const talk = await conversation(
      turnsDeps(store, echoScript(), { sentChannels: ['bot-framework'] }),
      'bot-framework',
    );
    await talk.say('你好');
    await talk.settle();
    const waiting = await store.db
      .selectFrom('outbox')
      .select(['id', 'state'])
      .orderBy('seq')
      .execute();
    expect(waiting).toEqual([
      { id: `${talk.id}|0000002`, state: 'waiting' },
      { id: `${talk.id}|0000004`, state: 'waiting' },
    ]);
  });

  it('answers many conversations at once, each in its own order', async () => {
    const deps = turnsDeps(store, echoScript());
    const talks = await Promise.all(Array.from({ length: 20 }, () => conversation(deps)));
    await Promise.all(
      talks.map(async (talk) => {
        await talk.say('一');
        await talk.settle();
        await talk.say('二');
        await talk.settle();
      }),
    );
    for (const talk of talks) expect(await talk.replies()).toEqual(['收到：一', '收到：二']);
  });
});
