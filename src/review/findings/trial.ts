import type { TranscriptRule } from '../../compliance/transcript/transcript-rule.js';
import { readStream } from '../../conversation/stream.js';
import type { Instant } from '../../terms/time.js';
import type { InspectionDeps } from './inspection.js';
import { answersIn, customerThrough, shelfOf } from './known.js';
import { conversationsSince } from './queries.js';
import { transcriptOf } from './reading.js';

/** 试运行: what a rule would have found, before it counts. Nothing is kept. */

export interface Trial {
  readonly rule: string;
  readonly conversations: number;
  /** In how many of them it found something. */
  readonly fired: number;
  readonly findings: number;
  /** The latest of them. */
  readonly examples: readonly {
    readonly conversation: string;
    readonly seq: number;
    readonly start: number;
    readonly end: number;
  }[];
}

const PAGE = 200;
const EXAMPLES = 20;

export async function tryRule(
  { store, now, allowedHosts, learned }: Omit<InspectionDeps, 'rules'>,
  rule: TranscriptRule,
  { since, most }: { readonly since: Instant; readonly most: number },
): Promise<Trial> {
  const shelf = await shelfOf(store);
  const examples: Trial['examples'][number][] = [];
  let [conversations, fired, findings] = [0, 0, 0];
  let after: { opened: number; id: string } | null = null;
  while (conversations < most) {
    const page = await conversationsSince(
      store,
      since,
      after,
      Math.min(PAGE, most - conversations),
    );
    for (const { id, customer_id } of page) {
      const customerAt = await customerThrough(store, customer_id);
      const events = await readStream(store, id);
      const answerTo = await answersIn(store, id);
      const known = { customerAt, shelf, allowedHosts, learned, answerTo };
      const found = rule.inspect(transcriptOf(events, known, now()));
      conversations += 1;
      fired += found.length > 0 ? 1 : 0;
      findings += found.length;
      const shown = found.slice(0, EXAMPLES - examples.length);
      examples.push(...shown.map(({ seq, start, end }) => ({ conversation: id, seq, start, end })));
    }
    const last = page.at(-1);
    if (!last) break;
    after = { opened: Number(last.opened_at), id: last.id };
  }
  return { rule: rule.id, conversations, fired, findings, examples };
}
