import type { LocalDate } from '../terms/time.js';
import { addDays } from '../terms/time.js';

/** 投诉处理期限: the last days on which each answer is due, counted from the day it was received. */
export interface ComplaintDeadlines {
  /** Decided and told to the customer. */
  readonly decision: LocalDate;
  /** The same where the matter is complex and the customer was told so. */
  readonly complex: LocalDate;
  /** The last extension, for very complex matters, with approval. */
  readonly approved: LocalDate;
}

const DECISION_DAYS = 15;
const COMPLEX_DAYS = 30;
const APPROVED_DAYS = 60;

/** 银行业保险业消费投诉处理管理办法 (2020-03-01) art. 18: 15 days, to 30 if complex, 30 more with approval. */
export const complaintDeadlines = (received: LocalDate): ComplaintDeadlines => ({
  decision: addDays(received, DECISION_DAYS),
  complex: addDays(received, COMPLEX_DAYS),
  approved: addDays(received, APPROVED_DAYS),
});
