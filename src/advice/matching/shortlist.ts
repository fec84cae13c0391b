import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel, isOnSale } from '../../terms/product.js';
import type { RiskTolerance } from '../../terms/risk.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import type { Verdict } from '../suitability/verdict.js';
import { isAllowed } from '../suitability/verdict.js';
import { exposureOf, mainClass } from './exposure.js';

/** 可讨论的产品: what an advisor may bring up with this customer now. A selection, never a ranking. */

export interface JudgedProduct {
  readonly product: Product;
  readonly verdict: Verdict;
  /** What the advisor lacks to speak of it; empty: nothing. */
  readonly lacks: readonly ('licence' | 'grade')[];
}

export interface Wanted {
  readonly today: LocalDate;
  readonly tolerance: RiskTolerance | null;
  /** Codes spoken of in this conversation, latest first. */
  readonly spokenOf: readonly string[];
  /** Whole days until the money is wanted; null: not told. */
  readonly horizonDays: number | null;
  /** Codes that are held. */
  readonly held: readonly string[];
}

export interface Listed {
  readonly product: Product;
  readonly reasons: readonly string[];
}

export interface LeftOut {
  /** Row of the suitability table, or a name of ours. */
  readonly rule: string;
  readonly words: string;
  readonly count: number;
}

export interface Shortlist {
  readonly listed: readonly Listed[];
  readonly leftOut: readonly LeftOut[];
}

const MOST = 4;

export function shortlist(judged: readonly JudgedProduct[], wanted: Wanted): Shortlist {
  const sorted = judged.map((one) => ({ ...one, rule: ruleAgainst(one, wanted) }));
  const open = sorted.filter(({ rule }) => rule === null).map(({ product }) => product);
  const classOf = (product: Product) => {
    const exposure = exposureOf(product);
    return exposure && mainClass(exposure);
  };
  const about = open.find(({ code }) => wanted.spokenOf.includes(code));
  const nearTo = ({ code }: Product): number => {
    const at = wanted.spokenOf.indexOf(code);
    return at < 0 ? 1_000 : at;
  };
  const listed = open
    .map((product, at) => ({
      product,
      at,
      near: nearTo(product),
      sameKind: about !== undefined && classOf(product) === classOf(about) ? 0 : 1,
      isHeld: wanted.held.includes(product.code) ? 1 : 0,
    }))
    .sort(
      (a, b) => a.near - b.near || a.sameKind - b.sameKind || a.isHeld - b.isHeld || a.at - b.at,
    )
    .slice(0, MOST)
    .map(({ product }) => ({ product, reasons: reasonsFor(product, wanted) }));
  return { listed, leftOut: counted(sorted.flatMap(({ rule }) => rule ?? [])) };
}

function ruleAgainst({ product, verdict, lacks }: JudgedProduct, wanted: Wanted): string | null {
  if (!isOnSale(product, wanted.today)) return 'off_shelf';
  if (!isAllowed(verdict)) return String(verdict.row);
  if (lacks.length > 0) return lacks.includes('licence') ? 'licence' : 'seller_grade';
  const { horizonDays } = wanted;
  const term = Math.max(product.lockDays, (product.termYears ?? 0) * 365);
  return horizonDays !== null && term > horizonDays ? 'term' : null;
}

function reasonsFor(product: Product, wanted: Wanted): readonly string[] {
  const grade = effectiveRiskLevel(product);
  const { settlementDays, lockDays } = product;
  return [
    ...(wanted.spokenOf.includes(product.code) ? ['刚才说到'] : []),
    grade === null ? '没有风险等级' : `${riskLabel(grade)} 不高于 C${wanted.tolerance}`,
    ...(lockDays > 0 ? [`最短持有 ${lockDays} 日`] : []),
    ...(settlementDays === null
      ? []
      : [settlementDays === 0 ? '当天到账' : `T+${settlementDays} 到账`]),
    ...(wanted.held.includes(product.code) ? ['已持有'] : []),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  off_shelf: '不在售',
  licence: '您没有对应的执业资格',
  seller_grade: '超出您可讲解的产品等级',
  term: '锁定期长过用钱时间',
  '7': '没有有效的风险测评',
  '10': '测评作废',
  '12': '等级高过客户（理财，不可突破）',
  '13': '等级高过客户（不主动推介）',
  '14': '最低类别只限 R1',
  '16': '和用钱时间或可承受的亏损不符',
  '18': '高龄客户的高风险产品，要两人复核',
  '19': '要当面双录',
};

function counted(rules: readonly string[]): readonly LeftOut[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, count]) => ({ rule, count, words: WORDS[rule] ?? `适当性第 ${rule} 行` }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
