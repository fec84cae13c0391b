import type { Json } from '../../terms/json.js';
import type { Flow } from './flow.js';

/** 个人信息权利: what may be asked for (个人信息保护法 arts. 15, 24, 44-48). */
export const PRIVACY_RIGHTS = [
  'access',
  'correct',
  'delete',
  'stop_marketing',
  'opt_out',
  'withdraw_consent',
  'explain',
] as const;
export type PrivacyRight = (typeof PRIVACY_RIGHTS)[number];

/** One right, or the several that were asked for in one breath. */
export const rightsOf = (value: Json): readonly PrivacyRight[] =>
  (Array.isArray(value) ? value : [value]) as readonly PrivacyRight[];

/** 行使个人信息权利: which right, agreed to, then recorded for a person to act on (art. 50). */
export const privacyFlow: Flow = {
  name: 'privacy',
  slots: ['right'],
  questionsAtOnce: 1,
  confirms: true,
  accepts: (_slot, value) => {
    const rights = rightsOf(value);
    return rights.length > 0 && rights.every((one) => PRIVACY_RIGHTS.includes(one));
  },
  needs: () => true,
  handsOff: () => null,
  record: ({ right = null }, { turn, message }) =>
    rightsOf(right).map((one) => ({
      kind: 'PrivacyRequested',
      turn,
      source: message,
      right: one,
    })),
};
