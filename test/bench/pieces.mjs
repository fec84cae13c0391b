// What single pieces cost, in the process that has the whole service warm.
import { searchGeneral } from '../../dist/agent/tools/search-knowledge.js';
import { beat } from '../../dist/app/storage.js';
import { guard } from '../../dist/compliance/guard.js';
import { emptyState } from '../../dist/conversation/evolve.js';
import { conversationId, customerId } from '../../dist/terms/ids.js';
import { toLocalDate } from '../../dist/terms/time.js';

/**
 * Microseconds a call, one figure a round. `drafts` are replies composed while talking.
 *
 * @returns {Promise<Record<string, number[]>>}
 */
export async function timePieces({ app, embedded, drafts }, { questions, rounds, calls }) {
  const today = toLocalDate(Date.now());
  const index = app.knowledge.index();
  const { aiLabel, allowedHosts, houseWords, owner } = app.turnsDeps;
  const checks = (words) => ({
    speaker: 'bot',
    facts: [],
    passages: [],
    said: [words, ...houseWords],
    allowedHosts,
  });
  const noJournal = { run: () => Promise.reject(new Error('the embedded model reads nothing')) };
  const pieces = {
    'guard, one reply': (n) => {
      const { draft, words } = drafts[n % drafts.length];
      const { verdict } = guard(draft, checks(words), aiLabel);
      if (verdict !== 'pass') throw new Error(`the guard stopped: ${draft.text}`);
    },
    'search, one question': (n) => searchGeneral(index, questions[n % questions.length], today),
    'embedded understanding, one message': (n) =>
      embedded.understand(turnOf(questions[n % questions.length], today), noJournal),
    'durable commit, one at a time': () => beat(app.store, owner),
  };
  const times = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(pieces)) {
      const spent = await perCall(run, calls);
      // The first round warms up.
      if (round > 0) (times[name] ??= []).push(spent);
    }
  }
  times['characters of a reply'] = drafts.map(({ draft }) => draft.text.length);
  return times;
}

async function perCall(run, calls) {
  const started = performance.now();
  for (let n = 0; n < calls; n += 1) await run(n);
  return ((performance.now() - started) * 1_000) / calls;
}

function turnOf(words, today) {
  const conversation = conversationId('bench');
  const customer = customerId('C1003');
  const now = Date.now();
  return {
    conversation,
    customer,
    messages: [
      { conversation, customer, id: 'bench|1', text: words, value: null, attachments: [], at: now },
    ],
    state: emptyState,
    history: [],
    now,
    today,
    seed: 1,
    signal: new AbortController().signal,
  };
}
