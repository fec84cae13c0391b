import { randomBytes } from 'node:crypto';
import { GENESIS_HASH, seal } from '../ledger/chain.js';
import type { Store, Write } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import type { Actor, ConversationEvent, Recorded } from './events.js';
import type { NoteTaken } from './handoff/events.js';
import type { ProposalEvent } from './proposal/events.js';
import { insertMention } from './queries/mention.js';
import { insertEvent, insertLedgerEntry, insertMessage, readEvents } from './queries/stream.js';

/** Where a stream stands: the next sequence number and the hash its next entry must name. */
export interface Head {
  readonly nextSeq: number;
  readonly headHash: string;
}

export const newHead: Head = { nextSeq: 1, headHash: GENESIS_HASH };

export interface Happened<
  E extends { readonly kind: string } = ConversationEvent,
  A extends string = Actor,
> {
  readonly actor: A;
  readonly at: Instant;
  readonly event: E;
}

/** Writes that put events, their ledger entries and their projection at the head of a stream. */
export const append = (
  store: Store,
  origin: string,
  stream: string,
  head: Head,
  happened: readonly Happened<ConversationEvent | ProposalEvent>[],
) =>
  appendTo(store, origin, stream, head, happened, (seq, { at, event }) => {
    const words = utteranceOf(event);
    if (words) return [insertMessage(store, { conversation_id: stream, seq, at, ...words })];
    return event.kind === 'NoteTaken' ? mentionWrites(store, { stream, seq, at }, event) : [];
  });

const mentionWrites = (
  store: Store,
  { stream, seq, at }: { readonly stream: string; readonly seq: number; readonly at: Instant },
  { by, mentions = [] }: NoteTaken,
): readonly Write[] =>
  mentions.map((employee_id) =>
    insertMention(store, {
      conversation_id: stream,
      seq,
      employee_id,
      by_employee: by.id,
      at,
      seen_at: null,
    }),
  );

/** The same for a stream of any other kind of events; `project` gives what else one changes. */
export function appendTo<E extends { readonly kind: string }, A extends string>(
  store: Store,
  origin: string,
  stream: string,
  head: Head,
  happened: readonly Happened<E, A>[],
  project: (seq: number, one: Happened<E, A>) => readonly Write[] = () => [],
): { readonly writes: readonly Write[]; readonly head: Head } {
  const writes: Write[] = [];
  let { nextSeq, headHash } = head;
  for (const one of happened) {
    const { actor, at, event } = one;
    const { kind, ...body } = event;
    const sealed = seal(
      { origin, stream, seq: nextSeq, previousHash: headHash, at, kind, actor, body },
      randomBytes(32).toString('hex'),
    );
    const { entry, hash, ...kept } = sealed;
    writes.push(
      insertEvent(store, { stream, seq: nextSeq, kind, at, actor, ...kept }),
      insertLedgerEntry(store, { stream, cseq: nextSeq, hash, entry }),
      ...project(nextSeq, one),
    );
    headHash = hash;
    nextSeq += 1;
  }
  return { writes, head: { nextSeq, headHash } };
}

function utteranceOf(event: ConversationEvent | ProposalEvent) {
  if (event.kind === 'MessageReceived') {
    return { role: 'customer' as const, text: event.text, turn_id: null };
  }
  if (event.kind === 'ReplyDecided') {
    return { role: 'assistant' as const, text: event.statement.text, turn_id: event.turn };
  }
  if (event.kind === 'AdvisorSaid') {
    return { role: 'advisor' as const, text: event.statement.text, turn_id: null };
  }
  return null;
}

/** The events of a stream after `after`, in order; erased ones are left out. */
export async function readStream(
  store: Store,
  stream: string,
  after = 0,
  limit?: number,
): Promise<readonly Recorded[]> {
  const rows = await readEvents(store, stream, after, limit);
  return rows.flatMap((row) => {
    if (row.body === null) return [];
    const event = { kind: row.kind, ...JSON.parse(row.body) } as ConversationEvent;
    return [{ seq: row.seq, at: row.at, actor: row.actor as Actor, event }];
  });
}
