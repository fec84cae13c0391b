import { spokenDays, spokenRate } from '../../language/spoken-rate.js';
import type { Fact } from '../../terms/fact.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import { exactYuan, percent, yuan } from '../../wording/figures.js';
import { interestOfDays, interestOfYears } from '../../wording/interest.js';
import { asksForMoney, sumsIn } from '../understand/money-words.js';
import type { Paragraph } from './paragraph.js';

/** 算一算: the customer's own sum at a rate, in yuan; every figure of the working is a fact of the reply. */

export interface Reckoned {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** What is taken out before its time is paid by other rules. */
const BEFORE_ITS_TIME =
  /提前|没到期|未到期|不到期|中途|急用|兑(出|现|取|回)|全没了|(就|想|要)(想|要)?(取|拿)(出|回)?/;

/** The one sum that was named; none where it was vague or there were two. */
export function amountIn(words: string): number | null {
  const [only, ...others] = sumsIn(words);
  return only && others.length === 0 && only.from === only.to && only.from > 0 ? only.from : null;
}

/** 「利率多少」 asks for the rate, whatever sum was named before. */
const ASKS_FOR_RATE = /(利率|年化)(是|有)?(多少|几|好多)/;

/** The words with the sum said last before them, where they ask for money and name none of their own. */
export function withSumSaid(words: string, before: readonly string[]): string {
  const named = sumsIn(words);
  if (named.length > 0 || !asksForMoney(words) || ASKS_FOR_RATE.test(words)) return words;
  const said = before.map(amountIn).findLast((amount) => amount !== null) ?? null;
  return said === null ? words : `${said}元，${words}`;
}

/** The words with the time said last before them, where money was asked for and they name none of their own. */
export function withTimeSaid(words: string, before: readonly string[]): string {
  if (spokenDays(words) !== null) return words;
  const said = before.filter(asksForMoney).map(spokenDays);
  const days = said.findLast((one) => one !== null) ?? null;
  return days === null ? words : `${words}，放${days}天`;
}

/** 「存一万一年定期到期多少利息」, at the rate of the master. Null where no interest is contracted or no sum named. */
export function depositInterest(product: Product, words: string): Reckoned | null {
  const { interestRate, termYears, minAmount } = product;
  const amount = amountIn(words);
  if (interestRate === null || termYears === null || amount === null) return null;
  if (!asksForMoney(words) || BEFORE_ITS_TIME.test(words) || /费|扣/.test(words)) return null;
  const whole = interestOfYears(amount, interestRate, termYears);
  const year = interestOfYears(amount, interestRate, 1);
  const working = `${exactYuan(amount)} × ${percent(interestRate)} × ${termYears} 年`;
  const each = termYears > 1 ? `，平均一年 ${exactYuan(year)}` : '';
  const short =
    amount < minAmount ? `${yuan(amount)}还买不了，起购金额是 ${yuan(minAmount)}。` : '';
  return {
    text: `${short}按 ${yuan(amount)}算，存满 ${termYears} 年的利息是 **${exactYuan(whole)}**${each}（${working}）。`,
    facts: [
      { value: amount, unit: 'yuan', label: '您说的金额' },
      { value: whole, unit: 'yuan', label: '到期利息' },
      { value: year, unit: 'yuan', label: '平均一年的利息' },
      { value: termYears, unit: 'year', label: '期限' },
    ],
  };
}

/** 「七日年化1.8，一万块一天多少」, at the rate the customer read. Null where rate or sum is not named. */
export function moneyAtRate(words: string): Reckoned | null {
  const rate = spokenRate(words);
  const amount = amountIn(words);
  if (!rate || amount === null || !asksForMoney(words)) return null;
  const days = spokenDays(words) ?? 1;
  const gained = interestOfDays(amount, rate.ratio, days);
  const [name, caution] = rate.isSevenDay
    ? ['七日年化', '七日年化是过去七天的折算，每天都在变，不是承诺；真正到手的看当天的万份收益。']
    : ['年化', '这只是按这个数字折算，不是承诺；收益会变，也可能亏，以实际到手为准。'];
  return {
    text: `按${name} ${percent(rate.ratio)} 算，${yuan(amount)}放 ${days} 天大约是 **${exactYuan(gained)}**（${exactYuan(amount)} × ${percent(rate.ratio)} × ${days} 天 ÷ 365 天）。\n\n${caution}`,
    facts: [
      { value: amount, unit: 'yuan', label: '您说的金额' },
      { value: Number((rate.ratio * 100).toFixed(6)), unit: '%', label: `您说的${name}` },
      { value: gained, unit: 'yuan', label: '折算的收益' },
      { value: days, unit: 'day', label: '折算的天数' },
      { value: 365, unit: 'day', label: '一年的天数' },
    ],
  };
}

/** What the rate means stands in knowledge where that was found: then it is the source of the caution. */
export function explained(said: Paragraph, [passage]: readonly Passage[]): Paragraph {
  if (!passage?.text.includes('七日年化')) return said;
  return { ...said, text: `${said.text} [1]`, passages: [passage] };
}
