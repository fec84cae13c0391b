import type { ConversationRow } from '../store/schema.js';
import type { Store, Write } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import { advanceHead, findConversation } from './queries/conversation.js';
import type { Happened } from './stream.js';
import { append } from './stream.js';

const MAX_RACES = 20;

/**
 * Puts events on record outside a turn, together with other writes, wherever the head now is.
 * `also` may depend on where that is. False: one of the other writes did not hold any more, and nothing was recorded.
 */
export async function recordEvents(
  store: Store,
  origin: string,
  conversation: string,
  happened: readonly Happened[],
  also: readonly Write[] | ((at: ConversationRow) => readonly Write[]) = [],
): Promise<boolean> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const row = await findConversation(store, conversation);
    if (!row) throw new StoreFailure(`conversation ${conversation} does not exist`);
    const from = { nextSeq: row.next_seq, headHash: row.head_hash };
    const { writes, head } = append(store, origin, conversation, from, happened);
    const others = typeof also === 'function' ? also(row) : also;
    const unit = [advanceHead(store, conversation, from.nextSeq, head), ...writes, ...others];
    const commit = await store.commit(unit);
    if (commit.kind === 'committed') return true;
    // Write 0 is the head: somebody recorded meanwhile. Any other has lost its ground for good.
    if (commit.write !== 0) return false;
  }
  throw new StoreFailure(`no place found at the head of ${conversation}`);
}
