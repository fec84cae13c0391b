import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, receivedFile } from '../../src/conversation/attachments.js';
import type { ReceivedFile } from '../../src/conversation/attachments.js';
import type { MessageReceived } from '../../src/conversation/events.js';
import { receive } from '../../src/conversation/intake.js';
import { newConversationId, openConversation } from '../../src/conversation/opening.js';
import { readStream } from '../../src/conversation/stream.js';
import { verifyChain } from '../../src/ledger/chain.js';
import type { Store } from '../../src/store/store.js';
import { storedEntries } from '../ledger/stored-entries.js';
import { databases } from '../store/databases.js';

describe.each(databases)('files that come with a message, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const intake = () => ({ store, origin: 'test', now: Date.now });

  const opened = async () => {
    const id = newConversationId();
    await openConversation(intake(), {
      id,
      channel: 'directline',
      channelConv: id,
      customer: null,
      address: null,
      greeting: null,
      isSent: false,
    });
    return id;
  };

  const send = (conversation: string, files: readonly ReceivedFile[], key = 'k', text = '') =>
    receive(intake(), {
      conversation,
      key,
      activity: { type: 'message', text },
      event: { text, value: null },
      files,
    });

  const messages = async (conversation: string) =>
    (await readStream(store, conversation)).flatMap(({ event }) =>
      event.kind === 'MessageReceived' ? [event as MessageReceived] : [],
    );

  const rows = () => store.db.selectFrom('attachment').selectAll().execute();

  it('are named by the record and read back byte for byte', async () => {
    const conversation = await opened();
    const content = randomBytes(300_000);
    const file = receivedFile('账单.png', 'image/png', content);
    expect(await send(conversation, [file])).toMatchObject({ kind: 'accepted' });
    const [message] = await messages(conversation);
    expect(message?.attachments).toEqual([
      {
        id: createHash('sha256').update(content).digest('hex'),
        name: '账单.png',
        mediaType: 'image/png',
        size: 300_000,
      },
    ]);
    const kept = await readFile(store, conversation, file.id);
    expect(Buffer.compare(Buffer.from(kept!.content), content)).toBe(0);
  });

  it('are kept once when the same bytes come again, and belong to one conversation alone', async () => {
    const [one, other] = [await opened(), await opened()];
    const file = receivedFile('a.png', 'image/png', randomBytes(20));
    await send(one, [file, file], 'k1');
    await send(one, [file], 'k2');
    expect(await rows()).toHaveLength(1);
    expect(await readFile(store, other, file.id)).toBeNull();
  });

  it('make the same words with other files another message', async () => {
    const conversation = await opened();
    const [a, b] = [1, 2].map(() => receivedFile('a.png', 'image/png', randomBytes(20)));
    expect(await send(conversation, [a!], 'k', '看看')).toMatchObject({ kind: 'accepted' });
    expect(await send(conversation, [a!], 'k', '看看')).toMatchObject({ kind: 'duplicate' });
    expect(await send(conversation, [b!], 'k', '看看')).toMatchObject({ kind: 'conflict' });
    expect((await rows()).map(({ id }) => id)).toEqual([a!.id]);
  });

  it('are not kept when their message is not', async () => {
    const file = receivedFile('a.png', 'image/png', randomBytes(20));
    expect(await send('nowhere', [file])).toEqual({ kind: 'unknown_conversation' });
    expect(await rows()).toEqual([]);
  });

  it('lose card and identity numbers from their names', () => {
    const { name } = receivedFile('身份证11010519491231002X.jpg', 'image/jpeg', randomBytes(4));
    expect(name).toBe('身份证［证件号］.jpg');
  });

  it('are gone once erased, and the record still proves that something was there', async () => {
    const conversation = await opened();
    const file = receivedFile('a.png', 'image/png', randomBytes(20));
    await send(conversation, [file]);
    const erase = (table: 'attachment' | 'event', values: object, of: string) => ({
      query: store.db
        .updateTable(table)
        .set(values)
        .where(of as never, '=', conversation as never)
        .compile(),
    });
    await store.commit([
      erase('attachment', { content: null, name: null }, 'conversation_id'),
      erase('event', { body: null, salt: null }, 'stream'),
    ]);
    expect(await readFile(store, conversation, file.id)).toBeNull();
    const entries = await storedEntries(store, conversation);
    expect(verifyChain(entries)).toMatchObject({
      kind: 'intact',
      erased: 2,
    });
  });
});
