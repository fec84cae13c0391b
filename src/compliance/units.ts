import type { Amount, AmountUnit } from './amounts.js';

/** How one unit reads a number. */
export type Reading = (value: number) => Amount;
const as =
  (unit: AmountUnit, factor = 1): Reading =>
  (value) => ({ unit, value: round(value * factor) });
const part =
  (prefix: string): Reading =>
  (value) => ({ unit: 'date', value: `${prefix}${two(value)}` });
export const YUAN: readonly Reading[] = [as('yuan')];

const UNITS = (
  [
    ['%|个?百分点', [as('%')]],
    ['‰', [as('%', 0.1)]],
    ['个?(?:基点|bps?(?![a-z]))', [as('%', 0.01)]],
    ['个点(?!评|击)', [as('%')]],
    ['成(?![立为本功长交分都员年果绩份效熟就以不])', [as('%', 10)]],
    ['折(?![扣算合价现损本旧叠])', [as('%', 10)]],
    ['(?:美元|美金|港元|港币|欧元|日元|英镑|usd|hkd|eur)', [as('foreign')]],
    ['(?:元|块钱|块(?!儿)|圆|人民币|rmb|cny|yuan)', YUAN],
    ['(?:角|毛)(?!病)', [as('yuan', 0.1)]],
    ['分钱', [as('yuan', 0.01)]],
    ['个?(?:工作日|交易日|自然日|开放日)|个?天|days?(?![a-z])', [as('day')]],
    ['[日号](?!元|均|常|历|益|志)', [as('day'), part('---')]],
    ['个?(?:星期|礼拜)|周(?!岁|期|年)', [as('day', 7)]],
    ['个月', [as('month')]],
    ['月份?(?!均|报|初|末)', [part('--'), as('month')]],
    ['个季度', [as('month', 3)]],
    ['年半', [(value: number): Amount => ({ unit: 'month', value: value * 12 + 6 })]],
    ['年(?!化|报|龄|均|级|会)', [as('year')]],
    ['周?岁', [as('year'), as('count')]],
    ['个?半?小时', [as('hour')]],
    ['分钟', [as('minute')]],
    ['秒', [as('second')]],
    ['倍', [as('times')]],
    [
      '[个款只位件点种类步项条份次人名户笔股手家期张套字页题级档段克部方句道遍回处轮批单层重双对]',
      [as('count')],
    ],
  ] as readonly (readonly [string, readonly Reading[]])[]
).map(([source, readings]) => [new RegExp(`[ \\u00a0]{0,2}(?:${source})`, 'y'), readings] as const);

/** The unit that follows offset `from`, and where it ends; no readings where there is none. */
export function unitAfter(text: string, from: number) {
  for (const [pattern, amounts] of UNITS) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match) return { end: from + match[0].length, amounts };
  }
  return { end: from, amounts: [] as readonly Reading[] };
}

/** Binary noise of 0.57 × 100 must not make two equal figures differ. */
export const round = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));

export const two = (value: number): string => String(value).padStart(2, '0');
