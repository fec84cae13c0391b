import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SenderDeps } from '../../src/channels/sender.js';
import { sendDue } from '../../src/channels/sender.js';
import { newConversationId, openConversation } from '../../src/conversation/opening.js';
import { readStream } from '../../src/conversation/stream.js';
import { enqueue } from '../../src/conversation/outbox.js';
import type { Store } from '../../src/store/store.js';
import type { ConversationId } from '../../src/terms/ids.js';
import { conversationId } from '../../src/terms/ids.js';
import { databases } from '../store/databases.js';
import { statement } from './statements.js';

const START = Date.parse('2026-11-25T02:00:00Z');

describe.each(databases)('sending on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let clock: number;
  let sent: string[];

  beforeEach(async () => {
    ({ store, remove } = await database.open());
    clock = START;
    sent = [];
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const deps = (more: Partial<SenderDeps> = {}): SenderDeps => ({
    store,
    origin: 'test',
    owner: 'one',
    channel: 'bot-framework',
    isAwaited: () => false,
    now: () => clock,
    deliver: async (due) => void sent.push(due.statement.text),
    ...more,
  });

  /** A conversation in whose outbox these words wait. */
  async function waiting(...texts: string[]): Promise<string> {
    return waitingIn(newConversationId(), ...texts);
  }

  async function waitingIn(id: ConversationId, ...texts: string[]): Promise<string> {
    const opening = { channel: 'bot-framework', channelConv: id, customer: null, address: null };
    const intake = { store, origin: 'test', now: () => clock };
    await openConversation(intake, { ...opening, id, greeting: null, isSent: true });
    await store.commit(
      texts.map((text, index) =>
        enqueue(
          store,
          {
            conversation: id,
            seq: 10 + index,
            channel: 'bot-framework',
            statement: statement(text),
            inReplyTo: null,
          },
          clock,
        ),
      ),
    );
    return id;
  }

  const down = () =>
    deps({
      deliver: async () => {
        throw new Error('connection refused');
      },
    });

  it('keeps the order of a conversation and notes each arrival', async () => {
    const id = await waiting('一', '二');
    expect(await sendDue(deps())).toBe(1);
    expect(await sendDue(deps())).toBe(1);
    expect(await sendDue(deps())).toBe(0);
    expect(sent).toEqual(['一', '二']);
    const kinds = (await readStream(store, id)).map(({ event }) => event.kind);
    expect(kinds).toEqual(['ConversationOpened', 'Delivered', 'Delivered']);
  });

  it('waits longer after each failure and lets nothing overtake', async () => {
    await waiting('一', '二');
    await sendDue(down());
    clock += 9_999;
    expect(await sendDue(deps())).toBe(0);
    clock += 1;
    await sendDue(down());
    clock += 19_999;
    expect(await sendDue(deps())).toBe(0);
    clock += 1;
    expect(await sendDue(deps())).toBe(1);
    expect(sent).toEqual(['一']);
  });

  it('gives up after eight tries, puts that on record and goes on with the next', async () => {
    const id = await waiting('一', '二');
    for (let tries = 0; tries < 8; tries += 1) {
      await sendDue(down());
      clock += 600_000;
    }
    const failed = (await readStream(store, id)).find(
      ({ event }) => event.kind === 'DeliveryFailed',
    );
    expect(failed?.event).toMatchObject({ tries: 8, error: 'Error: connection refused' });
    await sendDue(deps());
    expect(sent).toEqual(['二']);
  });

  it('lets a hundred customers who cannot be reached stand in nobody’s way', async () => {
    for (let i = 0; i < 100; i += 1) await waiting('到不了');
    await sendDue(down());
    // Behind all of them, however the hundred are looked through.
    await waitingIn(conversationId(`zzz${newConversationId()}`), '到得了', '接着');
    expect(await sendDue(deps())).toBe(1);
    expect(sent).toEqual(['到得了']);
  });

  it('leaves alone what another path is about to deliver', async () => {
    const id = await waiting('一');
    expect(await sendDue(deps({ isAwaited: (conversation) => conversation === id }))).toBe(0);
    expect(sent).toEqual([]);
  });

  it('is one process’s work at a time', async () => {
    await waiting('一');
    await sendDue(deps({ owner: 'one', isAwaited: () => true }));
    expect(await sendDue(deps({ owner: 'two' }))).toBe(0);
    expect(await sendDue(deps({ owner: 'one' }))).toBe(1);
  });
});
