import { disclosureStream } from '../../conversation/disclosure-stream.js';
import { findHead, moveHead } from '../../conversation/queries/head.js';
import { appendTo, newHead } from '../../conversation/stream.js';
import { findCustomerRecord } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** 脱敏信息查看: who looked at a customer's own name and number, and when. */
export interface CustomerRevealed {
  readonly kind: 'CustomerRevealed';
  readonly by: string;
  readonly fields: readonly string[];
}

export interface DisclosureDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

export interface Disclosed {
  readonly name: string;
  readonly phone: string | null;
}

const MAX_RACES = 10;

/** What is masked everywhere else, once it is on record that somebody looks; null: not on file. */
export async function disclose(
  { store, origin, now }: DisclosureDeps,
  customer: string,
  by: string,
): Promise<Disclosed | null> {
  const record = await findCustomerRecord(store, customer);
  if (!record) return null;
  const stream = disclosureStream(customer);
  const event: CustomerRevealed = { kind: 'CustomerRevealed', by, fields: ['name', 'phone'] };
  for (let race = 0; race < MAX_RACES; race += 1) {
    const from = await findHead(store, stream);
    const { writes, head } = appendTo(store, origin, stream, from ?? newHead, [
      { actor: 'advisor' as const, at: now(), event },
    ]);
    const done = await store.commit([moveHead(store, stream, from, head), ...writes]);
    if (done.kind === 'committed') return { name: record.name, phone: record.phone ?? null };
  }
  throw new StoreFailure(`no place found at the head of ${stream}`);
}
