import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { awaitReply } from '../../src/conversation/await-reply.js';
import type { ReplyDecided } from '../../src/conversation/events.js';
import type { DraftOffered } from '../../src/conversation/handoff/events.js';
import type { Store } from '../../src/store/store.js';
import { StoreFailure } from '../../src/store/store.js';
import { databases } from '../store/databases.js';
import type { Script } from './harness.js';
import { conversation, echoScript, turnsDeps } from './harness.js';

const LONG_MS = 20_000;

describe.each(databases)('waiting for a reply on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  async function talk(script: Script = echoScript(), over: Partial<Store> = {}) {
    const deps = turnsDeps({ ...store, ...over }, script);
    const talked = await conversation(deps);
    const place = async (text: string) => {
      const receipt = await talked.say(text);
      if (!('seq' in receipt)) throw new Error(`not taken: ${text}`);
      return { conversation: talked.id, id: receipt.id, seq: receipt.seq };
    };
    const { turns } = talked;
    return { ...talked, place, waitDeps: { store: deps.store, watch: deps.watch, turns } };
  }

  const textOf = (reply: ReplyDecided | DraftOffered | null) =>
    reply?.kind === 'ReplyDecided' ? reply.statement.text : undefined;

  it('has the message answered and brings its own reply, not another’s', async () => {
    const { place, waitDeps } = await talk();
    const first = await place('一');
    expect(textOf(await awaitReply(waitDeps, first, LONG_MS))).toBe('收到：一');
    const second = await place('二');
    expect(textOf(await awaitReply(waitDeps, second, LONG_MS))).toBe('收到：二');
    expect(textOf(await awaitReply(waitDeps, first, LONG_MS))).toBe('收到：一');
  });

  it('brings the one reply to messages that were answered together to each who waits', async () => {
    const { place, waitDeps } = await talk();
    const both = [await place('一'), await place('二')];
    const replies = await Promise.all(both.map((one) => awaitReply(waitDeps, one, LONG_MS)));
    expect(replies.map(textOf)).toEqual(['收到：一|二', '收到：一|二']);
  });

  it('reads the record from the message on, not from its beginning', async () => {
    const { place, waitDeps } = await talk();
    const said = await place('一');
    expect(await awaitReply(waitDeps, said, LONG_MS)).not.toBeNull();
    expect(await awaitReply(waitDeps, { ...said, seq: said.seq + 1 }, 0)).toBeNull();
  });

  it('gives up when its time is over and leaves the turn to go on', async () => {
    let speak = (): void => undefined;
    const thinking = new Promise<void>((resolve) => {
      speak = resolve;
    });
    const talked = await talk({
      ...echoScript(),
      compose: async (text) => {
        await thinking;
        return `收到：${text}`;
      },
    });
    expect(await awaitReply(talked.waitDeps, await talked.place('一'), 20)).toBeNull();
    speak();
    await talked.turns.idle();
    expect(await talked.replies()).toEqual(['收到：一']);
  });

  it('has a turn that failed on the store begun again at once', async () => {
    let failures = 0;
    const { place, waitDeps } = await talk(echoScript(), {
      commit: async (unit, options) => {
        const isReply = unit.some(({ query }) => query.sql.includes('"draft" ='));
        if (isReply && (failures += 1) <= 2) throw new StoreFailure('the disk is full');
        return store.commit(unit, options);
      },
    });
    expect(textOf(await awaitReply(waitDeps, await place('一'), LONG_MS))).toBe('收到：一');
    expect(failures).toBe(3);
  });
});
