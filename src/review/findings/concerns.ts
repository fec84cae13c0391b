import type { Concern } from '../../agent/judge/suspicion.js';
import type { Basis } from '../../terms/finding.js';

/** 模型复核: what a second reader may suspect, as rules that only ever add. */
export const CONCERN_RULES: Readonly<
  Record<Concern, { readonly id: string; readonly title: string }>
> = {
  promise: { id: 'J1', title: '模型复核：疑似承诺收益' },
  misleading: { id: 'J2', title: '模型复核：疑似误导' },
  pressure: { id: 'J3', title: '模型复核：疑似催促' },
  unsuitable: { id: 'J4', title: '模型复核：疑似推荐不匹配' },
  coached: { id: 'J5', title: '模型复核：疑似代答测评' },
  unheard: { id: 'J6', title: '模型复核：客户的要求疑似没有回应' },
  privacy: { id: 'J7', title: '模型复核：疑似多问或泄露个人信息' },
  off_channel: { id: 'J8', title: '模型复核：疑似引到行外' },
};

export const JUDGE_RULES: readonly string[] = Object.values(CONCERN_RULES).map(({ id }) => id);

export const JUDGE_BASIS: Basis = { instrument: '数智员工守则', article: '模型复核', tag: 'M' };
