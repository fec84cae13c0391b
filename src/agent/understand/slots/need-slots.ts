import type { Goal } from '../../../conversation/flows/need.js';
import { normalize } from '../../../language/fold.js';
import { spokenHorizon } from '../../../language/spoken-horizon.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import { SPOKEN_NUMBER } from '../../../language/spoken-number.js';
import type { SlotValues } from '../../../terms/command.js';
import type { Json, JsonObject } from '../../../terms/json.js';
import type { LocalDate } from '../../../terms/time.js';
import { horizonOfAges, withoutAges } from './ages.js';
import { withoutAskedBack, withoutTakenBack } from './asked-back.js';
import type { Corrected } from './corrections.js';
import { correctionIn } from './corrections.js';
import { liquidityOf } from './liquidity.js';
import { isBareLoss, isOfLoss, lossOf, withoutLostBefore } from './loss-limit.js';
import type { LineNamed } from './named-lines.js';
import { linesNamed } from './named-lines.js';
import { withoutOtherMoney } from './other-money.js';
import { ownPurpose, purposeAsNamed } from './own-purposes.js';
import { isRegular, regularSums } from './regular-sums.js';
import { movedBy } from './relative-changes.js';
import { removedLines } from './removals.js';
import { secondThoughtIn } from './second-thoughts.js';

/** First hit wins: the narrower purpose stands before the wider. */
const GOAL_WORDS: readonly (readonly [RegExp, Goal])[] = [
  [/公司.{0,6}(税|隔离|资产)|企业主|避税|税务(筹划|规划)|家企/, 'business'],
  [
    /传承|遗产|留给(孩子|儿子|女儿|后代|子女|孙|外孙)(?!.{0,6}(上学|读书|念书|上大学))|继承|遗嘱/,
    'inheritance',
  ],
  [/养老|退休|老了以后|晚年/, 'retirement'],
  [
    /教育|上学|留学|学费|读书|[上读念]大学|大学(用|学费|的钱)|念书|奶粉|娃.{0,4}(读|学)|孩子.{0,6}(用|读|学|攒)/,
    'education',
  ],
  [/(?<!买房[^，。]{0,4})装修/, 'short_spending'],
  [/买房|首付|房子|换房|购房|学区房|[房尾]款/, 'home'],
  [/重疾|生病|医疗|保障|万一(有|出)(事|啥)|意外/, 'protection'],
  [/应急|备用|救急|以防万一|留着备/, 'emergency_fund'],
  [
    /旅(游|行)|(买|换|提|订)(一)?(辆|台|部)?(新)?车(?!位|险)|结婚|婚礼|婚事|娶(媳妇|亲|老婆)|办喜事|嫁女儿|成家|陪嫁|嫁妆|彩礼|交税|近期要花|过年花/,
    'short_spending',
  ],
  [/每(个)?月(拿|领|发|有|给)|现金流|补贴家用|当工资|固定.{0,4}(领|拿)/, 'income'],
  [
    /保值|通胀|贬值|缩水|跑赢物价|不贬|跟上物价|(别|不|没)亏(着|钱|本)?就(行|好|成|可以)|保住?本(金)?就(行|好)|守住/,
    'preserve',
  ],
  [
    /增值|钱生钱|图[^，。]{0,3}(长|涨|赚|增)|多赚|赚(点|钱|得多)|收益(高|好)|高收益|翻倍|涨得多|多涨|涨一?涨|多挣|投资|理财(?!规划|方案|产品|配置|经理)/,
    'growth',
  ],
];

/** Purposes that are told apart when both are named; the others may be two names of one wish. */
const APART: readonly Goal[] = [
  'retirement',
  'education',
  'home',
  'protection',
  'emergency_fund',
  'short_spending',
];
/** How it should do, rather than what it is for. */
const WISHED: readonly Goal[] = ['growth', 'preserve'];
const JOINED = /和|跟|与|还有|还要|也|又|另外|以及|一部分|一半|、/;

/**
 * What a sentence says about a need; null for a line that it takes off. Slots that were just asked are
 * read from bare answers, too. `known` is what was told before: only that can be taken back or moved.
 */
export function needSlots(
  text: string,
  asked: readonly string[],
  today: LocalDate,
  known: SlotValues = {},
): SlotValues {
  const { lines, rest } = linesNamed(normalize(text).text.replace(GAP, '，'));
  const told = slotsTold(rest, lines.length > 0 ? [] : asked, today, known);
  return { ...told, ...Object.fromEntries(lines.map((line) => [line.slot, lineOf(line, today)])) };
}

/** 「目标100万 现有40万 月存8k」 is told line by line, with a gap for a comma. */
const GAP =
  /(?<=[万千kw%元块])\s+(?=[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g;

/** What a line called by its name shall be; what cannot be read is asked for. */
function lineOf({ slot, value }: LineNamed, today: LocalDate): Json {
  if (value === null) return UNREAD;
  const read = readSlots(value, [slot], today)[slot];
  return read ?? (slot === 'goal' ? purposeAsNamed(value) : null) ?? UNREAD;
}

/** No value of any slot: the flow asks for it. */
const UNREAD = 'unread';

function slotsTold(
  words: string,
  asked: readonly string[],
  today: LocalDate,
  known: SlotValues,
): SlotValues {
  const own = withoutOtherMoney(withoutAskedBack(words));
  const folded = own.text.replace(SUM_THEN_TIME, '$1，');
  const thought = secondThoughtIn(folded);
  const first = thought && slotsTold(thought.first, asked, today, known);
  if (first && Object.keys(first).length > 0) {
    const then = slotsTold(thought.then, [...asked, ...Object.keys(first)], today, known);
    return { ...first, ...then };
  }
  const moved = movedBy(folded, known, today);
  if (moved) return { ...slotsTold(moved.rest, asked, today, known), ...moved.values };
  const corrected = correctionIn(folded);
  const told: Record<string, Json> = corrected
    ? {
        ...readSlots(`${corrected.about}${corrected.now}`, stillAsked(corrected, asked), today),
        ...readSlots(corrected.now, [], today),
      }
    : readSlots(withoutTakenBack(folded), own.kept > 0 ? withoutLoss(asked) : asked, today);
  if (asked.includes('priority') && 'priority' in told) return told;
  if (own.kept > 0 && told['amount']) told['amount'] = less(told['amount'] as Sum, own.kept);
  const removed = removedLines(folded, known);
  const expects = asked.includes('amount') ? 'saving' : 'withdrawal';
  const sums = regularSums(regularAsCorrected(corrected) ?? folded, known, expects);
  const whole = Object.fromEntries(
    Object.entries(told).filter(
      ([slot, value]) =>
        !(slot === 'amount' && isOneOf(sums, value)) && !(slot === 'goal' && isSaid(value, known)),
    ),
  );
  return { ...whole, ...removed, ...sums, ...atLast(told, known) };
}

/** 「改成五年，钱也加到四十万」: a bare sum that corrects is no answer to what may be lost. */
const stillAsked = ({ now }: Corrected, asked: readonly string[]): readonly string[] =>
  spokenMoney(now).length > 0 ? withoutLoss(asked) : asked;

const withoutLoss = (asked: readonly string[]): readonly string[] =>
  asked.filter((slot) => slot !== 'loss_limit');

/** 「每个月三千太紧了，改成两千」: the new sum is one of every month, too; null: no such correction. */
function regularAsCorrected(corrected: Corrected | null): string | null {
  const [every] = corrected ? (/每个?[月年]/.exec(corrected.about) ?? []) : [];
  const isBare = corrected !== null && /^[^，,。每]{0,12}[，,。吧呀啊!！?？]*$/.test(corrected.now);
  if (every === undefined || !isBare || spokenMoney(corrected.now).length === 0) return null;
  const [verb = ''] = /存|攒|投|取|拿|领/.exec(corrected.about) ?? [];
  return `${every}${verb}${corrected.now}`;
}

/** 「货款」 after 「付货款」 says the same purpose in fewer words. */
const isSaid = (goal: Json, { goal: before }: SlotValues): boolean =>
  typeof goal === 'string' &&
  typeof before === 'string' &&
  before !== goal &&
  before.includes(goal);

/** 「每月存入改成 4000」: the new sum is no amount besides. */
const isOneOf = (sums: SlotValues, amount: Json): boolean =>
  Object.values(sums).some(
    (sum) => (sum as JsonObject | null)?.['from'] === (amount as JsonObject | null)?.['from'],
  );

/** 「中间不会动」 takes back the sum that was to be taken out on the way. */
const atLast = ({ liquidity }: SlotValues, { withdrawal = null }: SlotValues): SlotValues =>
  withdrawal !== null && (liquidity === 'dated' || liquidity === 'none')
    ? { withdrawal: null }
    : {};

function readSlots(words: string, asked: readonly string[], today: LocalDate): SlotValues {
  const folded = withoutLostBefore(words);
  const priority = asked.includes('priority') ? priorityOf(folded) : null;
  if (priority) return { priority };
  const lossLimit = lossOf(withoutTarget(folded), asked);
  const liquidity = liquidityOf(folded, asked);
  const amount = isBareLoss(folded, asked, lossLimit)
    ? null
    : amountOf(withoutTarget(folded), asked, lossLimit !== null);
  const said: Readonly<Record<string, Json | null>> = {
    goal: goalOf(folded, asked),
    loss_limit: lossLimit ?? (VAGUE_LOSS.test(folded) ? UNREAD : null),
    amount,
    target: targetOf(folded) ?? (DOUBLES.test(folded) ? twice(amount) : null),
    liquidity,
    horizon: horizonOf(folded, asked, today, liquidity),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** 「亏一点点可以，多了不行」: how much that is has to be asked. */
const VAGUE_LOSS =
  /(接受|承受|忍)(得了|得住)?(个|上)?(一?点点?|一些|少许|小幅?)的?(亏|跌|赔|波动|回撤)|(接受|承受|受得了|能忍)(得了)?[^，,。]{0,2}(亏|跌|赔|波动|回撤)(个|上)?(一?点点?|一些|少许)|(亏|跌|赔)(个|上)?(一?点点?|一些|少许)[^，,。]{0,3}(可以|行|没事|能接受|没关系|能忍|不要紧)|(少|稍微|略微|小小?)[^，,。]{0,2}(亏|跌|赔)[^，,。]{0,3}(可以|行|没事|能接受|没关系)/;

/** 「中间可能要看病用」 is no purpose of the whole. */
const ON_THE_WAY = /(中间|中途|期间|这期间|平时)[^，。,.;!?]*/g;

/** Asked what it is for; what else it may be for is corrected in the echo. */
const FOR_PARENTS =
  /(给|替|帮|为)(我|俺|咱)?(的)?(爸|妈|爹|娘|父母|老人|老(爸|妈)|岳(父|母)|公公|婆婆|(爷爷|奶奶|姥|外公|外婆))/;

/** One purpose; several come as a list, which the flow does not accept, so that one is asked for first. */
function goalOf(folded: string, asked: readonly string[]): Json | null {
  const purpose = folded.replace(ON_THE_WAY, '');
  const named = GOAL_WORDS.filter(([words]) => words.test(purpose)).map(([, goal]) => goal);
  const apart = named.filter((goal) => APART.includes(goal));
  const [first] = named;
  if (apart.length > 1 && apart[0] === first && JOINED.test(folded)) return apart;
  if (!first && asked.includes('goal') && FOR_PARENTS.test(folded)) return 'retirement';
  const isAfterGoal = !asked.includes('goal') && asked.length > 0 && first === 'growth';
  // 「货款打算先放放，多赚点」: what it is for stands before how it should do.
  const own =
    first && !WISHED.includes(first)
      ? null
      : ownPurpose(asked.includes('goal') ? folded : purpose, asked.includes('goal'));
  return own ?? (first && !isAfterGoal ? first : null);
}

/** 「一个月存三千」 counts no time to wait; 「一年后买房用」 does. */
const A_PERIOD =
  /(一|每一?)个?(年|月|季度?)(?![以之]?[后内]|[里多半])(?=[^，。]{0,6}(存|攒|投|加|放|补|取|拿|领|花|用|收入|工资|赚|挣|还|房贷|月供))/g;

const SPAN = `(${SPOKEN_NUMBER}|半)\\s*个?(年|月|周|礼拜|星期|天)`;

/** 「刚工作两年」 「存了三年」 「五年前买的」 tell of what has been. */
const BEEN = new RegExp(
  `(工作|上班|入职|结婚|毕业|退休|开户)[了有满快已经]*${SPAN}[多半]?(?![以之]?后)|` +
    `(存|攒|买|放|拿|持有|做|干|炒)[了有满]+${SPAN}[多半]?(?![以之]?后)|${SPAN}(以|之)?前`,
  'g',
);

/** 「三十万三个月后用」 is a sum and a time, without a stop between them. */
const SUM_THEN_TIME = new RegExp(`([万元块])(?=${SPAN})`, 'g');

/** 「今年五十二」 tells of now; 「今年底」 「今年要用」 of the time the money is needed. */
const THIS_YEAR =
  /今年(?!年?底|年?末|内|上半|下半|春节|过年|\s*[\d一二三四五六七八九十]+月|[就会可能]*要?用)/g;

/** 「上小学一年级」 counts no time either. */
const A_CLASS = /[一二三四五六七八九]年级/g;

/** 「随时要用」 says how long, too, where only that was asked. */
function horizonOf(
  folded: string,
  asked: readonly string[],
  today: LocalDate,
  liquidity: Json | null,
): Json | null {
  const counted = withoutAges(folded)
    .replace(BEEN, '')
    .replace(A_PERIOD, '')
    .replace(A_CLASS, '')
    .replace(THIS_YEAR, '');
  const isCounted = liquidity === null || /[年月周天]|礼拜|星期|季度/.test(counted);
  const horizon = (isCounted ? spokenHorizon(counted, today) : null) ?? horizonOfAges(folded);
  if (horizon) return { from: horizon.from, to: horizon.to };
  const isTheAnswer = asked.includes('horizon') && !asked.includes('liquidity');
  return isTheAnswer && liquidity === 'anytime' ? { from: 0, to: 1 } : null;
}

const TO_REACH =
  /(?:攒|存|凑|达|涨|变|增|翻|滚|弄|做|长|赚)(?:到|够|成|满|足)|(?:能|会|可以|才)到(?!期|账|手)|(?:能|想|希望|要|会)有(?!没)|(?:想|要|打算|计划|准备|希望|争取)(?:给[^，。]{1,4})?(?:大概|大约|先)?攒(?!了|着|钱)|目标(?:金额)?(?:是|为)?|(?:年|月)(?:以|之)?后(?:要|得|需要)(?:有|攒|凑)?|(?:需要|总共要|一共要|得有|要有)/;

/** 「想攒到四十万」: what there shall be in the end, right after the words for it. */
export function targetOf(folded: string): { from: number; to: number } | null {
  const sum = reachedIn(folded);
  return sum ? { from: sum.from, to: sum.to } : null;
}

/** 「三十万三年翻一倍」: twice what there is. */
const DOUBLES = /翻(?:一|个)?(?:倍|番)|(?:变|涨|赚|多)(?:成|出)?(?:两倍|一倍)/;

const reachedIn = (folded: string) =>
  spokenMoney(folded).find(({ start }) =>
    new RegExp(`(?:${TO_REACH.source})[^，。,.;!?]{0,3}$`).test(
      folded.slice(Math.max(0, start - 10), start),
    ),
  );

/** What is to be reached is not what there is. */
function withoutTarget(folded: string): string {
  const sum = reachedIn(folded);
  return sum ? `${folded.slice(0, sum.start)}，${folded.slice(sum.end)}` : folded;
}

interface Sum extends JsonObject {
  readonly from: number;
  readonly to: number;
}

/** What is left of a sum once a part of it is kept out. */
const less = ({ from, to }: Sum, kept: number): Sum =>
  from > kept ? { from: from - kept, to: to - kept } : { from, to };

const twice = (sum: Sum | null): Sum | null => sum && { from: 2 * sum.from, to: 2 * sum.to };

/** The amount named, other than the one that may be lost; asked for it, a bare 「20」 is 20 万. */
function amountOf(folded: string, asked: readonly string[], saysLoss: boolean): Sum | null {
  const named = spokenMoney(folded).find(
    ({ start, end }) =>
      !isRegular(folded, start, end) &&
      !/(贷|欠)(款|着|了|还|有|剩)*$/.test(folded.slice(Math.max(0, start - 6), start)) &&
      !(saysLoss && isOfLoss(folded, start)),
  );
  if (named) return { from: named.from, to: named.to };
  if (!asked.includes('amount')) return null;
  const bare = /^(?:大概|大约)?\s*(\d{1,3}(?:\.\d+)?)\s*(?:左右|吧)?$/.exec(folded.trim())?.[1];
  return bare ? { from: Number(bare) * 1e4, to: Number(bare) * 1e4 } : null;
}

function priorityOf(folded: string): Json | null {
  if (/少亏|安全|稳|不亏|保本|保守|别亏/.test(folded)) return 'safety';
  return /波动|收益|涨|多赚|接受|能扛|风险/.test(folded) ? 'growth' : null;
}
