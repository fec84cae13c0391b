import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { draftWrites, proposalId, readProposal } from '../../src/conversation/proposal/record.js';
import { proposalStream } from '../../src/conversation/proposal/events.js';
import { readStream } from '../../src/conversation/stream.js';
import { verifyChain } from '../../src/ledger/chain.js';
import type { Store } from '../../src/store/store.js';
import { storedEntries } from '../ledger/stored-entries.js';
import { generateToken } from '../running-app.js';
import { samplePlan } from '../terms/sample-plan.js';
import type { Ground } from './ground.js';
import { grounds } from './ground.js';
import { startService } from './service.js';

/** A signature and its notice commit once each. */
const POINTS = [1, 2].flatMap((commit) =>
  (['before', 'after'] as const).map((when) => ({ commit, when })),
);
const ROUND_MS = 120_000;
const ID = proposalId('crash', 0);

describe.each(grounds)('a kill -9 around a signature, on $name', ({ prepare }) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await prepare();
  });
  afterEach(async () => {
    await ground.remove();
  });

  const decline = async (url: string): Promise<boolean> => {
    const token = readFileSync(join(ground.env['DATA_DIR']!, 'cli-token'), 'utf8').trim();
    const response = await fetch(`${url}/api/v1/operations/proposals/${ID}/decisions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ do: 'decline', as: 'advisor1', reason: '先和我聊聊再定。' }),
    }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as { stage?: string } | null;
    return answer?.stage === 'declined';
  };

  it.each(POINTS)(
    '$when commit $commit loses nothing and tells the customer once',
    async ({ commit, when }) => {
      const dying = await startService(ground.env, commit, when);
      const { conversationId } = await openAs(dying.url, 'C1003');
      const store = await ground.open();
      await putDraft(store, conversationId);
      await dying.arm();
      const acknowledged = await decline(dying.url);
      await dying.gone;
      const next = await startService(ground.env);
      // Who got no answer signs again; a signature on record is refused, and stands.
      if (!acknowledged) await decline(next.url);
      await told(store);
      next.kill();
      await next.gone;
      const events = await readStream(store, conversationId);
      const notices = events.filter(
        ({ event }) => event.kind === 'ReplyDecided' && event.outcome.kind === 'notice',
      );
      expect(notices).toHaveLength(1);
      for (const stream of [conversationId, proposalStream(ID)]) {
        expect(verifyChain(await storedEntries(store, stream)).kind).toBe('intact');
      }
      await store.close();
    },
    ROUND_MS,
  );
});

async function openAs(url: string, customer: string) {
  const { token, conversationId } = await generateToken(url, `dl_${customer}`);
  await fetch(`${url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  return { conversationId };
}

async function putDraft(store: Store, conversation: string): Promise<void> {
  const plan = samplePlan({ products: [] });
  const put = { customer: 'C1003', conversation, turn: 'crash', plan };
  await store.commit(draftWrites(store, 'test', ID, put, Date.now()));
}

/** Waits until the end stands in the conversation. */
async function told(store: Store): Promise<void> {
  for (;;) {
    const proposal = await readProposal(store, ID);
    if (proposal?.state.stage !== 'declined') throw new Error('the signature is lost');
    if (!proposal.state.untold) return;
    await new Promise(setImmediate);
  }
}
