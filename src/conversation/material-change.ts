import { normalize } from '../language/fold.js';
import { KIN, SUPPOSED } from './told-of-self.js';

/**
 * 重大变化: what customers report of their own life after which an earlier questionnaire no longer tells
 * how much they can bear (金融机构产品适当性管理办法 art. 29 [T2]).
 */
export type MaterialChange =
  'out_of_work' | 'divorced' | 'income_fallen' | 'in_debt' | 'gravely_ill' | 'retired' | 'bankrupt';

const CHANGES: readonly (readonly [MaterialChange, RegExp])[] = [
  [
    'out_of_work',
    /(被|遭)[^，。]{0,6}(裁|辞退|开除|优化)|(失业|下岗)(了|在家)?$|(失业|下岗)了|(丢了?|没了?)(份)?(工作|饭碗)(了|$)|(工作|饭碗)(没|丢)了|公司(倒闭|破产|黄)了/,
  ],
  ['divorced', /离(了)?婚了|离了婚|(刚|才|已经)离婚/],
  [
    'income_fallen',
    /(收入|工资|薪水|进账)[^，。？?]{0,6}(少|降|砍|减|跌|缩|断|没)(了|到|掉|一半|一大半|大半|得)|(降|减|停)薪了/,
  ],
  [
    'in_debt',
    /(欠|背)(了|上)?(下|着)?(一?[身屁]股|一大?堆|一大笔|很多|好多|不少|几[十百]?万|[\d一二三四五六七八九十百]+万)[^，。]{0,4}债|一(大)?(堆|身|屁股)的?债|负债累累/,
  ],
  ['gravely_ill', /(得|生|患|查出)了?[^，。？?]{0,4}(大病|重病|癌|肿瘤|绝症)/],
  [
    'retired',
    /(?<!没|快|等|要|将|到|后)退休了(?!.{0,2}[的工干教人])|(刚|上个?月|上周|今年|办了?|办完)退休/,
  ],
  ['bankrupt', /(家里|我|生意|厂子?|店|铺子)[^，。？?]{0,4}(破产|倒闭|垮|黄)了?|破产了/],
];

/** What is asked of a rule, is about to be, is denied, or has long been so before any questionnaire. */
const NO_REPORT =
  /吗|么$|呢$|[?？]|是不是|会不会|怎么|多少|如何|(没|不|未)(有)?(被|失业|下岗|离婚|退休|破产|欠|背|得|生)|(快|想|要|准备|打算|可能|担心|怕|避免)[^，。]{0,5}(失业|下岗|被裁|离婚|退休|破产|裁)|早就|多年|好几年|[\d一二两三四五六七八九十几]+年(前|了)|以前|当年|曾经|后$|的(话|时候|人)|险/;

const SOMEBODY_ELSE = new RegExp(`${KIN}|[他她它]|人家|有人|公司里|同学|亲戚|老板|听说|新闻|网上`);
/** Of the household, whoever of them it struck. */
const OF_HOUSEHOLD: readonly MaterialChange[] = ['bankrupt', 'in_debt', 'income_fallen'];

/** From this age on, 「我退休了」 says who one is: only what has just happened is news. */
const LONG_RETIRED = 65;
const JUST_NOW =
  /刚|才|上个?(月|周|星期|礼拜)|这个?(月|周|星期|礼拜)|今年|今天|昨天|前天|最近|新近/;

/** The first change reported in these words; null: none. `age`: whole years; null: not known. */
export function materialChangeIn(text: string, age: number | null = null): MaterialChange | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (SUPPOSED.test(folded)) return null;
  const clauses = folded
    .split(/[，,。.；;！!\n]/)
    .flatMap((one) => one.match(/[^?？]+[?？]*/g) ?? []);
  for (const clause of clauses) {
    const change = reportedIn(clause);
    const isOldNews = change === 'retired' && (age ?? 0) >= LONG_RETIRED && !JUST_NOW.test(clause);
    if (change !== null && !isOldNews) return change;
  }
  return null;
}

function reportedIn(clause: string): MaterialChange | null {
  if (NO_REPORT.test(clause)) return null;
  const [change] = CHANGES.find(([, isSaid]) => isSaid.test(clause)) ?? [null];
  if (change === null) return null;
  return isOwn(change, clause) ? change : null;
}

/** 「我和老公离婚了」 is one's own, 「我老公失业了」 is not; what strikes the household strikes its money. */
function isOwn(change: MaterialChange, clause: string): boolean {
  if (change === 'divorced') return !OTHERS_MARRIAGE.test(clause);
  if (OF_HOUSEHOLD.includes(change) && /我家|家里|我们家/.test(clause)) return true;
  return !SOMEBODY_ELSE.test(clause);
}

const OTHERS_MARRIAGE = /爸|妈|父母|儿子|女儿|闺女|孩子|弟|妹|哥|姐|他|她|人家|有人|听说/;
