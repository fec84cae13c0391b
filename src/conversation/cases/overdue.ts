import type { Write } from '../../store/store.js';
import { toLocalDate } from '../../terms/time.js';
import { runOverCases } from '../queries/customer-case.js';
import type { CaseDeps } from './record.js';
import { actOnCase } from './record.js';

const BATCH = 100;

/**
 * A job: puts on record, once for each day that was set, that it went by and the customer knows of
 * no outcome, and escalates. `also`: what else is to look at the conversation again. How many.
 */
export async function markOverdue(
  deps: CaseDeps,
  also: (conversation: string) => readonly Write[],
): Promise<number> {
  const rows = await runOverCases(deps.store, toLocalDate(deps.now()), BATCH);
  for (const { id, conversation_id: conversation } of rows) {
    const further = conversation === null ? [] : also(conversation);
    await actOnCase(deps, id, 'service', { do: 'run_over' }, () => further);
  }
  return rows.length;
}
