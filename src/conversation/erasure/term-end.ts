import { setImmediate } from 'node:timers/promises';
import { classOf, keptUntil } from '../../compliance/retention.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { caseStream } from '../cases/events.js';
import { oldCases, oldConversations, openCaseOf } from '../queries/erasure.js';
import { keepInHouse } from '../house-stream.js';
import { destroyWords } from './carry-out.js';
import { factsOf } from './plan.js';
import type { ErasureDeps } from './record.js';
import { erasureId, openCase } from './record.js';

/** 到期销毁留痕: the rules of their day say that these need not, and so must not, be kept any longer. */
export interface TermEnded {
  readonly kind: 'TermEnded';
  readonly rules: string;
  readonly streams: readonly string[];
}

const PAGE = 200;
const DAY_MS = 86_400_000;

interface Old {
  readonly stream: string;
  readonly customer: string | null;
}

/** Everything whose term may end by itself, by id. */
const SOURCES = [
  { rowsOf: oldConversations, streamOf: (id: string) => id },
  { rowsOf: oldCases, streamOf: caseStream },
] as const;

interface Ended {
  readonly destroyed: number;
  readonly opened: number;
}

/**
 * What has reached the end of its term: destroyed where the rules ask for nobody's word, and put
 * before two people where they do. Gives how many of each.
 */
export async function endTerms(deps: ErasureDeps): Promise<Ended> {
  const at = deps.now();
  const shortest = Math.min(
    deps.rules().anonymousDays,
    ...yearsOf(deps).map((years) => years * 365),
  );
  const before = at - shortest * DAY_MS;
  let [destroyed, opened] = [0, 0];
  for (const { rowsOf, streamOf } of SOURCES) {
    let after = '';
    for (;;) {
      const page = await rowsOf(deps.store, before, after, PAGE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      const old = page.map((row) => ({ stream: streamOf(row.id), customer: row.customer_id }));
      const ended = await endPage(deps, old, at);
      destroyed += ended.destroyed;
      opened += ended.opened;
    }
  }
  return { destroyed, opened };
}

async function endPage(deps: ErasureDeps, page: readonly Old[], at: Instant): Promise<Ended> {
  const { store, rules } = deps;
  const living = new Set(await store.keys.living(page.map(({ stream }) => stream)));
  const over: string[] = [];
  let opened = 0;
  for (const { stream, customer } of page) {
    // A round over many conversations leaves room for whoever waits for an answer.
    await setImmediate();
    const ended = living.has(stream) ? await endOf(deps, stream, customer, at) : 'keep';
    if (ended === 'destroy') over.push(stream);
    if (ended === 'ask') opened += 1;
  }
  if (over.length > 0) {
    const event: TermEnded = { kind: 'TermEnded', rules: rules().version, streams: over };
    await keepInHouse(deps, event);
    await destroyWords(deps, over);
    await store.scour('log');
  }
  return { destroyed: over.length, opened };
}

const yearsOf = ({ rules }: ErasureDeps): readonly number[] =>
  Object.values(rules().classes)
    .map(({ keepYears }) => keepYears)
    .filter((years) => years > 0);

async function endOf(
  deps: ErasureDeps,
  stream: string,
  customer: string | null,
  at: Instant,
): Promise<'keep' | 'destroy' | 'ask'> {
  const { store, rules } = deps;
  const facts = await factsOf(store, stream, customer !== null);
  const held = classOf(rules(), facts);
  const until = keptUntil(rules(), facts, held);
  const today = toLocalDate(at);
  if (facts.isUnderWay || until === null || until > today) return 'keep';
  if (!rules().classes[held].fourEyes) return 'destroy';
  if (await openCaseOf(store, stream)) return 'keep';
  const id = erasureId(`${stream} ${until}`);
  const about = { why: 'term', customer, conversation: stream, received: today } as const;
  const commit = await store.commit(openCase(deps, id, about, at));
  return commit.kind === 'committed' ? 'ask' : 'keep';
}
