import { setImmediate } from 'node:timers/promises';
import { classOf, keptUntil } from '../../compliance/retention.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { oldConversations, openCaseOf } from '../queries/erasure.js';
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

/**
 * What has reached the end of its term: destroyed where the rules ask for nobody's word, and put
 * before two people where they do. Gives how many of each.
 */
export async function endTerms(
  deps: ErasureDeps,
): Promise<{ readonly destroyed: number; readonly opened: number }> {
  const { store, rules, now } = deps;
  const at = now();
  const shortest = Math.min(rules().anonymousDays, ...yearsOf(deps).map((years) => years * 365));
  let [after, destroyed, opened] = ['', 0, 0];
  for (;;) {
    const before = at - shortest * DAY_MS;
    const page = await oldConversations(store, before, after, PAGE);
    const last = page.at(-1);
    if (!last) return { destroyed, opened };
    after = last.id;
    const living = new Set(await store.keys.living(page.map(({ id }) => id)));
    const over: string[] = [];
    for (const { id: stream, customer_id: customer } of page) {
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
      destroyed += over.length;
    }
  }
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
  if (facts.isUnderWay || until === null || until > toLocalDate(at)) return 'keep';
  if (!rules().classes[held].fourEyes) return 'destroy';
  if (await openCaseOf(store, stream)) return 'keep';
  const id = erasureId(`${stream} ${until}`);
  const about = { why: 'term', customer, conversation: stream } as const;
  const commit = await store.commit(openCase(deps, id, about, at));
  return commit.kind === 'committed' ? 'ask' : 'keep';
}
