import { createHash } from 'node:crypto';
import type { Matter } from './events.js';
import { COMPLAINT_MARK, RIGHT_MARK } from './events.js';

/** 登记编号: a number to say on the phone, no secret; the same cause has the same. */
export function caseId(cause: string, matter: Matter): string {
  const hash = createHash('sha256').update(cause).digest('hex').slice(0, 12);
  return `${matter === 'complaint' ? COMPLAINT_MARK : RIGHT_MARK}${hash}`;
}

/** What names the case of a complaint that was filed in a turn. */
export const complaintCause = (turn: string): string => `${turn}/complaint`;

/** By which the customer asks after it. */
export const complaintNumber = (turn: string): string => caseId(complaintCause(turn), 'complaint');
