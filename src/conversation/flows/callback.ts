import type { JsonObject } from '../../terms/json.js';
import type { CallbackSlot } from '../../terms/statement.js';
import type { Flow } from './flow.js';

/** 预约回电 in words: one of the times we offered, repeated back before it is booked. */
export const callbackFlow: Flow = {
  name: 'callback',
  slots: ['time'],
  questionsAtOnce: 1,
  confirms: true,
  accepts: (_slot, value) =>
    typeof value === 'object' && value !== null && typeof (value as JsonObject)['id'] === 'string',
  needs: () => true,
  handsOff: () => null,
  record: ({ time }, { turn }) => [
    { kind: 'CallbackBooked', turn, slot: time as unknown as CallbackSlot },
  ],
};
