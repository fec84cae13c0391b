import { createHash } from 'node:crypto';
import { zipped } from '../../ledger/bundle/zipped.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toIso } from '../../terms/time.js';
import { copyPage } from './copy-page.js';
import { heldData } from './held-data.js';

export interface AccessCopy {
  readonly zip: Buffer;
  readonly sha256: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** 个人信息副本: to read and for a program (个人信息保护法 art. 45 [T]); null: nobody of that name. */
export async function accessCopy(
  { store, institution }: { readonly store: Store; readonly institution: string },
  customer: string,
  now: Instant,
): Promise<AccessCopy | null> {
  const data = await heldData(store, customer, now);
  if (!data) return null;
  const made = toIso(now);
  const json = JSON.stringify(
    { format: 'shuzhi-access-copy/1', institution, made, ...data },
    null,
    1,
  );
  const zip = await zipped(
    new Map([
      ['data.json', Buffer.from(`${json}\n`)],
      ['index.html', Buffer.from(copyPage(data, { institution, made }))],
    ]),
  );
  const lists = Object.entries(data).flatMap(([name, value]) =>
    Array.isArray(value) ? [[name, value.length] as const] : [],
  );
  return {
    zip,
    sha256: createHash('sha256').update(zip).digest('hex'),
    counts: Object.fromEntries(lists),
  };
}
