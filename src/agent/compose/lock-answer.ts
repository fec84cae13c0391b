import { spokenHolding } from '../../language/spoken-holding.js';
import type { Product } from '../../terms/product.js';
import { paceOf } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { holdingFeeSentence } from '../../wording/fee-table.js';
import { holding, workingDays } from '../../wording/figures.js';
import { countedFrom } from './dates-terms.js';
import { withoutNames } from './own-fee.js';
import type { Reckoned } from './reckoning.js';

/** 锁期内外: whether money that has to stay a while can be taken out, before that while is over and after it. */

export interface LockAnswer extends Reckoned {
  readonly isOver: boolean;
  /** More than a rule of the card: the customer said how long they have held it, or fears another round. */
  readonly isOwn: boolean;
}

const LEAVES = /取|卖(?!给)|出不来|赎|拿(?!了|着|住|够|满|到)|退(?!休)|出来|变现|割肉|止损/;
const ASKS_WHETHER = /能|可以|可不可|行不行|让不让|随时|[吗么不没][?？]?$/;
/** 「今年三月买的，明年三月能取吧」: what holds today is not what is asked. */
const LATER = /明年|后年|下(个)?月|下(个)?(周|星期|礼拜)|到时候|(再|等)过/;
/** How much, on which day and by what way are other questions. */
const ASKS_ELSE =
  /多少|几(天|个|点|号)|多久|(什么|啥)时候|哪天(?!都|也)|费|怎么|咋|自动|自己(会|就|给我)?(卖|赎|退|出)|(?<!能)扣(?!点|些|一)/;
const OVER =
  /(满|过|到|够|完)(了|期|完|满|时间|日子)?(限)?(以后|之后|后)|(锁|锁定|持有|封闭)(期)?(满|完|过|够|到)(了|期|完)?(?!半)|(满|到)期|满了(?=当天|就|马上|能|可以|以后)|解(锁|禁)/;
const NOT_OVER =
  /(没|未|不)(满|到|过|够|解)|(锁|锁定|持有|封闭)(期|着)?(里|内|间|中|的时候)|提前|中途|半路|(期|锁)过半/;
/** 「拿了 40 天」 tells of the customer's own money, 「满三年以后」 of the rule. */
const HELD_BY_ME = /(拿|放|持有|买|存)(了|够|满|才|有|进去)/;

/** 「会不会自己又锁一年」: what was open once stays open. */
const LOCKED_AGAIN =
  /(又|再|重新|接着|继续)(会|要|被|给)?(我)?锁|锁(第)?(二|下)(一)?轮|自动(续|再)锁|滚动锁/;

/** 「一年后才能取是吧」 「是不是到2045年才能拿钱」: how long it stays, as the customer believes. */
const BELIEVES =
  /(才|只有|必须)[^，。]{0,8}(取|卖(?!给)|赎|拿|退|出来)[^，。]{0,6}(吧|吗|么|对不对|是不是)[？?]?$|是不是[^，。]{0,12}才[^，。]{0,6}(取|卖(?!给)|赎|拿|退|出来)|(不满|没满|不到|没到|未满)[^，。]{0,8}((取|出|卖|拿|赎|退)不|不能|不让)[^，。]{0,6}(吧|吗|么|对不对|是不是)/;
/** Days by which what is said in months or years may be off. */
const CLOSE = 6;

/** Null: the product keeps nobody waiting, or whether and when it can be left is not what is asked. */
export function lockAnswer(product: Product, words: string, today: LocalDate): LockAnswer | null {
  const { lockDays, settlementDays } = product;
  if (lockDays === 0 || settlementDays === null) return null;
  const named = withoutNames(product, words);
  const believed = BELIEVES.test(named) ? believedOf(product, named, today) : null;
  if (believed) return believed;
  if (LOCKED_AGAIN.test(named))
    return { isOver: true, isOwn: true, text: neverAgain(product), facts: [] };
  if (!asksOfNow(named)) return null;
  const held = spokenHolding(named, today);
  const isOver = held === null ? isOverIn(named) : isOverAfter(held, lockDays);
  if (isOver === null) return null;
  const isOwn = held !== null && held.from === held.to && HELD_BY_ME.test(named);
  const own = isOwn ? held.from : null;
  return {
    isOver,
    isOwn,
    text: isOver ? afterwards(product, own, today) : before(lockDays, own),
    facts: own === null ? [] : [{ value: own, unit: 'day', label: '您说的持有时间' }],
  };
}

/** 「20天卖扣多少」 of what cannot be left by then: that, and no charge. */
export function stillLocked(product: Product, words: string, today: LocalDate): Reckoned | null {
  const named = withoutNames(product, words);
  const held = LEAVES.test(named) ? spokenHolding(named, today) : null;
  if (held === null || held.from !== held.to || held.to >= product.lockDays) return null;
  return product.settlementDays === null
    ? null
    : {
        text: `：放 ${held.to} 天还卖不了，每笔要持有满 **${holding(product.lockDays)}**，期满之前不能赎回。`,
        facts: [{ value: held.to, unit: 'day', label: '您说的持有时间' }],
      };
}

function believedOf({ lockDays }: Product, words: string, today: LocalDate): LockAnswer | null {
  const isYear = /20\d\d年/.test(words);
  const said = isYear ? null : spokenHolding(words, today);
  if (!isYear && said === null) return null;
  const isSo = said !== null && said.from <= lockDays + CLOSE && said.to >= lockDays - CLOSE;
  const rule = `每笔从确认那天起满 **${holding(lockDays)}** ${isSo ? '才能' : '就能'}赎回`;
  const text = isSo
    ? `：是的，${rule}，期满之前取不出来；期满以后不赎回就一直放着。`
    : `：不是，${rule}，期满之前取不出来，期满以后哪个工作日都行。`;
  return { isOver: false, isOwn: true, text, facts: [] };
}

const asksOfNow = (words: string): boolean =>
  LEAVES.test(words) && ASKS_WHETHER.test(words) && !ASKS_ELSE.test(words) && !LATER.test(words);

const isOverIn = (words: string): boolean | null =>
  NOT_OVER.test(words) ? false : OVER.test(words) || null;

const isOverAfter = (
  { from, to }: { readonly from: number; readonly to: number },
  lockDays: number,
): boolean | null => (from >= lockDays ? true : to < lockDays ? false : null);

function afterwards(product: Product, own: number | null, today: LocalDate): string {
  const { type, lockDays, settlementDays } = product;
  const since = own === null ? '每笔满' : `放了 ${own} 天，已经满`;
  const arrival = `${countedFrom(paceOf(type))} **${workingDays(settlementDays ?? 0)}** 内到账`;
  const fee = holdingFeeSentence(product, today);
  return `：可以，${since} **${holding(lockDays)}** ${own === null ? '以后' : '了'}，工作日都能赎回，${arrival}；不赎回就一直放着，不会自动卖出。${fee}`;
}

const neverAgain = ({ lockDays }: Product): string =>
  `：不会再锁，每笔从确认那天起满 **${holding(lockDays)}** 以后，工作日都能赎回，不赎回就一直放着。`;

const before = (lockDays: number, own: number | null): string =>
  own === null
    ? `：不能，每笔要持有满 **${holding(lockDays)}**，期满之前不能赎回，满了以后工作日都可以。`
    : `：不能，放了 ${own} 天，还没满 **${holding(lockDays)}**，期满之前不能赎回。`;
