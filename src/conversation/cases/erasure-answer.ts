import { erasureAnswer } from '../../compliance/erasure-answer.js';
import type { RetentionRules } from '../../compliance/retention.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { ErasureCarriedOut, ErasureDeclined, Planned } from '../erasure/events.js';
import { caseOfErasure } from '../queries/customer-case.js';
import type { CaseDecided } from './events.js';
import { movedCase, readOf } from './record.js';

export interface ErasureAnswerDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  readonly rules: () => RetentionRules;
}

/**
 * Writes by which the one who asked is told what two people decided about a wish to be erased: what
 * is gone, what is only kept and until when, and why. None where nobody asked, or the case is gone.
 */
export async function erasureAnswerWrites(
  deps: ErasureAnswerDeps,
  id: string,
  ended: {
    readonly event: ErasureDeclined | ErasureCarriedOut;
    readonly by: string;
    readonly plan: readonly Planned[];
  },
): Promise<readonly Write[]> {
  const row = await caseOfErasure(deps.store, id);
  if (!row) return [];
  const record = await readOf(deps.store, row);
  if (record.state.stage !== 'open') return [];
  const { event, by, plan } = ended;
  const { outcome, words } =
    event.kind === 'ErasureDeclined'
      ? { outcome: 'refused' as const, words: event.reason }
      : erasureAnswer(deps.rules(), plan);
  const decided: CaseDecided = { kind: 'CaseDecided', by, outcome, words };
  return movedCase(deps, record, `staff:${by}`, [decided], deps.now());
}
