// Our side: the whole service as `createApp` makes it, with the scripted model in the LLM's place.
import { pino } from 'pino';
import { understandWithModel } from '../../dist/agent/understand/llm.js';
import { createApp } from '../../dist/app.js';
import { readConfig } from '../../dist/config.js';
import { receive } from '../../dist/conversation/intake.js';
import { newConversationId, openConversation } from '../../dist/conversation/opening.js';
import { createTurns } from '../../dist/conversation/turns.js';
import { publicProducts } from '../../dist/profiles/kyp.js';
import { loadWordings } from '../../dist/wording/prompts.js';
import { timeGuard } from './guard-times.mjs';
import { timePieces } from './pieces.mjs';
import { ScriptedModel } from './script.mjs';
import { serveSide, timeTalk } from './side.mjs';
import { observe } from './stages.mjs';

const config = readConfig({ DATA_DIR: process.env.DATA_DIR, DEMO: '1', PORT: '0' });
const wordings = loadWordings(new URL('../../prompts', import.meta.url).pathname);
const client = new ScriptedModel({});
const kept = { drafts: [], spoken: 0 };

/** Calls `_generate` as `agent/models/openai.ts` does. */
const model = {
  name: 'scripted',
  async ask({ messages }) {
    const { message } = (await client._generate(messages)).generations[0];
    return { text: message.text, calls: message.tool_calls ?? [], tokens: null };
  },
};

const app = await createApp(config, pino({ level: 'warn' }, pino.destination(2)), {
  agent(embedded) {
    kept.embedded = embedded;
    const understand = understandWithModel({
      model,
      prompts: wordings,
      institution: {
        name: config.institution.name,
        assistant: config.institution.assistant.name,
      },
      budgetMs: 30_000,
      now: Date.now,
      shelf: () => publicProducts(app.store),
    });
    return { ...embedded, understand, compose: overhearing(embedded.compose) };
  },
});

/** Keeps replies for `pieces`, and counts those in the model's own words. */
function overhearing(compose) {
  return async (context, settled, understanding) => {
    const draft = await compose(context, settled, understanding);
    if (understanding.candidate && draft.text.endsWith('[1]')) kept.spoken += 1;
    if (kept.drafts.length < 100) kept.drafts.push({ draft, words: context.messages[0].text });
    return draft;
  };
}

const intake = { store: app.store, origin: 'bench', now: Date.now };

/** One conversation through the real door of the turn: recorded, woken, and done when recorded again. */
const beginner = (turns, deps, mark) => async () => {
  const id = newConversationId();
  await openConversation(intake, {
    id,
    channel: 'directline',
    channelConv: id,
    customer: 'C1003',
    address: null,
    greeting: await app.greet('C1003'),
    isSent: false,
  });
  let key = 0;
  return async (words) => {
    const recorded = replyRecorded(deps.watch, id);
    mark(id, 'begin');
    const event = { text: words, value: null };
    const activity = { type: 'message', text: words };
    await receive(deps.intake, { conversation: id, key: `m${(key += 1)}`, activity, event });
    mark(id, 'received');
    turns.wake(id);
    await recorded;
    mark(id, 'recorded');
  };
};

const replyRecorded = (watch, id) =>
  new Promise((resolve) => {
    const stop = watch.follow(id, ({ kind }) => {
      if (kind !== 'recorded') return;
      stop();
      resolve();
    });
  });

/** A run counts only if every turn said the model's own words, so that nothing was skipped. */
async function talk({ questions, ...given }) {
  const before = { spoken: kept.spoken, replied: await countReplied() };
  const deps = { ...app.turnsDeps, intake };
  const timed = await timeTalk(
    given,
    questions,
    beginner(app.turns, deps, () => undefined),
  );
  await app.turns.idle();
  const spoken = kept.spoken - before.spoken;
  const replied = (await countReplied()) - before.replied;
  if (spoken !== timed.turns || replied !== timed.turns) {
    throw new Error(`${timed.turns} turns, ${replied} replied, ${spoken} in the model's words`);
  }
  return timed;
}

async function countReplied() {
  const { n } = await app.store.db
    .selectFrom('attempt')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('outcome', '=', 'replied')
    .executeTakeFirstOrThrow();
  return n;
}

/** The same talk once more under observation; after it the service itself runs no turn. */
async function stages({ questions, ...given }) {
  // Its lease recovery would take conversations that wait here.
  await app.turns.stop();
  const { deps, mark, table } = observe({ ...app.turnsDeps, intake });
  const turns = createTurns(deps);
  await timeTalk(given, questions, beginner(turns, deps, mark));
  await turns.idle();
  return table();
}

serveSide({
  talk,
  stages,
  pieces: (given) => timePieces({ app, ...kept }, given),
  guard: (given) => timeGuard({ app, ...kept }, given),
  stop: () => app.close(),
});
