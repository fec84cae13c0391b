import type { Caller } from '../access/api/endpoint.js';
import type { Relation } from '../access/permissions.js';
import { Problem } from '../access/problem.js';
import type { Person } from '../conversation/handoff/events.js';
import type { HandoffState } from '../conversation/handoff/evolve.js';
import { personOf } from '../conversation/handoff/routing.js';
import { findConversation } from '../conversation/queries/conversation.js';
import { findHandoffRow } from '../conversation/queries/handoff.js';
import { findCustomer } from '../profiles/kyc.js';
import { findSignatory } from '../profiles/signatory.js';
import type { ConversationRow, HandoffRow } from '../store/schema.js';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { isUnsealed } from './unsealing/queries.js';

/** 席位: who of the house acts, and whose a conversation is for them. */

/** Throws a 409 Problem for an account without an employee, whose licences nobody knows. */
export async function personAt(store: Store, employee: string | null): Promise<Person> {
  const found = employee === null ? null : await findSignatory(store, employee);
  if (!found) throw new Problem(409, '没有对应的员工，不能接待客户');
  return personOf(found);
}

export const employeeOf = ({ staff }: Caller): string | null => staff?.employee ?? null;

/**
 * Whose a conversation is: in one's hands, offered to one, closed by one, or of a customer whose
 * advisor one is; else waiting, while it is offered to nobody; else others'. Null: there is none.
 * With `now` given, `unsealed` where its customer stands open for the one who asks.
 */
export async function relationTo(
  store: Store,
  conversation: string,
  employee: string | null,
  now?: Instant,
): Promise<Relation | null> {
  const theirs = await belonging(store, conversation);
  if (!theirs) return null;
  const relation = relationOf(theirs, employee);
  const { customer } = theirs;
  if (relation !== 'others' || now === undefined || customer === null || employee === null) {
    return relation;
  }
  return (await isUnsealed(store, customer, employee, now)) ? 'unsealed' : 'others';
}

/** 归属: whose hands a conversation is in, and whose customer it is with. */
export interface Belonging extends Pick<ConversationRow, 'pen' | 'epoch' | 'next_seq'> {
  readonly stage: HandoffRow['stage'];
  readonly employee: string | null;
  /** Null: a visitor. */
  readonly customer: string | null;
  /** The customer's own advisor. */
  readonly advisor: string | null;
}

/** Null: there is no such conversation. */
export async function belonging(store: Store, conversation: string): Promise<Belonging | null> {
  const row = await findConversation(store, conversation);
  if (!row) return null;
  const { pen, epoch, next_seq, customer_id: customer } = row;
  const handoff = await findHandoffRow(store, conversation);
  const profile = customer === null ? null : await findCustomer(store, customer);
  const employee = handoff?.employee_id ?? null;
  const advisor = profile?.advisor ?? null;
  return { pen, epoch, next_seq, stage: handoff?.stage ?? 'none', employee, customer, advisor };
}

export function relationOf(
  { stage, employee, advisor }: Belonging,
  asking: string | null,
): Relation {
  if (asking !== null && (asking === employee || asking === advisor)) return 'assigned';
  return stage === 'queued' ? 'waiting' : 'others';
}

export const stateIn = (row: HandoffRow): HandoffState => JSON.parse(row.state) as HandoffState;
