import type { TurnContext } from '../../conversation/agent.js';
import type { Tense } from '../../language/spoken-days.js';
import { spokenDays } from '../../language/spoken-days.js';
import type { Clock } from '../../language/spoken-time.js';
import { spokenPart, unspaced } from '../../language/spoken-time.js';
import type { Deal, PartOfDay, Submission } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { toLocalTime } from '../../terms/time.js';
import { awaitsMoney } from './late-money.js';

/** 「周五三点前卖了几号到账」: questions after the days that follow from an order, and when it was handed in. */

/** The usual cut-off of the house: where words like 「四点」 fall. The calendar's own decides the days. */
const CUT_OFF = '15:00';

const SELL = /卖|赎|变现|取出|转出来/;
const BUY = /买|申购|认购|下单|下的单/;
/** 「今天下午四点点的」: handed in, whichever way. */
const ACT = /点(的|了|(?=来得及|还来得及|赶得上))|提交|操作|申请/;
const ASKS =
  /什么时候|啥时候|啥时|几时|何时|哪(一)?[天日]|几[号日](?!线)|多久|几天|(周|星期|礼拜)几|来得及|赶得上|能[^，。]{0,4}到(账)?(吗|么|不|没)|到(得|不)了|正常(吗|么|不|吧)|呢[？?]?$|算(当|周|星期|礼拜|下|今|明)|有(没有)?收益|开始算/;
/** What has its own days, or none: the order of a fund is not meant. */
const OTHERS =
  /存款|存单|定期|活期|国债|保险|退保|保单|信用卡|贷款|转账|汇款|分红|快赎|快速|净值|价格|撤单|到期|每(周|月|天|个)|手续|费|(才|就)?(能|可以)(卖|赎|取)(?!.*到)/;
const IS_PAST =
  /(卖|赎|点|买|提交|申购|下单|操作|赎回|卖出|申请|弄|办)了?的|(卖|赎|买|申购|提交|赎回)[出入掉]?了(?=[，,。])(?<!(要是|如果|假如|打算|准备|想|下周|明|后天)[^，。]*)|还没|没到|没来|没动静|已经|刚才|刚刚|刚[点提卖买赎]|卖掉了/;
const AT_ONCE = /现在|这会儿|马上|立刻|刚才|刚刚|刚[点提卖买赎操]/;
const SUBJECTS = /钱|到|确认|收益|份额|款/;
/** 「按哪天的净值」 「按今天价还是明天价」: which day's price an order gets. */
const PRICE =
  /((哪|几|什么)(一)?[天日号]|(周|星期|礼拜)几)的?(净值|价|单价)|[按算用][^，。]{0,4}[今明当]天的?(净值|价)|[今明当]天的?(净值|价格?)(还是|算|成交)|按(什么|哪个)(净值|价)/;
const MAX_CONTINUATION = 16;
/** Messages back in which the order told of still stands. */
const REMEMBERED = 4;

export interface DatesAsked {
  readonly deal: Deal;
  readonly submission: Submission;
  /** Kind of product the words name without its name; null: none. */
  readonly type: string | null;
  /** The order was told of earlier in the conversation. */
  readonly isRecalled: boolean;
}

interface Told {
  readonly deal: Deal | null;
  readonly day: Submission['day'] | null;
  readonly part: PartOfDay;
  readonly asks: boolean;
}

/** Null: no days are asked after, or nobody said of what moment. */
export function datesAsked(context: TurnContext, said: string): DatesAsked | null {
  const text = unspaced(said);
  const clock = { today: context.today, time: toLocalTime(context.now) };
  const own = toldIn(text, clock);
  if (isOfOthers(text, context.today)) return null;
  const type = typeIn(text);
  if (own.asks && own.deal && own.day) {
    return { deal: own.deal, submission: submissionOf(own), type, isRecalled: false };
  }
  const earlier = earlierTold(context, clock);
  const submission = recalledIn(text, own, earlier);
  return submission
    ? { ...submission, type, isRecalled: true }
    : intendedNow(context, text, earlier);
}

/** The order that was told of before, as it stands now; null: nothing is asked of it, or none was told. */
function recalledIn(
  text: string,
  own: Told,
  earlier: readonly Told[],
): Pick<DatesAsked, 'deal' | 'submission'> | null {
  const wasAsked = earlier.some(({ asks }) => asks);
  const isTelling = wasAsked && tellsOfOrder(text, own);
  const order = mergedOrder(isTelling ? [own, ...earlier] : earlier);
  if (!order) return null;
  const { deal } = order;
  if (wasAsked && isContinuation(text, own)) {
    const day = own.day ?? order.day;
    return day === null ? null : { deal, submission: { day, part: own.part } };
  }
  const asksOn = own.asks && own.deal === null && SUBJECTS.test(text);
  const isLate = wasAsked && TOO_LATE.test(text);
  return asksOn || isTelling || isLate || awaitsMoney(text)
    ? { deal, submission: submissionOf(order) }
    : null;
}

/** 「今天都周六了啊」 */
const TOO_LATE =
  /^(今天|这|现在)*(都|已经)(周|星期|礼拜)[一二三四五六日天]了|^(今天|这|现在)*(都|已经)?第?[二三四五六七八九十\d]+天了/;

/** 「那天上午卖的」: more of the order that was told of, and nothing asked. */
const tellsOfOrder = (text: string, { asks, deal, day, part }: Told): boolean =>
  !asks &&
  (day !== null || part !== null) &&
  (deal !== null || /^(是|就|那天|当天|大概)?(上|下|中|早|昨|前|今|周|星期|礼拜)/.test(text)) &&
  [...text].length <= MAX_CONTINUATION;

type Order = Told & { readonly deal: Deal };

/** What several messages told of one order, newest first; null: not which way, or not on what day. */
function mergedOrder(said: readonly Told[]): Order | null {
  // 「今天第三天了」 names a day, and none of an order.
  const told = said.filter((one) => one.deal !== null || (one.day !== null && one.part !== null));
  const deal = told.find((one) => one.deal !== null)?.deal ?? null;
  const at = told.findIndex(({ day }) => day !== null);
  if (deal === null || at < 0) return null;
  const part = told.slice(0, at + 1).find((one) => one.part !== null)?.part ?? null;
  return { deal, day: told[at]?.day ?? null, part, asks: true };
}

const WHICH_DAY =
  /^(那|大概|大约|一般)*(是)?(哪(一)?天|几号|周几|星期几|礼拜几|什么时候|啥时候)(能|可以|才)*到(账)?/;

/** 「那我先赎两万出来」, then 「大概哪天到」: handed in now. */
function intendedNow(
  { today, now }: TurnContext,
  text: string,
  [last]: readonly Told[],
): DatesAsked | null {
  if (last?.deal !== 'sell' || !WHICH_DAY.test(text)) return null;
  const submission = { day: today, part: partNow({ today, time: toLocalTime(now) }) };
  return { deal: 'sell', submission, type: null, isRecalled: true };
}

/** The price an order gets is its own matter, any other price is not. */
function isOfOthers(text: string, today: LocalDate): boolean {
  const words = withoutNeed(text, today);
  return OTHERS.test(asksForPrice(text) ? words.replace(/净值|价格/g, '') : words);
}

/** Whether the price of an order is asked for, rather than its days. */
export const asksForPrice = (said: string): boolean => {
  const text = unspaced(said);
  return PRICE.test(text) && dealIn(text) !== null;
};

/** Words that name a moment go on about an order: they do not turn the talk to another subject. */
export function isDatesTalk({ today, now }: TurnContext, said: string): boolean {
  const { day, part } = toldIn(unspaced(said), { today, time: toLocalTime(now) });
  return day !== null || part !== null || neededBy(said, today) !== null;
}

const submissionOf = ({ day, part }: Told): Submission => ({
  day: day as Submission['day'],
  part,
});

const earlierTold = ({ history }: TurnContext, clock: Clock): readonly Told[] =>
  history
    .filter(({ role }) => role === 'customer')
    .map(({ text }) => toldIn(unspaced(text), clock))
    .slice(-REMEMBERED)
    .reverse();

/** 「那周五三点前呢」: the same question of another moment. */
const isContinuation = (text: string, { day, part }: Told): boolean =>
  [...text].length <= MAX_CONTINUATION &&
  (day !== null || part !== null) &&
  /呢[？?]?$|^(那|要是|如果|假如|换)/.test(text) &&
  !/钱|到账/.test(text);

function toldIn(text: string, clock: Clock): Told {
  const tense: Tense = IS_PAST.test(text) || awaitsMoney(text) ? 'past' : 'future';
  const deal = dealIn(text);
  const said = spokenPart(text, CUT_OFF);
  const isOfPrice = asksForPrice(text);
  const asks = ASKS.test(text) || awaitsMoney(text) || isOfPrice;
  const named = dayOfOrder(text, clock, tense, deal);
  const isNow = named === null && deal === 'sell' && neededBy(text, clock.today) !== null;
  const isThatDay = /那(一)?天|当天|那会儿?/.test(text);
  const isToday = !isThatDay && (isNow || isOfPrice || (said !== null && tense === 'past'));
  const day = named ?? (isToday ? clock.today : null);
  const byClock = isNow ? partNow(clock) : partByClock(text, day, clock, tense);
  return { deal, day, part: said ?? byClock, asks };
}

/** 「…，下周二要交房租」: the day on which money is needed, which is no order's; null: none is named. */
export function neededBy(said: string, today: LocalDate): LocalDate | null {
  const text = unspaced(said);
  const days = spokenDays(text, today, 'future').filter(({ at }) => isOfNeed(text, at));
  return days.map(({ day }) => day).find((day) => typeof day === 'string') ?? null;
}

/** 「下周三要付学费」 is about no fee of ours. */
const withoutNeed = (text: string, today: LocalDate): string =>
  text
    .split(/(?<=[，,。；;！!？?])/)
    .filter((clause) => neededBy(clause, today) === null || SELL.test(clause) || BUY.test(clause))
    .join('');

const NEED =
  /(要|得|等着?|急着?|能|可以|还)(拿去)?(交|用|还|付|花|使|缴|给)(?!了)|急用|用(钱|得上|得着|得到|不上)|房租|房贷|还(款|钱|贷)|交(钱|费|首付)/;

/** Needed, and no day of an order: the need stands in the words after it, before a comma and before the deed. */
function isOfNeed(text: string, at: number): boolean {
  const [clause = ''] = text.slice(at).split(/[，,。；;！!？?]/);
  const deed = [SELL, BUY, ACT].flatMap((words) => words.exec(clause)?.index ?? []);
  return NEED.test(clause.slice(0, Math.min(clause.length, ...deed)));
}

function dealIn(text: string): Deal | null {
  if (SELL.test(text)) return 'sell';
  if (BUY.test(text)) return 'buy';
  if (!ACT.test(text)) return null;
  return /收益|份额/.test(text) ? 'buy' : 'sell';
}

/** 「我 20 号卖的，今天还没到」: the day said right before the deed is the order's, else the first said. */
function dayOfOrder(text: string, { today }: Clock, tense: Tense, deal: Deal | null) {
  const days = spokenDays(text, today, tense).filter(({ at }) => !isOfNeed(text, at));
  const deed = (deal === 'buy' ? BUY : SELL).exec(text) ?? ACT.exec(text);
  const before = days.filter(({ at }) => deed !== null && at < deed.index);
  return (before.at(-1) ?? days[0])?.day ?? null;
}

const partNow = ({ time }: Clock): PartOfDay => (time >= CUT_OFF ? 'after' : 'before');

/** What was handed in today lies before now, and what will be after it. */
function partByClock(
  text: string,
  day: Submission['day'] | null,
  { today, time }: Clock,
  tense: Tense,
): PartOfDay {
  if (day !== today) return null;
  const isLate = time >= CUT_OFF;
  if (AT_ONCE.test(text)) return isLate ? 'after' : 'before';
  if (tense === 'past') return isLate ? null : 'before';
  return isLate ? 'after' : null;
}

function typeIn(text: string): string | null {
  if (/货币|货基|现金管理/.test(text)) return 'money';
  if (/qdii/.test(text)) return 'qdii';
  return /fof/.test(text) ? 'fof' : null;
}
