import type { Victim } from '../../terms/fraud.js';

/** 被骗的人 in words: how we speak to the customer of whom they ask for. */
export const VICTIM_WORDS: Readonly<
  Record<Exclude<Victim, 'self'>, { readonly who: string; readonly they: string }>
> = {
  mother: { who: '您母亲', they: '她' },
  father: { who: '您父亲', they: '他' },
  elder: { who: '家里老人', they: '老人' },
  husband: { who: '您爱人', they: '他' },
  wife: { who: '您爱人', they: '她' },
  son: { who: '您儿子', they: '他' },
  daughter: { who: '您女儿', they: '她' },
  relative: { who: '您家里人', they: '他' },
  friend: { who: '您朋友', they: '他' },
};
