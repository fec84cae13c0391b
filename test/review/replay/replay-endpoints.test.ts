import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReplyDecided } from '../../../src/conversation/events.js';
import { HOUSE_STREAM } from '../../../src/conversation/house-stream.js';
import { MOST_ANSWERS, isAnswer } from '../../../src/conversation/replay/replay.js';
import { append, readStream } from '../../../src/conversation/stream.js';
import { GENESIS_HASH } from '../../../src/ledger/chain.js';
import type { Desk } from '../../desk/desk-room.js';
import { openDesk } from '../../desk/desk-room.js';

/** Compliance has answers made again, and asks who approved them. */

let room: Desk;
beforeAll(async () => {
  room = await openDesk();
}, 60_000);
afterAll(() => room.stop());

const officer = () => room.signIn('officer', 'compliance');

async function asked(words: string) {
  const customer = await room.customer();
  await customer.say(words);
  const reply = (await customer.record()).findLast(({ event }) => event.kind === 'ReplyDecided');
  return { id: customer.id, seq: reply?.seq ?? 0 };
}

const replays = (conversation: string, token: string, turn: number | null = null) =>
  room.call('POST', '/review/replays', token, { conversation, turn });

describe('a replay at the door of compliance', () => {
  it('makes an answer again to the byte, and that somebody looked goes on record', async () => {
    const { id } = await asked('什么是基金定投？');
    const { status, body } = await replays(id, await officer());
    expect(status).toBe(200);
    expect(body).toMatchObject({ conversation: id, identical: 1, different: 0 });
    const house = await readStream(room.running.app.store, HOUSE_STREAM);
    expect(house.at(-1)?.event).toEqual({
      kind: 'ConversationReplayed',
      conversation: id,
      turn: null,
      by: 'officer',
    });
  });

  it('takes one answer by its number, and no number that is none', async () => {
    const { id } = await asked('什么是基金定投？');
    const token = await officer();
    const all = (await replays(id, token)).body.answers;
    const last = (await replays(id, token, all.length)).body.answers;
    expect(last).toEqual([all.at(-1)]);
    expect((await replays(id, token, 99)).status).toBe(404);
    const at = (seq: number) =>
      room.call('POST', '/review/replays', token, { conversation: id, seq });
    const { body } = await at(all.at(-1).seq);
    expect(body.answers).toEqual(last);
    expect(last[0].marked).toEqual([{ sign: ' ', text: last[0].then }]);
    expect((await at(1)).status).toBe(404);
    expect((await replays('nowhere', token)).status).toBe(404);
  });

  it('of more answers than are made at once is refused with how many there are', async () => {
    const { store } = room.running.app;
    const { id, seq } = await asked('什么是基金定投？');
    const reply = (await readStream(store, id, seq - 1, 1))[0]!;
    const other = { ...reply, event: { ...reply.event, turn: 'another' } as ReplyDecided };
    const head = { nextSeq: seq + 100, headHash: GENESIS_HASH };
    const many = Array.from({ length: MOST_ANSWERS }, () => other);
    await store.commit(append(store, 'test', id, head, many).writes);
    const { status, body } = await replays(id, await officer());
    expect(status).toBe(422);
    expect(body.title).toMatch(/有 20\d 条回复，一次最多重做 200 条/);
    const all = (await readStream(store, id)).filter(isAnswer);
    const nth = 1 + all.findIndex((one) => one.seq === seq);
    expect((await replays(id, await officer(), nth)).body).toMatchObject({ identical: 1 });
  });

  it('is for compliance, and for the command line on the machine itself', async () => {
    const { id } = await asked('什么是基金定投？');
    for (const role of ['advisor', 'operator', 'admin', 'auditor'] as const) {
      expect((await replays(id, await room.signIn(`a-${role}`, role))).status).toBe(403);
    }
    const told = { conversation: id, turn: null };
    expect((await room.call('POST', '/operations/replays', room.terminal, told)).status).toBe(200);
  });
});

describe('who approved a sentence', () => {
  it('knows a template by its first words, as its readers do', async () => {
    const { id, seq } = await asked('借呗借钱买基金行吗');
    const path = `/review/conversations/${id}/answers/${seq}/sources`;
    const { body } = await room.call('GET', path, await officer());
    expect(body.sources[0]).toMatchObject({
      ...{ role: 'template', title: expect.stringMatching(/^借.*。$/) },
    });
  });

  it('is told of every template and document behind it, with version, date and author', async () => {
    const { id, seq } = await asked('什么是基金定投？');
    const path = `/review/conversations/${id}/answers/${seq}/sources`;
    const { body } = await room.call('GET', path, await officer());
    const release = { by: 'release', author: expect.stringMatching(/^release \d/), approver: null };
    expect(body.sources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: 'template', hash: expect.any(String), ...release }),
        expect.objectContaining({
          role: 'document',
          title: expect.any(String),
          effective: expect.stringMatching(/^\d{4}-/),
          since: expect.any(String),
          ...release,
        }),
        expect.objectContaining({ role: 'rules', by: 'release', approver: null }),
        expect.objectContaining({ role: 'program', by: 'release', approver: null }),
      ]),
    );
  });

  it('is not told of what is no reply', async () => {
    const { id } = await asked('什么是基金定投？');
    const path = `/review/conversations/${id}/answers/1/sources`;
    expect((await room.call('GET', path, await officer())).status).toBe(404);
  });
});
