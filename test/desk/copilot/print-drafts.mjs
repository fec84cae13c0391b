// Prints what the copilot drafts for every message of `sixty-messages.yaml`, as an advisor who has the
// conversation sees it, for a person to read and judge. After a build; it judges nothing itself.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { parse } from 'yaml';
import { createApp } from '../../../dist/app.js';
import { readConfig } from '../../../dist/config.js';
import { handoffAt } from '../../../dist/conversation/handoff/projection.js';
import { act } from '../../../dist/conversation/handoff/record.js';
import { say } from '../../../dist/conversation/handoff/saying.js';
import { findConversation } from '../../../dist/conversation/queries/conversation.js';
import { readStream } from '../../../dist/conversation/stream.js';

/** A Wednesday morning: people are at work. */
const MORNING = Date.parse('2026-11-25T10:00:00+08:00');
const SECRET = 'a-secret-that-only-these-drafts-know-0123456789';
const ADVISOR = { id: 'advisor1', name: '周谨言', licences: ['fund'] };

/** Which talks: those beside this script, or another file of the same form. */
const file = process.argv[2] ?? new URL('sixty-messages.yaml', import.meta.url);
const talks = parse(readFileSync(file, 'utf8'));
const dataDir = mkdtempSync(join(tmpdir(), 'shuzhi-drafts-'));
const began = performance.now();
const limits = { LIMITS_CONVERSATIONS_PER_HOUR: '1000', LIMITS_TOKENS_PER_HOUR: '1000' };
const config = readConfig({ PORT: '0', DATA_DIR: dataDir, DIRECTLINE_SECRET: SECRET, ...limits });
const app = await createApp(config, pino({ level: 'silent' }), {
  now: () => MORNING + performance.now() - began,
  withJobs: false,
});
const url = `http://127.0.0.1:${await app.listen()}/v3/directline`;

async function post(path, token, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return answer.json();
}

/** A customer on a line of their own, whom a person has in hand. */
async function held(customer) {
  const from = { id: `dl_${customer}` };
  const { token, conversationId: id } = await post('/tokens/generate', SECRET, { user: from });
  await post('/conversations', token, {});
  const hear = async (text) => {
    await post(`/conversations/${id}/activities`, token, { type: 'message', from, text });
    await app.turns.idle();
  };
  await hear('转人工');
  await act(app.desk, id, { do: 'claim', by: ADVISOR, mayTakeOver: true });
  return { id, hear };
}

/** What the guard softly objects to is sent with a reason, as people do. */
async function sendAsItIs(id, { text }) {
  const row = await findConversation(app.store, id);
  const words = { text: text.replaceAll('**', ''), reason: '照资料原文答复' };
  await say(app.desk, id, ADVISOR, words, await handoffAt(app.store, row));
}

let nth = 0;
for (const { customer, says } of talks) {
  const { id, hear } = await held(customer);
  for (const text of says) {
    if (typeof text !== 'string') {
      await sendAsItIs(id, { text: text.advisor });
      process.stdout.write(`\n   ${ADVISOR.name}: ${text.advisor}\n`);
      continue;
    }
    const before = (await readStream(app.store, id)).length;
    const from = performance.now();
    await hear(text);
    const ms = performance.now() - from;
    const fresh = (await readStream(app.store, id)).slice(before).map(({ event }) => event);
    const offered = fresh.find(({ kind }) => kind === 'DraftOffered');
    const draft = offered?.draft;
    const cited = draft?.citations.map(({ title, article }) => `${title} ${article ?? ''}`.trim());
    // The advisor sends it as it is, so that the talk goes on from it.
    if (draft) await sendAsItIs(id, draft);
    process.stdout.write(
      [
        `\n${(nth += 1)}. ${customer} >> ${text}`,
        draft?.text ?? `(no draft: ${fresh.map(({ kind }) => kind).join(' ')})`,
        `   {${offered?.outcome?.kind ?? '-'}; ${cited?.join('; ') ?? ''}; ${draft?.cards.map(({ kind }) => kind).join(' ') ?? ''}; ${ms.toFixed(0)} ms}`,
        '',
      ].join('\n'),
    );
  }
}
await app.close();
rmSync(dataDir, { recursive: true, force: true });
