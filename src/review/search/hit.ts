import type { ConversationEvent } from '../../conversation/events.js';
import { fold } from '../../language/fold.js';
import type { Instant } from '../../terms/time.js';
import type { Searched, What } from './index/words.js';
import { searchedIn } from './index/words.js';
import type { Excerpt } from './matching.js';
import { excerptOf, marksIn } from './matching.js';
import type { Wanted } from './plan.js';
import type { candidates } from './queries/candidates.js';

export interface Hit extends Excerpt {
  readonly id: number;
  readonly conversation: string;
  readonly seq: number;
  readonly at: Instant;
  readonly channel: string;
  readonly customer: string | null;
  readonly what: What;
  readonly employee: string | null;
  readonly rules: readonly string[];
  readonly verdict: string | null;
}

type Row = Awaited<ReturnType<typeof candidates>>[number];

/**
 * Read again, word for word: what shares its hashes with what was meant is not meant, and what was
 * frozen since is nobody's to find. Null: it is not.
 */
export function hitOf(row: Row, wanted: Wanted): Omit<Hit, 'rules'> | null {
  const searched =
    row.body === null || row.restricted_at !== null
      ? null
      : searchedIn({ kind: row.kind, ...JSON.parse(row.body) } as ConversationEvent);
  if (!searched || !isMeant(searched, row, wanted)) return null;
  const marks = marksIn(searched.text, wanted.words);
  if (!marks) return null;
  return {
    id: Number(row.id),
    conversation: row.stream,
    seq: row.seq,
    at: Number(row.at),
    channel: row.channel,
    customer: row.customer_id,
    what: searched.what,
    employee: searched.by,
    verdict: row.verdict,
    ...excerptOf(searched.text, marks),
  };
}

function isMeant(searched: Searched, row: Row, { order, people, products }: Wanted): boolean {
  const { channel, what, person, product, from, to } = order;
  const at = Number(row.at);
  if ((from !== null && at < from) || (to !== null && at >= to)) return false;
  if (channel !== null && row.channel !== channel) return false;
  if (what.length > 0 && !what.includes(searched.what)) return false;
  const are = (id: string | null) => id !== null && people.includes(id);
  if (person !== null && !are(row.customer_id) && !are(searched.by)) return false;
  return product === null || isAbout(searched, products);
}

function isAbout(searched: Searched, products: Wanted['products']): boolean {
  const text = fold(searched.text).text;
  return products.some(
    ({ code, name }) =>
      searched.products.includes(code) ||
      text.includes(fold(code).text) ||
      text.includes(fold(name).text),
  );
}
