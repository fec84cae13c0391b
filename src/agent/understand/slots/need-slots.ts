import type { Goal } from '../../../conversation/flows/need.js';
import { normalize } from '../../../language/fold.js';
import { spokenHorizon } from '../../../language/spoken-horizon.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import { readSpokenNumber } from '../../../language/spoken-number.js';
import type { SlotValues } from '../../../terms/command.js';
import type { Json } from '../../../terms/json.js';
import type { LocalDate } from '../../../terms/time.js';
import { correctionIn } from './corrections.js';

/** First hit wins: the narrower purpose stands before the wider. */
const GOAL_WORDS: readonly (readonly [RegExp, Goal])[] = [
  [/公司.{0,6}(税|隔离|资产)|企业主|避税|税务(筹划|规划)|家企/, 'business'],
  [
    /传承|遗产|留给(孩子|儿子|女儿|后代|子女|孙|外孙)(?!.{0,6}(上学|读书|念书|上大学))|继承|遗嘱/,
    'inheritance',
  ],
  [/养老|退休|老了以后|晚年/, 'retirement'],
  [
    /教育|上学|留学|学费|读书|上大学|念书|奶粉|娃.{0,4}(读|学)|孩子.{0,6}(用|读|学|攒)/,
    'education',
  ],
  [/买房|首付|房子|换房|购房|学区房/, 'home'],
  [/重疾|生病|看病|医疗|保障|万一(有|出)(事|啥)|意外/, 'protection'],
  [/应急|备用|救急|周转|以防万一|留着备/, 'emergency_fund'],
  [/装修|旅(游|行)|买车|结婚|彩礼|交税|近期要花|过年花/, 'short_spending'],
  [/每(个)?月(拿|领|发|有|给)|现金流|补贴家用|生活费|当工资|固定.{0,4}(领|拿)/, 'income'],
  [/保值|通胀|贬值|缩水|跑赢物价|不贬|跟上物价/, 'preserve'],
  [
    /增值|钱生钱|多赚|赚(点|钱|得多)|收益(高|好)|高收益|翻倍|涨得多|投资|理财(?!规划|方案|产品|配置|经理)/,
    'growth',
  ],
];

const NO_LOSS =
  /(一点|一分|半点)?(都|也)?(不|别|不能|不想|不要|不愿|没法|亏不起|不许)(接受)?(有)?(亏|赔|损失)|亏不起|不亏本|保住?本|本金(安全|不能)/;
const LOSS = /亏|赔|损失|跌|回撤|浮亏/;
const SHARE =
  /(\d+(?:\.\d+)?)\s*(?:%|％|个点|个百分点)|([一二两三四五六七八九])成|百分之([零一二三四五六七八九十]+)/;

/** Purposes that are told apart when both are named; the others may be two names of one wish. */
const APART: readonly Goal[] = [
  'retirement',
  'education',
  'home',
  'protection',
  'emergency_fund',
  'short_spending',
];
const JOINED = /和|跟|与|还有|还要|也|又|另外|以及|一部分|一半|、/;

/** What a sentence says about a need. Slots that were just asked are read from bare answers, too. */
export function needSlots(text: string, asked: readonly string[], today: LocalDate): SlotValues {
  const folded = normalize(text).text;
  const corrected = correctionIn(folded);
  if (!corrected) return readSlots(folded, asked, today);
  const { about, now } = corrected;
  return { ...readSlots(`${about}${now}`, asked, today), ...readSlots(now, [], today) };
}

function readSlots(folded: string, asked: readonly string[], today: LocalDate): SlotValues {
  const priority = asked.includes('priority') ? priorityOf(folded) : null;
  if (priority) return { priority };
  const lossLimit = lossOf(folded, asked);
  const liquidity = liquidityOf(folded, asked);
  const said: Readonly<Record<string, Json | null>> = {
    goal: goalOf(folded, asked),
    loss_limit: lossLimit,
    amount: amountOf(folded, asked, lossLimit !== null),
    withdrawal: withdrawalOf(folded),
    liquidity,
    horizon: horizonOf(folded, asked, today, liquidity),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** One purpose; several come as a list, which the flow does not accept, so that one is asked for first. */
function goalOf(folded: string, asked: readonly string[]): Json | null {
  const named = GOAL_WORDS.filter(([words]) => words.test(folded)).map(([, goal]) => goal);
  const apart = named.filter((goal) => APART.includes(goal));
  const [first] = named;
  if (apart.length > 1 && apart[0] === first && JOINED.test(folded)) return apart;
  const isAfterGoal = !asked.includes('goal') && asked.length > 0 && first === 'growth';
  return first && !isAfterGoal ? first : null;
}

/** 「随时要用」 says how long, too, where only that was asked. */
function horizonOf(
  folded: string,
  asked: readonly string[],
  today: LocalDate,
  liquidity: Json | null,
): Json | null {
  const isCounted = liquidity === null || /[年月周天]|季度/.test(folded);
  const horizon = isCounted ? spokenHorizon(folded, today) : null;
  if (horizon) return { from: horizon.from, to: horizon.to };
  const isTheAnswer = asked.includes('horizon') && !asked.includes('liquidity');
  return isTheAnswer && liquidity === 'anytime' ? { from: 0, to: 1 } : null;
}

/** The amount named, other than the one that may be lost; asked for it, a bare 「20」 is 20 万. */
function amountOf(folded: string, asked: readonly string[], saysLoss: boolean): Json | null {
  const named = spokenMoney(folded).find(({ start }) => {
    const before = folded.slice(Math.max(0, start - 6), start);
    if (PERIODIC.test(before) && (!asked.includes('amount') || TAKES_OUT.test(folded)))
      return false;
    return !saysLoss || !LOSS.test(before);
  });
  if (named) return { from: named.from, to: named.to };
  if (!asked.includes('amount')) return null;
  const bare = /^(?:大概|大约)?\s*(\d{1,3}(?:\.\d+)?)\s*(?:左右|吧)?$/.exec(folded.trim())?.[1];
  return bare ? { from: Number(bare) * 1e4, to: Number(bare) * 1e4 } : null;
}

/** 「每年五万左右」 is what goes in or out on the way, never what there is. */
const PERIODIC = /每一?(年|个?月|季度?)|年年|月月/;
const TAKES_OUT = /用|取|拿|领|花/;
const PUTS_IN = /存|攒|投|赚|挣|收入|工资|利息|房租|房贷|还|交|缴/;

/** What is taken out on the way, a year or a month: its own line, so that the whole stays what it was. */
function withdrawalOf(folded: string): Json | null {
  if (PUTS_IN.test(folded)) return null;
  const sum = spokenMoney(folded).find(({ start }) =>
    PERIODIC.test(folded.slice(Math.max(0, start - 6), start)),
  );
  if (!sum) return null;
  return { from: sum.from, to: sum.to, every: /月/.test(folded) ? 'month' : 'year' };
}

/** 「说错了，是一百万」 takes back a sum told before: no answer to what was asked now. */
const CORRECTS = /不对|说错|搞错|记错|写错|更正|改成|应该是/;

function lossOf(folded: string, asked: readonly string[]): Json | null {
  const isAsked = asked.includes('loss_limit') && !CORRECTS.test(folded);
  if (NO_LOSS.test(folded)) return { percent: 0 };
  const share = SHARE.exec(folded);
  if (share && (isAsked || LOSS.test(folded))) return { percent: shareOf(share) };
  if (LOSS.test(folded) && /一半/.test(folded)) return { percent: 50 };
  if (isAsked && /^(不能|不行|零|0|不接受|不可以)/.test(folded.trim())) return { percent: 0 };
  const sum = spokenMoney(folded).find(({ start }) =>
    LOSS.test(folded.slice(Math.max(0, start - 6), start)),
  );
  const alone = isAsked && !asked.includes('amount') ? spokenMoney(folded)[0] : undefined;
  const yuan = sum ?? alone;
  return yuan ? { yuan: yuan.to } : null;
}

function shareOf([, digits, tenths, hundredths]: RegExpExecArray): number {
  if (digits) return Number(digits);
  if (tenths) return (readSpokenNumber(tenths)?.from ?? 0) * 10;
  return readSpokenNumber(hundredths ?? '')?.from ?? 0;
}

const ANYTIME =
  /随时|说不准|可能(会|要)?(突然)?(用|取)|急用|随取随用|灵活|(啥|什么|哪)时候.{1,6}(啥|什么|哪)时候|(病|急)了(再|就|才)?用/;

function liquidityOf(folded: string, asked: readonly string[]): Json | null {
  if (/不急(用|着)|用不(着|到)|闲钱|长期不用|放着不动|不着急/.test(folded)) return 'none';
  if (ANYTIME.test(folded)) return 'anytime';
  if (/到时候|那时候|到期(才|再|后)?(用|取)|(中间|中途|期间)(都|也)?不(会|用|动)/.test(folded))
    return 'dated';
  if (!asked.includes('liquidity')) return null;
  if (/^(会|可能|有可能|说不定|要)/.test(folded.trim())) return 'anytime';
  return /^(不会|不用|没有|不)/.test(folded.trim()) ? 'dated' : null;
}

function priorityOf(folded: string): Json | null {
  if (/少亏|安全|稳|不亏|保本|保守|别亏/.test(folded)) return 'safety';
  return /波动|收益|涨|多赚|接受|能扛|风险/.test(folded) ? 'growth' : null;
}
