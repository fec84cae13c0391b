import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { ConversationEvent } from '../events.js';
import { withoutCase } from '../queries/customer-case.js';
import { findErasure } from '../queries/erasure.js';
import { readEvents } from '../queries/stream.js';
import { readStream } from '../stream.js';
import type { CaseOpened } from './events.js';
import { caseStream } from './events.js';
import type { OpeningDeps } from './opening.js';
import { caseAskedFor, rightCaseWrites } from './opening.js';
import { caseId } from './number.js';

const BATCH = 50;

type Lacking = Awaited<ReturnType<typeof withoutCase>>[number];

/**
 * A job: what was filed or asked for before there were cases gets one, with its clock running from
 * the day it was said. How many.
 */
export async function openMissing(deps: OpeningDeps): Promise<number> {
  let opened = 0;
  let after = '';
  for (;;) {
    const page = await withoutCase(deps.store, after, BATCH);
    for (const place of page) opened += await openIn(deps, place);
    const last = page.at(-1);
    if (!last || page.length < BATCH) return opened;
    after = last.id;
  }
}

async function openIn(deps: OpeningDeps, { id, customer_id: customer }: Lacking): Promise<number> {
  let opened = 0;
  for (const { at, event } of await readStream(deps.store, id)) {
    const asked = await missing(deps, { conversation: id, customer }, event, at);
    // A conflict: it has one already.
    const commit = asked && (await deps.store.commit(rightCaseWrites(deps, asked, at, null)));
    if (commit?.kind === 'committed') opened += 1;
  }
  return opened;
}

/** Null: nothing is asked for, or it has or had a case; one whose words are gone is not begun again. */
async function missing(
  deps: OpeningDeps,
  place: { readonly conversation: string; readonly customer: string | null },
  event: ConversationEvent,
  at: Instant,
): Promise<CaseOpened | null> {
  const { store } = deps;
  const asked = caseAskedFor(deps, place, event, at);
  if (!asked) return null;
  const stream = caseStream(caseId(asked.cause, asked.matter));
  if ((await readEvents(store, stream, 0, 1)).length > 0) return null;
  return { ...asked, erasure: await undecided(store, asked.erasure) };
}

/** An erasure that was decided before answers no case any more: a person does. */
async function undecided(store: Store, id: string | null): Promise<string | null> {
  const erasure = id === null ? undefined : await findErasure(store, id);
  return erasure && erasure.stage !== 'declined' && erasure.stage !== 'done' ? erasure.id : null;
}
