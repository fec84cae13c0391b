import type { Candidate, Request } from './candidate.js';
import type { FilterRule, FilteredOut } from './filters.js';
import type { RankedCandidate } from './route.js';

/** 分派理由, for colleagues: why this one, or why nobody. */

export function routedWords(
  { candidate }: RankedCandidate,
  request: Request,
  isManager: boolean,
  out: readonly FilteredOut[],
): string {
  const first = isManager ? '是客户的客户经理' : (managerWords(request, out) ?? '综合匹配最合适');
  return `分给${candidate.name}：${[first, ...strengths(candidate, request)].join('；')}。`;
}

/** What speaks for somebody who may take a conversation, for whoever hands it over. */
export const suitedWords = (candidate: Candidate, request: Request): string =>
  [
    ...(candidate.id === request.manager ? ['是客户的客户经理'] : []),
    ...strengths(candidate, request),
  ].join('；');

function strengths(
  { id, domains, load, capacity, tenureDays }: Candidate,
  request: Request,
): readonly string[] {
  const good = request.domains.filter((one) => domains.includes(one));
  return [
    ...(good.length > 0 ? [`熟悉${good.join('、')}`] : []),
    ...(id !== request.manager && tenureDays !== null ? ['以前服务过这位客户'] : []),
    `手上 ${load} 个会话，还能接 ${capacity - load} 个`,
  ];
}

/** The customer's own advisor comes first, so that it is told why not. */
function managerWords({ manager }: Request, out: readonly FilteredOut[]): string | null {
  const filtered = out.find(({ employee }) => employee === manager);
  return filtered ? `客户经理这次不能接（${filtered.words}），改由最合适的同事接` : null;
}

const RULE_WORDS: Readonly<Record<FilterRule, string>> = {
  role: '岗位不接待客户',
  licence: '没有相应的销售资质',
  grade: '产品授权等级不够',
  conflict: '有利益冲突',
  language: '语言不合',
  hours: '不在服务时间',
  presence: '未在线或正在休息',
  capacity: '手上的会话已满',
};

/** Counted by rule, in the order of trial; those who never serve customers are not worth a word. */
export function nobodyWords(candidates: readonly Candidate[], out: readonly FilteredOut[]): string {
  const serving = out.filter(({ rule }) => rule !== 'role');
  if (candidates.length === 0 || serving.length === 0) return '暂时没人能接：没有可以接待的同事。';
  const rules = (Object.keys(RULE_WORDS) as FilterRule[]).flatMap((rule) => {
    const count = serving.filter((one) => one.rule === rule).length;
    return count === 0 ? [] : [`${count} 人${RULE_WORDS[rule]}`];
  });
  return `暂时没人能接：${rules.join('，')}。`;
}
