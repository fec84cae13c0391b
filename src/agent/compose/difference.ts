import type { ProductAspect } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { feesOn, tradingFeeLines } from '../../wording/fee-table.js';
import { holding, percent, signedPercent, workingDays, yuan } from '../../wording/figures.js';

/** 有何不同: two or three products under what was asked, or under what tells them apart. */

export const shortName = ({ aliases, name }: Product): string => aliases[0] ?? name;

export const marksOf = (products: readonly Product[]): string =>
  products.map((_, index) => `[${index + 1}]`).join(' ');

/** `words`: the customer's; what they ask for by name is answered, each in a sentence. */
export function differences(
  products: readonly Product[],
  aspects: readonly ProductAspect[],
  today: LocalDate,
  words: string,
): string {
  const marks = marksOf(products);
  const asked = SIDES.filter(({ asks }) => asks.test(words)).flatMap(
    ({ say }) => say(products, today) ?? [],
  );
  if (asked.length > 0) return `${asked.join('')}${marks}`;
  if (aspects.includes('fees')) return `费用这样收：\n\n${feeDifference(products, today)}${marks}`;
  if (products.every(({ interestRate }) => interestRate !== null)) {
    return `${rateDifference(products)}${marks}`;
  }
  if (aspects.includes('term')) return `${termDifference(products)}${marks}`;
  return `${ofNature(products, today)}${marks}`;
}

/** Grade and arrival; where neither differs, what each costs a year and what it did. */
function ofNature(products: readonly Product[], today: LocalDate): string {
  const grades = products.map((product) => `${shortName(product)} ${gradeOf(product)}`);
  const sameGrade = new Set(products.map(gradeOf)).size === 1;
  const risk = sameGrade
    ? `风险等级都是${ahead(gradeOf(products[0] as Product))}`
    : `风险等级不同，${grades.join('，')}`;
  const arrivals = products.map(arrivalOf);
  const sameArrival = new Set(arrivals).size === 1;
  const exit = sameArrival
    ? `赎回到账都是${arrivals[0]}`
    : `赎回到账${products.map((product, i) => `${shortName(product)}${arrivals[i]}`).join('、')}`;
  const more = sameGrade && sameArrival ? [runningCosts(products, today), past(products)] : [];
  return `${risk}；${exit}。${more.filter(Boolean).join('')}`;
}

type Say = (products: readonly Product[], today: LocalDate) => string | null;

/** What customers ask two products about, by the words for it. */
const SIDES: readonly { readonly asks: RegExp; readonly say: Say }[] = [
  { asks: /收益|业绩|表现|回报|涨|赚|波动|回撤|稳|跌|亏|起伏/, say: (products) => past(products) },
  {
    asks: /管理费|托管费|(每|一)年.{0,4}费|年费|运作费/,
    say: (products, today) => runningCosts(products, today),
  },
  {
    asks: /基准/,
    say: (products) => each(products, '业绩比较基准', ({ benchmark }) => benchmark ?? '资料里没有'),
  },
  {
    asks: /起(购|投|存|点)|门槛|最(低|少)/,
    say: (products) => each(products, '起点', ({ minAmount }) => yuan(minAmount)),
  },
  { asks: /到账|几天(能)?(取|拿|回)/, say: (products) => each(products, '赎回到账', arrivalOf) },
  { asks: /期限|锁|封闭|持有期/, say: (products) => termDifference(products) },
  {
    asks: /谁(家|发|管)|哪家|发行|管理人/,
    say: (products) => each(products, '发行', ({ issuer }) => issuer),
  },
];

/** Whether words ask for a side by its name, and for no cost of buying or selling. */
export const asksForSide = (words: string): boolean =>
  SIDES.some(({ asks }) => asks.test(words)) &&
  !/手续费|申购费|赎回费|划算|便宜|省|哪(一)?类/.test(words);

const each = (
  products: readonly Product[],
  label: string,
  valueOf: (product: Product) => string,
): string =>
  `${label}，${products.map((product) => `${spacedName(product)}${valueOf(product).trim()}`).join('；')}。`;

const spacedName = (product: Product): string => `${shortName(product)} `;

/** What was gained and lost at most over the same days; null where there are no same days. */
function past(products: readonly Product[]): string | null {
  if (!isOneWindow(products)) return null;
  const [{ performance }] = products as [Product];
  const records = products.map((product) => {
    const { return: gain = 0, maxDrawdown = 0 } = product.performance ?? {};
    return `${shortName(product)}（${gradeOf(product)}）区间收益 ${signedPercent(gain)}、最大回撤 ${percent(maxDrawdown)}`;
  });
  return `${performance?.from} 至 ${performance?.to}，${records.join('；')}。过往业绩不代表未来表现。`;
}

/** Figures stand side by side only over the same days. */
const isOneWindow = (products: readonly Product[]): boolean =>
  products.every(({ performance }) => performance) &&
  new Set(products.map(({ performance }) => `${performance?.from} ${performance?.to}`)).size === 1;

const RUNNING = ['management', 'custody', 'sales_service'] as const;
const RUNNING_LABELS = { management: '管理费', custody: '托管费', sales_service: '销售服务费' };

/** What is taken by the day, as a share a year; null where one of them lists nothing. */
function runningCosts(products: readonly Product[], today: LocalDate): string | null {
  const costs = products.map((product) => {
    const fees = feesOn(product, today);
    const parts = RUNNING.flatMap((kind) => {
      const fee = fees.find((one) => one.kind === kind);
      return fee?.rate ? [`${RUNNING_LABELS[kind]} ${percent(fee.rate)}`] : [];
    });
    return parts.length > 0 ? `${shortName(product)} ${parts.join(' + ')}` : null;
  });
  return costs.every((cost) => cost !== null) ? `每年从净值里计提，${costs.join('；')}。` : null;
}

/** Deposits and savings bonds have no grade: their rate and their minimum tell them apart. */
function rateDifference(products: readonly Product[]): string {
  const each = products.map(
    (product) =>
      `${shortName(product)}年利率 ${percent(product.interestRate ?? 0)}、${yuan(product.minAmount)}起`,
  );
  return `${each.join('；')}。提前取出来，利息都会少，以合同和公告为准。`;
}

const termDifference = (products: readonly Product[]): string =>
  `${products.map((product) => `${shortName(product)}${termOf(product)}`).join('；')}。`;

function termOf({ lockDays, termYears }: Product): string {
  if (lockDays > 0) return `至少持有 ${holding(lockDays)}`;
  return termYears === null ? '没有固定期限' : `期限 ${termYears} 年`;
}

/** What is paid once and what is paid by the day, one product a line. */
export function feeDifference(
  products: readonly Product[],
  today: LocalDate,
  nameOf: (product: Product) => string = shortName,
): string {
  const lines = products.map((product) => {
    const fees = tradingFeeLines(product, today).map(({ label, value }) => `${label} ${value}`);
    return `- ${nameOf(product)}：${fees.join('，') || '没有单列的买卖费用'}`;
  });
  return `${lines.join('\n')}\n\n${byDayRule(products)}`;
}

/** What is charged by the day grows with the holding, up to the day after which it is not charged. */
function byDayRule(products: readonly Product[]): string {
  const byDay = products.flatMap(({ fees }) =>
    fees.filter(({ kind, rate }) => kind === 'sales_service' && rate !== 0),
  );
  if (byDay.length === 0) return '';
  const last = Math.max(...byDay.map(({ toDays }) => toDays ?? Infinity));
  const grows = Number.isFinite(last) ? `满 ${last} 日后不再收` : '放得越久收得越多';
  return `申购费只收一次，销售服务费按日计提，${grows}。`;
}

/** Latin letters keep their distance from Chinese words: 都是 R2, but 都是不评级. */
export const ahead = (word: string): string => (/^[A-Za-z0-9]/.test(word) ? ` ${word}` : word);

export const gradeOf = (product: Product): string => {
  const level = effectiveRiskLevel(product);
  return level === null ? '不评级' : riskLabel(level);
};

const arrivalOf = ({ settlementDays }: Product): string =>
  settlementDays === null ? '以合同为准' : ` ${workingDays(settlementDays)}`;
