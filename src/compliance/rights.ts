import type { WishKind } from '../advice/lifecycle/moments/contact.js';
import type { LocalDate } from '../terms/time.js';
import { addDays } from '../terms/time.js';

/** 个人信息权利 as a case answers them (个人信息保护法 arts. 15, 24, 44-48; 网络数据安全管理条例 art. 42 [T]). */
export const RIGHTS = [
  'access',
  'correct',
  'delete',
  'stop_marketing',
  /** 同意可以撤回，也可以再给: the way back, by the customer's own word. */
  'resume_marketing',
  'opt_out',
  'opt_in',
  'withdraw_consent',
  'explain',
  /** 查看与删除标签 (互联网信息服务算法推荐管理规定 art. 17 [T]). */
  'tags',
] as const;
export type Right = (typeof RIGHTS)[number];

export interface RightRule {
  /**
   * Done in the unit that records the wish: a person only sees that it was (消费者权益保护法 art. 29 [T]).
   * Else within the days of the retention rules: the law says 及时 and names none (个人信息保护法 art. 50 [T]).
   */
  readonly atOnce: boolean;
  /** Nothing of the customer's is given out or taken away before it is sure who asks. */
  readonly needsIdentity: boolean;
}

const SOON = { atOnce: false, needsIdentity: true } as const;
const AT_ONCE = { atOnce: true, needsIdentity: false } as const;

export const RIGHT_RULES: Readonly<Record<Right, RightRule>> = {
  access: SOON,
  correct: SOON,
  delete: SOON,
  stop_marketing: AT_ONCE,
  resume_marketing: AT_ONCE,
  opt_out: AT_ONCE,
  opt_in: AT_ONCE,
  /** Marketing ends at once; what else was agreed to, a person looks through. */
  withdraw_consent: { atOnce: false, needsIdentity: false },
  explain: SOON,
  tags: SOON,
};

export const isAtOnce = (right: Right): boolean => RIGHT_RULES[right].atOnce;

/** 办理期限: the last day for an answer. `requestDays`: of the retention rules. */
export const rightDue = (right: Right, received: LocalDate, requestDays: number): LocalDate =>
  isAtOnce(right) ? received : addDays(received, requestDays);

/** What a wish changes at once. */
export const WISH_OF: Readonly<Partial<Record<Right, WishKind>>> = {
  opt_out: 'personalization-refused',
  opt_in: 'personalization-accepted',
  stop_marketing: 'marketing-refused',
  resume_marketing: 'marketing-accepted',
  withdraw_consent: 'marketing-refused',
};
