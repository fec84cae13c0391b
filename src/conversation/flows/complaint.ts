import { complaintDeadlines } from '../../compliance/complaint-deadlines.js';
import type { Flow } from './flow.js';

const MAX_WORDS = 2_000;

/**
 * 投诉登记: what happened and what the customer wants, in their own words; nothing is asked that we
 * already hold (银行业保险业消费投诉处理管理办法 art. 13), and an independent person takes it (art. 17).
 */
export const complaintFlow: Flow = {
  name: 'complaint',
  slots: ['matter', 'wish'],
  questionsAtOnce: 1,
  confirms: true,
  accepts: (_slot, value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= MAX_WORDS,
  needs: () => true,
  handsOff: () => 'complaint',
  record: (values, { turn, message, received }) => [
    {
      kind: 'ComplaintFiled',
      turn,
      source: message,
      matter: String(values['matter']),
      wish: String(values['wish'] ?? ''),
      received,
      deadlines: complaintDeadlines(received),
    },
  ],
};
