import type { ErasureVerdict } from '../../compliance/retention.js';
import type { LocalDate } from '../../terms/time.js';
import { IDENTITY_CHECKS } from '../cases/events.js';

/** 删除请求与到期处理: what happens to one case, in the order of its stream `erasure:<id>`. It holds no words. */
export type ErasureEvent =
  | ErasureOpened
  | ErasureProposed
  | ErasureApproved
  | ErasureDeclined
  | KeysDestroyed
  | ErasureCarriedOut;

export interface ErasureOpened {
  readonly kind: 'ErasureOpened';
  /** The customer asked (个人信息保护法 art. 47), or a term has run out. */
  readonly why: 'request' | 'term';
  /** Null: somebody the house does not know. */
  readonly customer: string | null;
  /** Where it was asked, or the one stream whose term is over. */
  readonly conversation: string;
  /** The last day on which it is to be done. */
  readonly due: LocalDate;
}

/** 核实身份: how the house knows that the customer asked; `term`: nobody had to. */
export const ERASURE_CHECKS = [...IDENTITY_CHECKS, 'term'] as const;
export type ErasureCheck = (typeof ERASURE_CHECKS)[number];

/** What is to become of one stream, by the rules of its day. */
export interface Planned {
  readonly stream: string;
  readonly verdict: ErasureVerdict;
}

export interface ErasureProposed {
  readonly kind: 'ErasureProposed';
  readonly by: string;
  /** How it was made sure who asked; a closed set, for this stream is not erased. */
  readonly checked: ErasureCheck;
  readonly rules: string;
  readonly plan: readonly Planned[];
}

/** 双人复核: never the one who proposed. */
export interface ErasureApproved {
  readonly kind: 'ErasureApproved';
  readonly by: string;
}

export interface ErasureDeclined {
  readonly kind: 'ErasureDeclined';
  readonly by: string;
  readonly reason: string;
}

/** 密钥销毁留痕: what was under these keys can be read by nobody any more; its entries stay. */
export interface KeysDestroyed {
  readonly kind: 'KeysDestroyed';
  readonly streams: readonly string[];
  readonly keys: number;
}

export interface ErasureCarriedOut {
  readonly kind: 'ErasureCarriedOut';
  readonly erased: readonly string[];
  readonly restricted: readonly string[];
  readonly retained: readonly string[];
}

export const erasureStream = (id: string): string => `erasure:${id}`;
