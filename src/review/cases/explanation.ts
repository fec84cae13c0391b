import { slotText } from '../../conversation/flows/slot-words.js';
import type { ProposalState } from '../../conversation/proposal/evolve.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan, PlannedProduct } from '../../terms/plan.js';
import { yuan } from '../../wording/figures.js';

/** 解释自动推荐: out of the record of its drafting and nothing else (个人信息保护法 art. 24 [T]). */

export interface Explanation {
  /** What it was reckoned from. */
  readonly inputs: readonly string[];
  /** Names of rules, assumptions and questionnaire, as they were then. */
  readonly versions: Readonly<Record<string, string>>;
  /** What weighed most, at most three. */
  readonly reasons: readonly string[];
  readonly mix: readonly string[];
  readonly products: readonly { readonly name: string; readonly reasons: readonly string[] }[];
  readonly excluded: readonly { readonly name: string; readonly rule: string }[];
  readonly cautions: readonly string[];
  readonly person: string;
  /** All of it as the customer may be told. */
  readonly words: string;
}

const MOST_REASONS = 3;
/** A smaller part of a mix is none. */
const LEAST = 0.0005;

/** 0.134 → `13.4%`. */
const share = (ratio: number): string => `${Math.round(ratio * 1_000) / 10}%`;

export function explain({ plan, signed }: Pick<ProposalState, 'plan' | 'signed'>): Explanation {
  const { versions, cautions, excluded } = plan;
  const parts = {
    inputs: [...needLines(plan), ...plan.facts.map(factLine)],
    versions,
    reasons: reasonsOf(plan),
    mix: plan.mix
      .filter(({ weight }) => weight >= LEAST)
      .map(({ label, weight }) => `${label} ${share(weight)}`),
    products: plan.products.map(({ name, reasons }) => ({ name, reasons })),
    excluded: excluded.map(({ name, rule }) => ({ name, rule })),
    cautions,
    person: signed ? `由 ${signed.by.name} 审核` : '还没有顾问审核，只是草稿',
  };
  return { ...parts, words: wordsOf(plan, parts) };
}

/** Why it is no bolder; where that was not told, what spoke for the largest of the products. */
const reasonsOf = ({ heldBack = [], products }: Plan): readonly string[] => {
  const [largest] = [...products].sort((a, b) => b.weight - a.weight);
  const own = heldBack.length > 0 ? heldBack : (largest?.reasons ?? []);
  return own.slice(0, MOST_REASONS);
};

/** The need the customer agreed to, and their class: what the whole of it hangs on. */
function needLines({ need, riskClass }: Pick<Plan, 'need' | 'riskClass'>): readonly string[] {
  const { goal, amount, months, maxLoss, monthlySaving, target } = need;
  return [
    `目标：${slotText('need', 'goal', goal)}`,
    `金额：${yuan(amount)}`,
    months === null ? '用钱时间：没有定' : `用钱时间：${months} 个月后`,
    ...(maxLoss === null ? [] : [`最多能亏：${share(maxLoss)}`]),
    ...(monthlySaving === null ? [] : [`每月再存：${yuan(monthlySaving)}`]),
    ...(target === null ? [] : [`要达到：${yuan(target)}`]),
    `风险测评等级：C${riskClass}`,
  ];
}

const UNITS: Readonly<Record<Fact['unit'], string>> = {
  '%': '%',
  yuan: ' 元',
  day: ' 天',
  month: ' 个月',
  year: ' 年',
  count: '',
  date: '',
};

const factLine = ({ label, value, unit }: Fact): string => `${label}：${value}${UNITS[unit]}`;

function wordsOf({ asOf, ...plan }: Plan, told: Omit<Explanation, 'words'>): string {
  const { versions, reasons, mix, products, person } = told;
  return [
    `这份方案是 ${asOf} 按规则算出来的，${person}。`,
    `用到的资料：${needLines(plan).join('；')}。`,
    ...(reasons.length > 0 ? [`影响最大的是：${reasons.map(numbered).join('')}`] : []),
    `结果是：${mix.join('，')}。`,
    ...products.map(productLine),
    `用的规则：${Object.values(versions).join('、')}。`,
    '您可以不采用，也可以要求由顾问重新看。',
  ].join('\n');
}

const numbered = (reason: string, at: number): string =>
  `${at + 1}. ${reason.replace(/。$/, '')}。`;

const productLine = ({ name, reasons }: Pick<PlannedProduct, 'name' | 'reasons'>): string =>
  `选${name}：${reasons.slice(0, MOST_REASONS).join('；')}。`;
