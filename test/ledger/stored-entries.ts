import type { Store } from '../../src/store/store.js';

/** What the ledger kept of a conversation, in order, as `verifyChain` takes it. */
export const storedEntries = (store: Store, conversation: string) =>
  store.evidence
    .selectFrom('event')
    .innerJoin('ledger_entry', (join) =>
      join
        .onRef('ledger_entry.stream', '=', 'event.stream')
        .onRef('ledger_entry.cseq', '=', 'event.seq'),
    )
    .select(['seq', 'kind', 'at', 'actor', 'body', 'salt', 'entry', 'hash'])
    .where('event.stream', '=', conversation)
    .orderBy('seq')
    .execute();
