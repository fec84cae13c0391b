import type { Victim } from '../../terms/fraud.js';
import type { Flow } from './flow.js';

/** 正在被骗: after the warning, one question decides what helps: is the money gone already? */
export const fraudFlow: Flow = {
  name: 'fraud',
  slots: ['sent', 'yuan', 'victim'],
  questionsAtOnce: 1,
  confirms: false,
  accepts: (slot, value) => slot !== 'sent' || typeof value === 'boolean',
  needs: (slot) => slot === 'sent',
  handsOff: () => null,
  record: ({ sent, yuan, victim }, { turn, message }) => [
    {
      kind: 'FraudReported',
      turn,
      source: message,
      sent: sent === true,
      ...(typeof yuan === 'number' && { yuan }),
      ...(typeof victim === 'string' && { victim: victim as Victim }),
    },
  ],
};
