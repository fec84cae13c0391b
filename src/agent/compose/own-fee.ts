import { spokenHolding } from '../../language/spoken-holding.js';
import type { NumberRange } from '../../language/spoken-number.js';
import type { Fact } from '../../terms/fact.js';
import type { Fee, FeeKind, Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { amountSpan, feeLabel, feesOn } from '../../wording/fee-table.js';
import { exactYuan, holdingSpan, percent, yuan } from '../../wording/figures.js';
import { covers, daysWithin, feeTakenFrom } from '../../wording/holding-cost.js';
import type { Reckoned } from './reckoning.js';
import { amountIn, withSumSaid } from './reckoning.js';
import { heldTime, timeFacts, yearlyPart } from './yearly-fee.js';
import { asksWholeCost, sumSaidLast } from '../understand/whole-cost.js';

/** 您这笔的费用: the line of the fee table that holds for the time and the sum the customer named. */

const ASKED: readonly (readonly [RegExp, readonly FeeKind[]])[] = [
  [
    /申购|认购|买(入|进)?(的)?(时候|要|得|手续|费)|(?<!什么时候)买[^，。]{0,12}(费|扣|多少)/,
    ['purchase', 'subscription'],
  ],
  [/赎|卖|退保|提前|取|退出|转出/, ['redemption', 'surrender']],
  [/初始费/, ['premium_charge']],
  [/管理费/, ['management']],
  [/托管费/, ['custody']],
  [/(?<!投顾|顾问)服务费/, ['sales_service']],
  [/投顾|顾问费/, ['advisory']],
];
/** 「三十天内卖跟三十天后卖差多少」: the whole table tells. */
const BOTH_SIDES = /(内|前|不到|不满)[^，。]*(跟|和|与|比|还是)[^，。]*(后|以上|满|过)/;
/** 「还有啥费用」 */
const ASKS_WHAT_ELSE = /(还有|有|收|要)(啥|什么|哪些|别的|其他)[^，。]{0,2}费/;
/** Where no sum was ever named, so much of it stands for any. */
const FOR_INSTANCE = 10_000;
/** What is taken is a share of the sum put in or out; of a policy it is one of its account. */
const BY_THE_SUM: readonly Product['regime'][] = ['CSRC_FUND', 'NFRA_INVEST'];
const ENTRY: readonly FeeKind[] = ['purchase', 'subscription', 'premium_charge'];
const EXIT: readonly FeeKind[] = ['redemption', 'surrender'];

/**
 * Null where no time or sum is named, or the table has no line that hangs on it. A sum said before counts
 * while the product is the same: where the words do not name one anew.
 */
export function ownFee(
  product: Product,
  words: string,
  before: readonly string[],
  today: LocalDate,
): Reckoned | null {
  const named = withoutNames(product, words);
  const isSame =
    named.length === words.replace(/\s/g, '').length && BY_THE_SUM.includes(product.regime);
  const own = isSame ? withSumSaid(named, before) : named;
  if (BOTH_SIDES.test(own)) return null;
  const said = amountIn(own);
  const held = spokenHolding(own, today);
  const asksAll = BY_THE_SUM.includes(product.regime) && asksInAll(own, said);
  const days = held ?? (asksAll ? timeSaidLast(before, today) : null);
  const isInAll = asksAll && (said !== null || days !== null);
  const amount = isInAll ? (said ?? sumSaidLast(before) ?? FOR_INSTANCE) : said;
  const asked = ASKED.flatMap(([said, kinds]) => (said.test(own) ? kinds : []));
  const fees = feesOn(product, today).filter(
    ({ kind }) => asked.length === 0 || isInAll || asked.includes(kind),
  );
  const asking: Asking = { product, fees, own, today, days, amount };
  return isInAll ? (inAll(asking) ?? ofParts(asking)) : ofParts(asking);
}

/** 「总共要花多少费用」: going in, staying and coming out. */
const asksInAll = (words: string, amount: number | null): boolean =>
  (asksWholeCost(words) && !(amount === null && ONLY_BY_THE_DAY.test(words))) ||
  (amount !== null && /总共|一共|加起来|合(在一起|计)|全部|所有/.test(words));

/** 「管理费托管费加起来一年多少」: what is taken by the day alone, and no way in or out. */
const ONLY_BY_THE_DAY = /^(?=.*(管理费|托管费|服务费))(?!.*(申购|认购|赎回|总))/;

/** 「总费用是多少」 right after a time was said. */
const timeSaidLast = (before: readonly string[], today: LocalDate): NumberRange | null =>
  before.map((words) => spokenHolding(words, today)).findLast((days) => days !== null) ?? null;

interface Asking {
  readonly product: Product;
  /** The lines of the table that are asked after. */
  readonly fees: readonly Fee[];
  readonly own: string;
  readonly today: LocalDate;
  readonly days: NumberRange | null;
  readonly amount: number | null;
}

/** Going in, staying and coming out; null where sum or time is not named. */
function inAll(asking: Asking): Reckoned | null {
  const { product, fees, days, amount } = asking;
  if (amount === null || !days) return null;
  const going = entryPart(product, tiersOf(fees, ENTRY), amount);
  const parts = inOne([going, leavingPart(asking), yearlyPart(product, fees, days, amount)]);
  return parts && days.from === days.to ? withTotal(parts, days.from, asking.own) : parts;
}

/** So near a rounded figure stays. */
const NEARLY = 0.02;
const OF_THE_SUM = '您说的金额';

/** The one figure that was asked for, and then what it is made of; the money is taken to stay as it is. */
function withTotal({ text, facts }: Reckoned, days: number, words: string): Reckoned {
  const taken = facts.filter(({ unit, label }) => unit === 'yuan' && label !== OF_THE_SUM);
  const sum = taken.reduce((total, { value }) => total + Number(value), 0);
  const total = Math.round(sum * 100) / 100;
  // 「合计就是499左右是吧」 wants its yes.
  const said = Number(/(?:合计|一共|总共|加起来)[^，。\d]{0,6}(\d+(?:\.\d+)?)/.exec(words)?.[1]);
  const yes = Math.abs(said - total) < NEARLY * total ? '对，' : '';
  return {
    text: `：${yes}${heldTime(days)}，费用合计大约 **${exactYuan(total)}**（按金额一直不变估算）。${text.replace(/^：/, '')}`,
    facts: [...facts, ...timeFacts(days), { value: total, unit: 'yuan', label: '费用合计' }],
  };
}

function ofParts(asking: Asking): Reckoned | null {
  const leaving = leavingPart(asking);
  if (leaving) return inOne([leaving, ...besidesLeaving(asking)]);
  const { product, fees, days, amount } = asking;
  // What is sold on an exchange is bought there, not subscribed to.
  if (product.type === 'reit') return null;
  if (amount === null) return days && stillTaken(product, fees, days);
  return (
    entryPart(product, tiersOf(fees, ENTRY), amount) ?? yearlyPart(product, fees, days, amount)
  );
}

function leavingPart(asking: Asking): Reckoned | null {
  const exits = tiersOf(asking.fees, EXIT);
  return flatPart(asking.product, exits, asking.amount) ?? exitPart(asking, exits);
}

/** 「我放100天了」: the days are counted from today. */
const HELD_BY_NOW = /(放|拿|持有|买|存)了|[天周月年]了/;

function besidesLeaving({
  product,
  own,
  today,
  days,
  amount,
}: Asking): readonly (Reckoned | null)[] {
  return [
    days && servicePart(product, days, amount, today),
    ASKS_WHAT_ELSE.test(own) ? stayingPart(product, today) : null,
  ];
}

function inOne(parts: readonly (Reckoned | null)[]): Reckoned | null {
  const said = parts.filter((part) => part !== null);
  if (said.length === 0) return null;
  return {
    text: said.map(({ text }, at) => (at === 0 ? text : text.replace(/^：/, ''))).join(''),
    facts: said.flatMap(({ facts }) => facts),
  };
}

/** 「安禾 30 天持有」 names a product, not how long this money stays. */
export function withoutNames({ name, aliases, nicknames = [] }: Product, words: string): string {
  const names = [name, ...aliases, ...nicknames].sort((one, other) => other.length - one.length);
  const plain = words.replace(/\s/g, '');
  return (
    names
      .reduce((text, one) => text.replaceAll(one.replace(/\s/g, ''), ''), plain)
      .replace(/\d+(天|日|个月)(持有|封闭|期)/g, '')
      // 「几天到账」 asks for days and 「几块钱」 for money; neither names any.
      .replace(/几(天|个月|年|块钱?|毛钱?|元|百块?|千块?|万块?)/g, '')
  );
}

/** The lines of the first of these kinds that is charged in steps or at all. */
function tiersOf(fees: readonly Fee[], kinds: readonly FeeKind[]): readonly Fee[] {
  const kind = kinds.find((one) => fees.some((fee) => fee.kind === one));
  return fees.filter((fee) => fee.kind === kind);
}

/** 「提前兑取手续费」 is one and the same whenever it is: only the sum counts. */
function flatPart(product: Product, tiers: readonly Fee[], amount: number | null): Reckoned | null {
  const [only, ...more] = tiers;
  const isFlat = (only?.fromDays ?? 0) === 0 && (only?.toDays ?? null) === null;
  if (!only?.rate || more.length > 0 || !isFlat) return null;
  const label = feeLabel(only.kind, product);
  const taken = amount === null ? null : charge(amount, only.rate, label);
  return {
    text: `：${label} **${percent(only.rate)}**${taken?.text ?? ''}，不论放了多久。`,
    facts: taken?.facts ?? [],
  };
}

function exitPart(asking: Asking, tiers: readonly Fee[]): Reckoned | null {
  const { product, days } = asking;
  if (!days) return null;
  const held = heldIn(tiers, days);
  const [first] = held;
  if (!first) return null;
  const isExact = days.from === days.to;
  const label = feeLabel(first.kind, product);
  const facts: Fact[] = isExact ? [{ value: days.from, unit: 'day', label: '您说的持有时间' }] : [];
  if (held.length > 1) {
    return { text: `：您说的时间跨了不同的档，${label}${held.map(tier).join('；')}。`, facts };
  }
  const time = isExact ? `放 ${days.from} 天` : '照您说的时间';
  const said =
    first.rate === 0 ? nothingTaken(first, label, asking.amount) : takenNow(asking, tiers, first);
  return { text: `：${time}，${said.text}`, facts: [...facts, ...said.facts] };
}

const heldIn = (tiers: readonly Fee[], { from, to }: NumberRange): readonly Fee[] =>
  tiers.filter((fee) => fee.rate !== undefined && overlaps(fee, from, to));

function nothingTaken(fee: Fee, label: string, amount: number | null): Reckoned {
  const none = fee.kind === 'surrender' ? '退保**不扣**费用' : `**不收**${label}`;
  const alike = amount === null ? '' : `，${yuan(amount)}也一样`;
  return {
    text: `${spanOf(fee)}，${none}${alike}。`,
    facts: amount === null ? [] : [{ value: amount, unit: 'yuan', label: OF_THE_SUM }],
  };
}

/** What is taken at this step of the table, and what waiting saves. */
function takenNow(
  { product, own, days, amount }: Asking,
  tiers: readonly Fee[],
  fee: Fee,
): Reckoned {
  const rate = fee.rate ?? 0;
  const label = feeLabel(fee.kind, product);
  const taken = amount === null ? null : charge(amount, rate, label);
  const isHeld = days !== null && days.from === days.to && HELD_BY_NOW.test(own);
  const after = later(tiers, fee, isHeld ? days.from : null);
  const verb = fee.kind === 'surrender' ? '扣' : '';
  return {
    text: `属于「${spanOf(fee)}」这一档，${label}${verb} **${percent(rate)}**${taken?.text ?? ''}。${after.text}`,
    facts: [...(taken?.facts ?? []), ...after.facts],
  };
}

const overlaps = ({ fromDays = 0, toDays = null }: Fee, from: number, to: number): boolean =>
  fromDays <= to && (toDays === null || from < toDays);

const spanOf = ({ fromDays = 0, toDays = null }: Fee): string => holdingSpan(fromDays, toDays);

const tier = (fee: Fee): string =>
  fee.rate === 0 ? `${spanOf(fee)}不收` : `${spanOf(fee)}收 ${percent(fee.rate ?? 0)}`;

const charge = (amount: number, rate: number, label: string): Reckoned => {
  const taken = Math.round(amount * rate * 100) / 100;
  return {
    text: `，按 ${yuan(amount)}算是 **${exactYuan(taken)}**`,
    facts: [
      { value: amount, unit: 'yuan', label: OF_THE_SUM },
      { value: taken, unit: 'yuan', label },
    ],
  };
};

/** What waiting saves: the steps that come after this one, and how many days of `held` are missing to them. */
function later(tiers: readonly Fee[], now: Fee, held: number | null): Reckoned {
  const after = tiers.filter(({ fromDays = 0 }) => fromDays > (now.fromDays ?? 0));
  if (after.length === 0) return { text: '', facts: [] };
  const missing = (fromDays: number) => (held === null ? null : fromDays - held);
  const steps = after.map(({ fromDays = 0, rate = 0 }) => {
    const wait = missing(fromDays) === null ? '' : `（还差 ${missing(fromDays)} 天）`;
    return rate === 0
      ? `满 ${fromDays} 日${wait}就不收了`
      : `满 ${fromDays} 日${wait}是 ${percent(rate)}`;
  });
  return {
    text: `再往后，${steps.join('，')}。`,
    facts: after.flatMap(({ fromDays = 0 }): Fact[] => {
      const value = missing(fromDays);
      return value === null ? [] : [{ value, unit: 'day', label: '还差的天数' }];
    }),
  };
}

function entryPart(product: Product, tiers: readonly Fee[], amount: number): Reckoned | null {
  const line = tiers.find((fee) => covers(amount, fee));
  if (!line) return null;
  const label = feeLabel(line.kind, product);
  const facts: Fact[] = [{ value: amount, unit: 'yuan', label: OF_THE_SUM }];
  const sum = yuan(amount);
  const span = amountSpan(line);
  const at = span ? `，属于「${span}」这一档` : '';
  if (line.rate === undefined) {
    const flat = line.amount ?? 0;
    return {
      text: `：买 ${sum}${at}，${label}是 **${exactYuan(flat)}** 一笔。`,
      facts: [...facts, { value: flat, unit: 'yuan', label }],
    };
  }
  if (line.rate === 0) return { text: `：买 ${sum}${at}，**不收**${label}。`, facts };
  const isOutside = product.regime === 'CSRC_FUND';
  const taken = isOutside ? feeTakenFrom(amount, line.rate) : amount * line.rate;
  const fee = Math.round(taken * 100) / 100;
  return {
    text: `：买 ${sum}${at}，${label} **${percent(line.rate)}**，大约 **${exactYuan(fee)}**${isOutside ? '（外扣法：从买入金额里扣）' : ''}。没有算优惠，以下单页面为准。`,
    facts: [...facts, { value: fee, unit: 'yuan', label }],
  };
}

/** What is taken by the day from everybody who stays. */
function stayingPart(product: Product, today: LocalDate): Reckoned | null {
  const lines = feesOn(product, today).filter(
    ({ kind, rate }) => (kind === 'management' || kind === 'custody') && rate,
  );
  const each = lines.map((fee) => `${feeLabel(fee.kind, product)}每年 ${percent(fee.rate ?? 0)}`);
  return lines.length === 0
    ? null
    : { text: `持有期间还有${each.join('、')}，按天从净值里扣。`, facts: [] };
}

/** 「满一年后还扣服务费不」: what is taken by the day up to a day, and whether it is by then. */
function stillTaken(
  product: Product,
  fees: readonly Fee[],
  { from, to }: NumberRange,
): Reckoned | null {
  const [only, ...more] = fees;
  const last = only?.toDays ?? null;
  if (!only?.rate || only.kind !== 'sales_service' || more.length > 0 || last === null) return null;
  const label = feeLabel(only.kind, product);
  if (from >= last)
    return {
      text: `：不收了，${label}只收到满 ${last} 日，之前每年 ${percent(only.rate)}。`,
      facts: [],
    };
  return to < last
    ? {
        text: `：要收，${label}每年 **${percent(only.rate)}**，按天从净值里扣，满 ${last} 日以后不再收。`,
        facts: [],
      }
    : null;
}

/** A class without a fee to enter is paid for by the day. */
function servicePart(
  product: Product,
  { from, to }: NumberRange,
  amount: number | null,
  today: LocalDate,
): Reckoned | null {
  if (from !== to || !product.name.endsWith('C')) return null;
  const share = feesOn(product, today)
    .filter(({ kind }) => kind === 'sales_service')
    .reduce((sum, fee) => sum + ((fee.rate ?? 0) * daysWithin(from, fee)) / 365, 0);
  if (share === 0) return null;
  const label = '销售服务费';
  const taken = amount === null ? null : charge(amount, share, label);
  const ratio = Number((share * 100).toFixed(2));
  // 「大约 0.00%」 says nothing.
  const part = ratio === 0 ? '不到 0.01%' : `大约 ${percent(share)}`;
  return {
    text: `另有${label}，按天从净值里扣，这段时间${part}${taken?.text ?? ''}。`,
    facts: [{ value: ratio || 0.01, unit: '%', label }, ...(taken?.facts ?? [])],
  };
}
