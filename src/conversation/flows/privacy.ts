import { RIGHTS } from '../../compliance/rights.js';
import type { Right } from '../../compliance/rights.js';
import type { Json } from '../../terms/json.js';
import type { Flow } from './flow.js';

/** One right, or the several that were asked for in one breath. */
export const rightsOf = (value: Json): readonly Right[] =>
  (Array.isArray(value) ? value : [value]) as readonly Right[];

/** 行使个人信息权利: which right, agreed to, then recorded for a person to act on (art. 50). */
export const privacyFlow: Flow = {
  name: 'privacy',
  slots: ['right'],
  questionsAtOnce: 1,
  confirms: true,
  accepts: (_slot, value) => {
    const rights = rightsOf(value);
    return rights.length > 0 && rights.every((one) => RIGHTS.includes(one));
  },
  needs: () => true,
  handsOff: () => null,
  record: ({ right = null }, { turn, message, received }) =>
    rightsOf(right).map((one) => ({
      kind: 'PrivacyRequested',
      turn,
      source: message,
      right: one,
      received,
    })),
};
