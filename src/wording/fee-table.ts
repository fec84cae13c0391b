import type { Fact } from '../terms/fact.js';
import type { Fee, FeeKind, Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { holdingSpan, percent, yuan } from './figures.js';

/** 费率表 in the customer's words, from the product master. */

const FEE_LABELS: Readonly<Record<FeeKind, string>> = {
  subscription: '认购费',
  purchase: '申购费',
  redemption: '赎回费',
  management: '管理费',
  custody: '托管费',
  sales_service: '销售服务费',
  performance: '业绩报酬',
  premium_charge: '初始费用',
  surrender: '提前退出',
  advisory: '投顾服务费',
};

const ANNUAL: readonly FeeKind[] = ['management', 'custody', 'sales_service', 'advisory'];

export interface FeeLine {
  readonly label: string;
  readonly value: string;
}

/** Lines in force on a day, in the order of the master. */
export const feesOn = (product: Product, today: LocalDate): readonly Fee[] =>
  product.fees.filter(({ effective }) => effective <= today);

/** One line a kind; tiers joined by `；`. */
export const feeLines = (product: Product, today: LocalDate): readonly FeeLine[] =>
  linesOf(feesOn(product, today), product);

const TRADING: readonly FeeKind[] = [
  'subscription',
  'purchase',
  'redemption',
  'sales_service',
  'advisory',
];

/** What tells two products apart: paid when buying, leaving, and for the service by the day. */
export const tradingFeeLines = (product: Product, today: LocalDate): readonly FeeLine[] =>
  linesOf(
    feesOn(product, today).filter(({ kind }) => TRADING.includes(kind)),
    product,
  );

/** A savings bond is not redeemed but cashed before its time. */
export const feeLabel = (kind: FeeKind, { regime }: Product): string =>
  regime === 'GOV_BOND' && kind === 'redemption' ? '提前兑取手续费' : FEE_LABELS[kind];

function linesOf(fees: readonly Fee[], product: Product): readonly FeeLine[] {
  const kinds = [...new Set(fees.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const tiers = fees.filter((fee) => fee.kind === kind).map(tierText);
    return { label: feeLabel(kind, product), value: tiers.join('；') };
  });
}

function tierText(fee: Fee): string {
  const price = fee.rate !== undefined ? rateText(fee) : `${yuan(fee.amount ?? 0)}/笔`;
  const span = [amountSpan(fee), daySpan(fee)].filter(Boolean).join('、');
  return span ? `${span}${/^\d/.test(price) ? ' ' : ''}${price}` : price;
}

function rateText(fee: Fee): string {
  if (fee.rate === 0) return fee.kind === 'sales_service' ? '不再收取' : '不收';
  if (fee.kind === 'performance') return `超过基准部分的 ${percent(fee.rate ?? 0)}`;
  const rate = percent(fee.rate ?? 0);
  return ANNUAL.includes(fee.kind) ? `每年 ${rate}` : rate;
}

export function amountSpan({ fromAmount = 0, toAmount = null }: Fee): string {
  if (fromAmount === 0 && toAmount === null) return '';
  if (toAmount === null) return `${yuan(fromAmount)}及以上`;
  return fromAmount === 0 ? `不满 ${yuan(toAmount)}` : `${yuan(fromAmount)}至 ${yuan(toAmount)}`;
}

function daySpan({ fromDays = 0, toDays = null }: Fee): string {
  return fromDays === 0 && toDays === null ? '' : holdingSpan(fromDays, toDays);
}

/** Every figure of a product that a reply or card may state. */
export function factsOf(product: Product, today: LocalDate): readonly Fact[] {
  return [...masterFacts(product), ...feesOn(product, today).flatMap(feeFacts)];
}

/** 0.011 × 100 is 1.1, not 1.0999999999999999. */
const asPercent = (ratio: number): number => Number((ratio * 100).toFixed(6));

function masterFacts(product: Product): Fact[] {
  const { performance } = product;
  const facts: Fact[] = [
    { value: product.minAmount, unit: 'yuan', label: '起购金额' },
    { value: product.asOf, unit: 'date', label: '数据截至' },
  ];
  if (product.settlementDays !== null)
    facts.push({ value: product.settlementDays, unit: 'day', label: '赎回到账' });
  if (product.lockDays > 0) facts.push({ value: product.lockDays, unit: 'day', label: '最短持有' });
  if (product.termYears !== null)
    facts.push({ value: product.termYears, unit: 'year', label: '期限' });
  if (product.step !== null) facts.push({ value: product.step, unit: 'yuan', label: '递增金额' });
  if (product.interestRate !== null)
    facts.push({ value: asPercent(product.interestRate), unit: '%', label: '年利率' });
  if (!performance) return facts;
  return [
    ...facts,
    { value: asPercent(performance.return), unit: '%', label: '区间收益' },
    { value: asPercent(performance.maxDrawdown), unit: '%', label: '同期最大回撤' },
    { value: performance.from, unit: 'date', label: '区间开始' },
    { value: performance.to, unit: 'date', label: '区间结束' },
  ];
}

function feeFacts(fee: Fee): Fact[] {
  const label = FEE_LABELS[fee.kind];
  const facts: Fact[] = [];
  if (fee.rate !== undefined) facts.push({ value: asPercent(fee.rate), unit: '%', label });
  if (fee.amount !== undefined) facts.push({ value: fee.amount, unit: 'yuan', label });
  for (const days of [fee.fromDays, fee.toDays]) {
    if (days) facts.push({ value: days, unit: 'day', label });
  }
  for (const amount of [fee.fromAmount, fee.toAmount]) {
    if (amount) facts.push({ value: amount, unit: 'yuan', label });
  }
  return facts;
}

/** 赎回费 as one sentence for a chat line; empty where none is charged or none is listed. */
export function holdingFeeSentence(product: Product, today: LocalDate): string {
  const tiers = feesOn(product, today).filter(
    (fee) => fee.kind === 'redemption' && fee.rate !== undefined,
  );
  if (tiers.length === 0) return '';
  const charged = tiers.filter(({ rate }) => rate !== 0);
  if (charged.length === 0) return '不收赎回费。';
  const lines = charged.map((fee) => `${daySpan(fee)}收 ${percent(fee.rate ?? 0)}`);
  const free = tiers.find(({ rate }) => rate === 0);
  return `赎回费：${lines.join('，')}${free ? `，${daySpan(free)}不收` : ''}。`;
}
