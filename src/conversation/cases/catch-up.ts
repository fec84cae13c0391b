import type { Store } from '../../store/store.js';
import { withoutCase } from '../queries/customer-case.js';
import { readStream } from '../stream.js';
import type { OpeningDeps } from './opening.js';
import { complaintWrites, openedInChat, rightCaseWrites } from './opening.js';

const BATCH = 50;

/**
 * A job: what was filed or asked for before there were cases gets one, with its clock running from
 * the day it was said. How many.
 */
export async function openMissing(deps: OpeningDeps & { readonly store: Store }): Promise<number> {
  let opened = 0;
  for (const { id, customer_id: customer } of await withoutCase(deps.store, BATCH)) {
    const place = { conversation: id, customer };
    for (const { at, event } of await readStream(deps.store, id)) {
      const writes =
        event.kind === 'ComplaintFiled'
          ? complaintWrites(deps, place, event, at)
          : event.kind === 'PrivacyRequested'
            ? rightCaseWrites(deps, openedInChat(deps, place, event, at), at, null)
            : [];
      if (writes.length === 0) continue;
      // A conflict: it has one already.
      if ((await deps.store.commit(writes)).kind === 'committed') opened += 1;
    }
  }
  return opened;
}
