import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import { spokenMoney } from '../../language/spoken-money.js';
import { findingTold } from '../../language/spoken-policy.js';
import type { SpokenPremium } from '../../language/spoken-premium.js';
import { spokenPremium } from '../../language/spoken-premium.js';
import type { SlotValues } from '../../terms/command.js';
import type { Router } from './router.js';
import { needSlots } from './slots/need-slots.js';
import { toldIn } from './slots/told.js';
import { speaksOfOthers } from './suitability-words.js';

/** 顺口说的钱: what a question about a product tells of the money that would go into it. */

/** 「下个月交学费的钱，买安禾封闭12个月行吗」 */
export const paysInDatedMoney = (words: string): boolean =>
  NEEDED_THEN.test(words) && PAYS_IN.test(words) && !speaksOfOthers(words);

const OF_THE_MONEY = ['amount', 'horizon', 'loss_limit'];
/** 「三个月后要用的钱能买吗」 「下个月交学费」 tell a time in asking. */
const NEEDED_THEN =
  /(年|个?月|周|天)(以|之)?(后|内|里)[^，。]{0,6}(用|要|交|还|付|花|结婚|装修|上学|买房)|(下下?个?(月|周|礼拜|星期)|年底|年末|明年|后年)[^，。]{0,6}(要用|得用|用钱|用的|学费|房款|首付|彩礼|交房|还(贷|款|钱)|结婚|装修|上学|买房|手术)|(放|存|买|投)(个|上)?[^，。]{1,3}(年|个?月|周|天)[，,]?(就|到时候?|然后|之后|以后)(要|得|就|再)*(用|交|还|付|取|拿|花)/;
const PAYS_IN = /买|投|申购|认购|放|存/;

/** 「锁三年那个」 tells of the product, 「锁三年那个我两年后就要用」 of the money as well. */
const OF_THE_PRODUCT =
  /(锁|封闭|持有期?|[\d一二两三四五六十半]+(年|个?月|天))[^，。,.;；后内里]{0,6}(?<![后内里])[那这](个|只|款|支)|(锁|封闭|持有期?)满?[\d一二两三四五六十半]+(年|个?月|天)|[那这](个|只|款|支)/g;
const withoutProduct = (words: string): string =>
  words
    .split(/(?<=[，。,.;；])/)
    .map((clause) => clause.replace(OF_THE_PRODUCT, ''))
    .join('');

/** What the question itself says of the money: when it is needed, what may be lost. */
export function moneyTold(
  { names }: Router,
  { today, history, messages }: TurnContext,
  text: string,
): SlotValues {
  const words = names.mask(text);
  // Why it is asked may stand in a part of the message that asks nothing.
  const whole = names.mask(messages.map((message) => message.text).join('，'));
  const needed = [words, whole].find((part) => NEEDED_THEN.test(part));
  const telling = withoutProduct(needed ?? toldIn(words));
  const told = Object.entries(needSlots(telling, [], today)).filter(([slot]) =>
    OF_THE_MONEY.includes(slot),
  );
  const order = goesAllIn(words) ? 'all' : orderSum(words);
  const premium = { ...incomeTold(history), ...spokenPremium(words) };
  return {
    ...Object.fromEntries(told),
    ...(order !== null && { order }),
    ...(Object.keys(spokenPremium(words)).length > 0 && { premium }),
    ...findingBy(words),
  };
}

/** What they hold already, or cannot go on paying, speaks against one more policy. */
function findingBy(words: string): SlotValues {
  const finding = findingTold(words);
  return finding === null ? {} : { finding };
}

/** What the household earns, as last told, holds for every premium after it. */
function incomeTold(history: TurnContext['history']): SpokenPremium {
  const told = history.flatMap(({ role, text }) =>
    role === 'customer' ? (spokenPremium(text).income ?? []) : [],
  );
  const income = told.at(-1);
  return income === undefined ? {} : { income };
}

/** 「把全部家当都买优质治理」: whatever they have is to go in. */
export const goesAllIn = (text: string): boolean =>
  ALL_OF_IT.test(normalize(text).text) && PAYS_IN.test(text) && !speaksOfOthers(text);
const ALL_OF_IT =
  /(全部|所有|一切|全副|整个)的?(家当|身家|积蓄|存款|家底|资产|养老钱|老本|钱)|(家当|身家|积蓄|养老钱|家底|存款|老本|棺材本)[^，。]{0,3}(全部|全|都|一把)(拿|压|投|买|砸|放|押)|倾家荡产|砸锅卖铁|一把梭|梭哈|all ?in/;

const BEFORE_ORDER = /(拿|用|花|投|买|砸|一次|全)(个|了|上|进|出|它)?$/;
const AFTER_ORDER = /^(都|全|去|来|全部|一次)*(买|投|申购|砸|认购)/;

/** 「拿九万买」: the sum to be paid in, yuan; null: none is named. */
export function orderSum(text: string): number | null {
  const words = normalize(text).text.replace(/\s/g, '');
  const sum = spokenMoney(words).find(
    ({ start, end }) =>
      BEFORE_ORDER.test(words.slice(Math.max(0, start - 3), start)) ||
      AFTER_ORDER.test(words.slice(end)),
  );
  return sum ? sum.to : null;
}
