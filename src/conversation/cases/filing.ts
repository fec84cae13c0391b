import type { RetentionRules } from '../../compliance/retention.js';
import { complaintDeadlines } from '../../compliance/complaint-deadlines.js';
import { rightDue } from '../../compliance/rights.js';
import type { Right } from '../../compliance/rights.js';
import type { Write } from '../../store/store.js';
import type { LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { erasureId, openCase } from '../erasure/record.js';
import { findCase } from '../queries/customer-case.js';
import type { CaseOpened, Outside } from './events.js';
import { complaintOpened, rightCaseWrites } from './opening.js';
import type { CaseDeps } from './record.js';
import { caseId } from './number.js';
import { openCaseWrites } from './record.js';

/** 代客登记: what a customer files or asks for, taken down by a member of staff. */

export interface FilingDeps extends CaseDeps {
  readonly retention: () => RetentionRules;
}

/** Null: a visitor, and no chat. */
type Where = Pick<CaseOpened, 'customer' | 'channel' | 'conversation' | 'receipt'>;

interface Filed {
  readonly customer: string;
  readonly channel: Outside;
  readonly by: string;
  /** The day it came in, from which terms run: a letter may have lain. */
  readonly received: LocalDate;
  /** What names this one filing, so that a repeated request opens no second case. */
  readonly cause: string;
}

export interface FiledComplaint extends Omit<Filed, 'customer' | 'channel'>, Where {
  readonly words: string;
  readonly wish: string;
}

export interface FiledRight extends Filed {
  readonly right: Right;
  readonly words: string;
}

/** The id of the case. */
export async function fileComplaint(deps: FilingDeps, filed: FiledComplaint): Promise<string> {
  const at = deps.now();
  const deadlines = complaintDeadlines(filed.received);
  const opened = complaintOpened({ ...filed, deadlines });
  return kept(deps, caseId(filed.cause, 'complaint'), openCaseWrites(deps, opened, at));
}

/** The same for a right; what holds at once does, and the customer who stands there is told so. */
export async function fileRight(deps: FilingDeps, filed: FiledRight): Promise<string> {
  const { right: matter, ...request } = filed;
  const told = { ...request, cause: `${filed.cause}/${matter}` };
  const at = deps.now();
  const { customer, cause, by, channel, received } = told;
  const id = caseId(cause, matter);
  const erasure = matter === 'delete' ? erasureId(cause) : null;
  const opened = {
    kind: 'CaseOpened' as const,
    ...told,
    matter,
    wish: '',
    conversation: null,
    due: rightDue(matter, received, deps.retention().requestDays),
    deadlines: null,
    erasure,
  };
  const about = { why: 'request', customer, conversation: `rights:${id}`, received } as const;
  const erasing = erasure ? openCase({ ...deps, rules: deps.retention }, erasure, about, at) : [];
  const toldThere = { kind: 'ToldOutside', by, channel, day: toLocalDate(at) } as const;
  return kept(deps, id, [...erasing, ...rightCaseWrites(deps, opened, at, toldThere)]);
}

/** Filed once more it is the same. */
async function kept({ store }: FilingDeps, id: string, writes: readonly Write[]): Promise<string> {
  if (!(await findCase(store, id))) await store.commit(writes);
  return id;
}
