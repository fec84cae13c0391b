import type { Answered } from '../../compliance/erasure-answer.js';
import { erasureAnswer, shortAnswer } from '../../compliance/erasure-answer.js';
import type { Write } from '../../store/store.js';
import type { Finding } from '../../terms/finding.js';
import type { ErasureCarriedOut, ErasureDeclined, Planned } from '../erasure/events.js';
import type { ErasureDeps } from '../erasure/record.js';
import { caseOfErasure } from '../queries/customer-case.js';
import type { CaseDecided, CaseEvent } from './events.js';
import { evolveCase } from './evolve.js';
import type { CaseNoticeDeps } from './notice.js';
import { noticeOfCase, waitingIn } from './notice.js';
import type { CaseRecord } from './record.js';
import { movedCase, readOf } from './record.js';

export interface AnsweringDeps extends ErasureDeps, CaseNoticeDeps {}

/**
 * Writes by which the one who asked is told what two people decided about a wish to be erased: what
 * is gone, what is only kept and until when, and why. None where nobody asked, or the case is gone.
 */
export async function erasureAnswerWrites(
  deps: AnsweringDeps,
  id: string,
  ended: {
    readonly event: ErasureDeclined | ErasureCarriedOut;
    readonly by: string;
    readonly plan: readonly Planned[];
  },
): Promise<readonly Write[]> {
  const record = await openCaseOf(deps, id);
  if (!record) return [];
  const { event, by, plan } = ended;
  const answer: Answered =
    event.kind === 'ErasureDeclined'
      ? { outcome: 'refused', words: event.reason }
      : erasureAnswer(deps.rules(), plan);
  const decided: CaseDecided = { kind: 'CaseDecided', by, ...answer };
  const events = objectionsIn(deps, record, decided).length === 0 ? [decided] : inShort(decided);
  return movedCase(deps, record, `staff:${by}`, events, deps.now());
}

/** What the guard has against the reason of a no; nothing where nobody would be told it. */
export async function objectionsTo(
  deps: AnsweringDeps,
  id: string,
  { by, reason }: Pick<ErasureDeclined, 'by' | 'reason'>,
): Promise<readonly Finding[]> {
  const record = await openCaseOf(deps, id);
  if (!record) return [];
  return objectionsIn(deps, record, { kind: 'CaseDecided', by, outcome: 'refused', words: reason });
}

async function openCaseOf({ store }: ErasureDeps, id: string): Promise<CaseRecord | null> {
  const row = await caseOfErasure(store, id);
  const record = row ? await readOf(store, row) : null;
  return record?.state.stage === 'open' ? record : null;
}

function objectionsIn(
  deps: CaseNoticeDeps,
  { row, state }: CaseRecord,
  decided: CaseDecided,
): readonly Finding[] {
  const told = waitingIn(row.id, evolveCase(state, decided)).at(-1);
  const notice = told && noticeOfCase(deps, told);
  return !notice || notice.verdict === 'pass' ? [] : notice.findings;
}

/** What was decided is done whatever is said of it: the rest of the answer is a person's. */
const inShort = (decided: CaseDecided): readonly CaseEvent[] => [
  { kind: 'CaseEscalated', by: 'service', reason: '删除的答复没有通过检查，请专人告诉客户' },
  { ...decided, words: shortAnswer(decided.outcome === 'refused') },
];
