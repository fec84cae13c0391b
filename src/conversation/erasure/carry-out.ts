import type { WordsDestroyed } from '../../ledger/bundle/format.js';
import { findCustomer } from '../../profiles/kyc.js';
import { customerScope } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { AnsweringDeps } from '../cases/erasure-answer.js';
import { erasureAnswerWrites } from '../cases/erasure-answer.js';
import { keepInHouse } from '../house-stream.js';
import { reviewStream } from '../review-stream.js';
import {
  eraseStream,
  erasureRows,
  forgetAnswers,
  forgetMoments,
  forgetSearches,
  lastWord,
  sealOff,
} from '../queries/erasure.js';
import type { ErasureEvent, Planned } from './events.js';
import type { ErasureCase, ErasureDeps } from './record.js';
import { moved, readCase } from './record.js';

/**
 * Does what two people decided. Begun again after a crash it goes on: what is destroyed is on record
 * before it is, so that words are never missing without a reason.
 */
export async function carryOut(deps: AnsweringDeps, id: string): Promise<void> {
  const found = await readCase(deps, id);
  if (!found || found.state.stage !== 'approved') return;
  const { store } = deps;
  const { plan } = found.state.proposed ?? { plan: [] };
  const erased = streamsWith(plan, 'erase');
  const restricted = streamsWith(plan, 'restrict');
  const customer = found.row.why === 'term' ? null : (found.state.opened?.customer ?? null);
  await store.commit([
    ...(customer === null ? [] : await forgottenWith(store, customer)),
    forgetAnswers(store),
  ]);
  // What is derived goes with every request, whatever must be kept of the rest.
  const derived = customer === null ? [] : [customerScope(customer)];
  const keys = await destroyWords(deps, erased, derived);
  for (const stream of restricted) await store.commit(sealOff(store, stream, deps.now()));
  await close(deps, found, [
    ...(keys > 0
      ? [{ kind: 'KeysDestroyed' as const, streams: [...erased, ...derived], keys }]
      : []),
    {
      kind: 'ErasureCarriedOut',
      erased,
      restricted,
      retained: streamsWith(plan, 'retain'),
    },
  ]);
  await store.scour('log');
}

/** What is kept of a customer beside the record. */
async function forgottenWith(store: Store, id: string): Promise<readonly Write[]> {
  const name = (await findCustomer(store, id))?.name ?? null;
  return [forgetMoments(store, id), ...(await forgetSearches(store, { id, name }))];
}

const streamsWith = (plan: readonly Planned[], kind: Planned['verdict']['kind']) =>
  plan.filter(({ verdict }) => verdict.kind === kind).map(({ stream }) => stream);

/**
 * Destroys the keys of streams, all in one unit, then whatever lies under them; what reviewers said of a
 * conversation goes with it. `also`: keys whose rows are gone already. Gives the number of keys.
 */
export async function destroyWords(
  deps: Pick<ErasureDeps, 'store' | 'origin' | 'now'>,
  decided: readonly string[],
  also: readonly string[] = [],
): Promise<number> {
  const { store, now } = deps;
  const streams = decided.flatMap((stream) => [stream, reviewStream(stream)]);
  for (const stream of streams) {
    const last = await lastWord(store, stream);
    if (last === 0) continue;
    const seqs = Array.from({ length: last }, (_, i) => i + 1);
    const event: WordsDestroyed = { kind: 'WordsDestroyed', stream, seqs };
    await keepInHouse(deps, event);
  }
  const scopes = [...streams, ...also];
  const keys = scopes.length > 0 ? await store.keys.destroy(scopes, now()) : 0;
  for (const stream of streams) {
    const commit = await store.commit(eraseStream(store, stream, now()));
    if (commit.kind !== 'committed') throw new StoreFailure(`${stream} could not be erased`);
  }
  return keys;
}

async function close(
  deps: AnsweringDeps,
  { row, state }: ErasureCase,
  events: readonly ErasureEvent[],
): Promise<void> {
  const { writes } = moved(deps, row, state, 'service', events);
  const carried = events.find((event) => event.kind === 'ErasureCarriedOut');
  const { plan = [] } = state.proposed ?? {};
  const by = state.decidedBy ?? 'service';
  const answer = carried
    ? await erasureAnswerWrites(deps, row.id, { event: carried, by, plan })
    : [];
  // A conflict: another replica has closed it.
  await deps.store.commit([...writes, ...answer]);
}

const MOST = 100;

/** Goes on with what was decided and not done, after a crash. */
export async function carryOutDecided(deps: AnsweringDeps): Promise<void> {
  for (const { id } of await erasureRows(deps.store, ['approved'], MOST)) await carryOut(deps, id);
}
