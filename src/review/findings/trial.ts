import { setImmediate } from 'node:timers/promises';
import { readStream } from '../../conversation/stream.js';
import type { Instant } from '../../terms/time.js';
import type { InspectionDeps } from './inspection.js';
import { answersIn, customerThrough, shelfOf } from './known.js';
import { conversationsBetween } from './queries.js';
import { transcriptOf } from './reading.js';
import type { Hit, TriedRule } from './tried-rule.js';

/** 试运行: what a rule would have found, before it counts. Nothing is kept. */

export interface TrialRange {
  readonly since: Instant;
  readonly until: Instant;
  /** Conversations that are read at most, the latest first. */
  readonly most: number;
  /** For how long it is read at most. */
  readonly mostMs: number;
}

export interface Trial {
  readonly rule: string;
  readonly conversations: number;
  /** In how many of them it found something. */
  readonly fired: number;
  readonly findings: number;
  /** What had been decided then of what it found. */
  readonly then: Readonly<Record<Hit['then'], number>>;
  /** Why not all of the range was read; null: it was. */
  readonly cut: 'most' | 'time' | null;
  readonly ms: number;
  /** The latest of them. */
  readonly examples: readonly Example[];
}

interface Example extends Hit {
  readonly conversation: string;
}

const PAGE = 100;
const EXAMPLES = 20;

type TrialDeps = Pick<InspectionDeps, 'store' | 'now' | 'allowedHosts' | 'learned'>;

/** Customers' turns go on meanwhile: after every conversation whoever waits has theirs. */
export async function tryRule(deps: TrialDeps, rule: TriedRule, range: TrialRange): Promise<Trial> {
  const begun = performance.now();
  const spent = (): number => performance.now() - begun;
  const hitsIn = await reader(deps, rule);
  const tally = newTally();
  let cut: Trial['cut'] = null;
  for await (const one of conversationsIn(deps, range)) {
    cut = tally.conversations >= range.most ? 'most' : spent() >= range.mostMs ? 'time' : null;
    if (cut !== null) break;
    count(tally, one.id, await hitsIn(one));
    await setImmediate();
  }
  return { rule: rule.id, ...tally, cut, ms: Math.round(spent()) };
}

interface Listed {
  readonly id: string;
  readonly customer_id: string | null;
}

async function* conversationsIn(
  { store }: TrialDeps,
  { since, until }: TrialRange,
): AsyncGenerator<Listed> {
  let after: { opened: number; id: string } | null = null;
  for (;;) {
    const page = await conversationsBetween(store, { since, until }, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = { opened: Number(last.opened_at), id: last.id };
  }
}

async function reader({ store, now, allowedHosts, learned }: TrialDeps, rule: TriedRule) {
  const shelf = await shelfOf(store);
  return async ({ id, customer_id }: Listed): Promise<readonly Hit[]> => {
    const customerAt = await customerThrough(store, customer_id);
    const events = await readStream(store, id);
    const answerTo = await answersIn(store, id);
    const known = { customerAt, shelf, allowedHosts, learned, answerTo };
    return rule.hits({ events, allowedHosts, transcript: transcriptOf(events, known, now()) });
  };
}

type Tally = {
  -readonly [Field in 'conversations' | 'fired' | 'findings']: number;
} & { readonly then: Record<Hit['then'], number>; readonly examples: Example[] };

const newTally = (): Tally => ({
  conversations: 0,
  fired: 0,
  findings: 0,
  then: { passed: 0, reasoned: 0, blocked: 0, not_asked: 0 },
  examples: [],
});

function count(tally: Tally, conversation: string, hits: readonly Hit[]): void {
  tally.conversations += 1;
  tally.fired += hits.length > 0 ? 1 : 0;
  tally.findings += hits.length;
  for (const { then } of hits) tally.then[then] += 1;
  const shown = hits.slice(0, EXAMPLES - tally.examples.length);
  tally.examples.push(...shown.map((hit) => ({ conversation, ...hit })));
}
