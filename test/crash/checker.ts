import { readStream } from '../../src/conversation/stream.js';
import { verifyChain } from '../../src/ledger/chain.js';
import type { Store } from '../../src/store/store.js';
import { storedEntries } from '../ledger/stored-entries.js';

/** What holds after every fault (reliability.md §2.2); every violation in words. */
export async function violations(
  store: Store,
  acknowledged: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [conversation, keys] of acknowledged) {
    found.push(...(await inConversation(store, conversation, keys)));
  }
  const stuck = await store.db
    .selectFrom('inbox')
    .select('activity_id')
    .where('state', 'in', ['new', 'taken'])
    .execute();
  return [...found, ...stuck.map(({ activity_id }) => `I7 ${activity_id} is stuck`)];
}

async function inConversation(store: Store, conversation: string, keys: readonly string[]) {
  const found: string[] = [];
  const events = await readStream(store, conversation);
  const received = events.flatMap(({ event }) => (event.kind === 'MessageReceived' ? [event] : []));
  const keyOf = (activity: unknown) =>
    (activity as { channelData: { clientActivityID: string } }).channelData.clientActivityID;
  for (const key of keys) {
    const times = received.filter(({ activity }) => keyOf(activity) === key).length;
    if (times !== 1) found.push(`I1 ${key} is in the transcript ${times} times`);
  }
  const answered = events.flatMap(({ event }) =>
    event.kind === 'ReplyDecided' ? event.inReplyTo : [],
  );
  for (const { id } of received) {
    const times = answered.filter((one) => one === id).length;
    if (times !== 1) found.push(`I2 ${id} has ${times} outcomes`);
  }
  if (answered.some((id, index) => id < (answered[index - 1] ?? ''))) {
    found.push(`I3 ${conversation} was answered out of order`);
  }
  const chain = verifyChain(await storedEntries(store, conversation));
  if (chain.kind === 'broken') found.push(`I6 ${conversation}: ${chain.why} at ${chain.seq}`);
  return found;
}
