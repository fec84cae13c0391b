import type { Flow } from './flow.js';

/** 正在被骗: after the warning, one question decides what helps: is the money gone already? */
export const fraudFlow: Flow = {
  name: 'fraud',
  slots: ['sent'],
  questionsAtOnce: 1,
  confirms: false,
  accepts: (_slot, value) => typeof value === 'boolean',
  needs: () => true,
  handsOff: () => null,
  record: ({ sent }, { turn, message }) => [
    { kind: 'FraudReported', turn, source: message, sent: sent === true },
  ],
};
