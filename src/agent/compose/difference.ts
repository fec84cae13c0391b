import type { ProductAspect } from '../../terms/command.js';
import type { Fee, Product } from '../../terms/product.js';
import { effectiveRiskLevel, shortName } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { feesOn, tradingFeeLines } from '../../wording/fee-table.js';
import { holding, percent, signedPercent, workingDays, yuan } from '../../wording/figures.js';
import { earlyExit, offHours, principal, ratesBeside } from './unlike-sides.js';
import type { Ends } from './which-is.js';
import { whichIs } from './which-is.js';

/** 有何不同: two or three products under what was asked, or under what tells them apart. */

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
  const asked = SIDES.filter(({ asks }) => asks.test(words)).flatMap((side) => {
    const said = side.say(products, today);
    const which =
      side.of &&
      (sameness(products, words, side.of(today)) ??
        whichIs(products, shortName, words, side.of(today), side.ends));
    return said === null ? [] : [`${which ?? ''}${said}`];
  });
  if (asked.length > 0) return `${[...new Set(asked)].join('')}${marks}`;
  if (aspects.includes('fees') && ASKS_IF_SAME.test(words))
    return `${sameFees(products, today)}${yearlyFirst(products, today, words)}${marks}`;
  if (ASKS_IF_SAME.test(words) || differInKind(products))
    return `${natures(products)}${ofNature(products, today)}${marks}`;
  if (aspects.includes('fees')) return `${yearlyFirst(products, today, words)}${marks}`;
  if (products.every(({ interestRate }) => interestRate !== null)) {
    return `${rateDifference(products)}${marks}`;
  }
  if (aspects.includes('term')) return `${termDifference(products)}${marks}`;
  return `${ofNature(products, today)}${marks}`;
}

/** 「管理费一样不」: whether their figures are; null: that is not asked, or one of them has none. */
function sameness(
  products: readonly Product[],
  words: string,
  valueOf: (product: Product) => number | null,
): string | null {
  const values = products.map(valueOf);
  if (!ASKS_IF_SAME.test(words) || values.includes(null)) return null;
  return new Set(values).size === 1 ? '是一样的。' : '不一样。';
}

const sameFees = (products: readonly Product[], today: LocalDate): string => {
  const tables = products.map((product) =>
    JSON.stringify(feesOn(product, today).map(withoutStart)),
  );
  return new Set(tables).size === 1 ? '费率是一样的。' : '费率不一样。';
};

/** Since when a line holds makes it no other line. */
const withoutStart = ({ effective: _, ...line }: Fee): Omit<Fee, 'effective'> => line;

/** What is paid year after year says most of 「哪个费用高」; then what is paid once. */
function yearlyFirst(products: readonly Product[], today: LocalDate, words: string): string {
  const once = `费用这样收：\n\n${feeDifference(products, today)}`;
  const which = whichIs(products, shortName, words, (one) => runningShare(one, today), {
    ...LOW_HIGH,
    lowWord: '每年计提的费用更低',
    highWord: '每年计提的费用更高',
  });
  return which === '' ? once : `${which}${runningCosts(products, today) ?? ''}\n\n${once}`;
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

/** Kinds that differ in what they are, and in no figure of the table. */
const differInKind = (products: readonly Product[]): boolean =>
  new Set(products.map(({ type }) => type)).size > 1 &&
  products.every(({ regime }) => regime === 'NFRA_INSURANCE');

const ASKS_IF_SAME = /一回事|一样(吗|么|不|嘛)|同一(个|只|款)|是不是一样|(啥|什么)关系/;

/** 「是一回事吗」: what each of them is. */
const natures = (products: readonly Product[]): string =>
  `不是同一只产品。\n\n${products
    .map((product) => `- ${spacedName(product).trim()}：${product.description}`)
    .join('\n')}\n\n`;

/** What customers ask two products about, by the words for it. */
interface Side {
  readonly asks: RegExp;
  readonly say: Say;
}

/** A side with a figure, so that it can be said which of them has more or less of it. */
interface RankedSide extends Side {
  readonly of: (today: LocalDate) => (product: Product) => number | null;
  readonly ends: Ends;
}

const LOW_HIGH: Ends = {
  low: /低|少|便宜|省|小/,
  lowWord: '更低',
  high: /高|多|贵|大/,
  highWord: '更高',
};
const FAST_SLOW: Ends = {
  low: /快|早|短/,
  lowWord: '到账更快',
  high: /慢|晚|久|长/,
  highWord: '到账更慢',
};
const SHORT_LONG: Ends = {
  low: /短|早|快|少/,
  lowWord: '要放的时间更短',
  high: /久|长|晚|多/,
  highWord: '要放的时间更久',
};

const SIDES: readonly (RankedSide | (Side & { readonly of?: never; readonly ends?: never }))[] = [
  {
    asks: /收益|业绩|表现|回报|涨|赚/,
    say: (products) => ratesBeside(products) ?? past(products),
    of: () => (product) => product.performance?.return ?? null,
    ends: { ...LOW_HIGH, lowWord: '这段时间的区间收益更低', highWord: '这段时间的区间收益更高' },
  },
  {
    asks: /波动|回撤|稳|跌|亏|起伏/,
    say: (products) => past(products),
    of: () => (product) => (product.performance ? -product.performance.maxDrawdown : null),
    ends: {
      low: /少|小|低|稳|浅/,
      lowWord: '这段时间跌得更少',
      high: /多|大|高|深|狠|惨|容易/,
      highWord: '这段时间跌得更多',
    },
  },
  {
    asks: /风险(等级)?(哪(个|只|款|边))?(更|比较|最)?(大|高|小|低)|(更|比较)(安全|危险)|哪(个|只|款)(安全|危险)/,
    say: (products) => each(products, '风险等级', gradeOf),
    of: () => effectiveRiskLevel,
    ends: {
      low: /小|低|(?<!不)安全/,
      lowWord: '的风险等级更低',
      high: /大|高|危险/,
      highWord: '的风险等级更高',
    },
  },
  {
    asks: /管理费|托管费|(每|一)年.{0,4}费|年费|运作费/,
    say: (products, today) => runningCosts(products, today),
    of: (today) => (product) => runningShare(product, today),
    ends: LOW_HIGH,
  },
  {
    asks: /利率|利息/,
    say: (products) =>
      products.every(({ interestRate }) => interestRate !== null)
        ? rateDifference(products)
        : ratesBeside(products),
    of:
      () =>
      ({ interestRate }) =>
        interestRate,
    ends: LOW_HIGH,
  },
  {
    asks: /周末|晚上|夜里|半夜|节假日|放假/,
    say: (products) => each(products, '周末和晚上', offHours),
  },
  {
    asks: /提前|中途|没到期|急用|随时/,
    say: (products) => each(products, '到期前要用钱', earlyExit),
  },
  {
    asks: /保本|保不保|本金/,
    say: (products) => each(products, '本金', principal),
  },
  {
    asks: /基准/,
    say: (products) => each(products, '业绩比较基准', ({ benchmark }) => benchmark ?? '资料里没有'),
  },
  {
    asks: /起(购|投|存|点)|门槛|最(低|少)/,
    say: (products) => each(products, '起点', ({ minAmount }) => yuan(minAmount)),
    of:
      () =>
      ({ minAmount }) =>
        minAmount,
    ends: LOW_HIGH,
  },
  {
    asks: /到账|几天(能)?(取|拿|回)|(赎|取|卖|拿)[^，。]{0,6}(快|慢|早|晚)|(快|慢)(取|拿|到|赎)/,
    say: (products) => each(products, '赎回到账', arrivalOf),
    of:
      () =>
      ({ settlementDays }) =>
        settlementDays,
    ends: FAST_SLOW,
  },
  {
    asks: /期限|锁|封闭|持有期|(早|晚)(一?点)?(能)?(取|拿|赎|卖)/,
    say: (products) => termDifference(products),
    of: () => daysKept,
    ends: SHORT_LONG,
  },
  {
    asks: /谁(家|发|管)|哪家|发行|管理人/,
    say: (products) => each(products, '发行', ({ issuer }) => issuer),
  },
];

/** Whether words ask for a side by its name, and for no cost of buying or selling. */
export const asksForSide = (words: string): boolean =>
  SIDES.some(({ asks }) => asks.test(words)) &&
  !/手续费|申购费|赎回费|划算|便宜|省|哪(一)?类|临界|平衡点|打平|持平|分界/.test(words);

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

/** All of that together, a year; null where the funds inside cost something of their own besides. */
const runningShare = (product: Product, today: LocalDate): number | null =>
  product.type === 'advisory_portfolio'
    ? null
    : feesOn(product, today)
        .filter(({ kind }) => RUNNING.some((one) => one === kind))
        .reduce((sum, { rate = 0 }) => sum + rate, 0);

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

const daysKept = ({ lockDays, termYears }: Product): number =>
  lockDays > 0 ? lockDays : (termYears ?? 0) * 365;

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
