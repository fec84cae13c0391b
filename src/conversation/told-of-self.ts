import { isMostlyEnglish } from '../language/english-asks.js';
import { normalize } from '../language/fold.js';
import { SPOKEN_NUMBER, readSpokenNumber } from '../language/spoken-number.js';

/**
 * 自述: what customers tell about themselves in passing. Said once, it holds for the rest of the
 * conversation: it changes how plainly we speak, what 「我这个年纪」 means, and is never asked again.
 */
export const TRAITS = [
  'student',
  'retired',
  'bereaved',
  'ill',
  'expecting',
  'out_of_work',
  'divorced',
  'alone',
  'foreigner',
  'beginner',
] as const;
export type Trait = (typeof TRAITS)[number];

export interface ToldOfSelf {
  /** In years, as they said it; null: not said. */
  readonly age: number | null;
  readonly traits: readonly Trait[];
  /** What they live on, in their own word; null: not said. */
  readonly work: string | null;
  /** The money they have, in their own words, such as 「26万」; null: not said. */
  readonly money: string | null;
}

export const nothingTold: ToldOfSelf = { age: null, traits: [], work: null, money: null };

/** A spouse, a parent, a child: whose death or illness is a family's own. */
export const KIN =
  '(?:老伴|老公|老婆|丈夫|妻子|爱人|先生|太太|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|姥姥|姥爷|外公|外婆|儿子|女儿|闺女|孩子|弟弟|哥哥|姐姐|妹妹|老头子?|老太婆|亲人|家里?人)';
const PASSED = '(?:走了|没了|去世|过世|离世|不在了|刚走|刚没|病故|病逝|先走|走得早)';

/** 「老公的钱没了」 is about money. */
export const BEREAVED = new RegExp(`${KIN}[^，,。！？!?的钱人]{0,6}${PASSED}`);
/** What might be, or is somebody else's, is told of nobody. */
export const SUPPOSED =
  /如果|要是|万一|假如|假设|假使|倘若|哪天|(?<!了)以后|将来|百年|客户|朋友|同事|邻居|别人/;

const OF_SELF: readonly (readonly [Trait, RegExp])[] = [
  [
    'student',
    /我(现在|还|才|就|正)*(是|在|读|上|念)[^，。的]{0,4}(学生|上学|读书|读研|大学|大[一二三四]|研[一二三])|(^|[,，。岁我])大[一二三四]([,，。!！在学]|$)|在校生|(每个?月)?生活费(剩|还剩|有|就|才)/,
  ],
  ['retired', /(?<!等我?|快|到|没|以后|将来|后)退休(了|工人|教师|干部|人员|好几年|多年)|退休金/],
  ['bereaved', BEREAVED],
  ['ill', /我[^，。他她爸妈]{0,4}(得了?(癌|肿瘤|重病|大病)|癌|查出|确诊|住院|手术|病了|生病|化疗)/],
  ['expecting', /怀孕|怀上|有喜|身孕|(我|老婆|媳妇|太太).{0,4}(要生|快生|刚生)/],
  [
    'out_of_work',
    /(我|被|刚|才|又).{0,4}(裁|失业|下岗|辞退|开除|优化|丢了(工作|饭碗)|没(了)?工作)/,
  ],
  ['divorced', /我[^，。]{0,5}离(了)?婚(了)?|(刚|才|已经)离(了)?婚/],
  ['alone', /(我|就|只)(剩)?(下)?(自己)?一个人(住|过|在家|了|$|[，。])|孤身|独居|空巢/],
  [
    'foreigner',
    /我(是|来自)[^，。]{0,3}(外国|外籍|美国|英国|日本|韩国|法国|德国|越南|俄国|俄罗斯|泰国|马来西亚|新加坡|印度|加拿大|澳洲|澳大利亚)|(中文|chinese) ?(不|说不|讲不|很)(太|大|怎么)?(好|行|会|差|烂)|(i am|i'm)( a)? foreigner|new (in|to) china/,
  ],
  [
    'beginner',
    /小白|(我|完全|什么都|啥都|一点也?|都)(是)?(不懂|没弄过)(理财|基金|这些|投资|股票|金融)?([，。的啊]|$)|第一次(买|理财|投资|接触|来)|(从来?|还)没(买|理|投)过|没(读|念|上)过(什么|几天|几年)?(书|学)|不识(几个)?字|文化(低|浅|不高)/,
  ],
];

const AGE = new RegExp(
  `(?<before>[^，,。！？!?]{0,8}?)(?<age>${SPOKEN_NUMBER})多?\\s*(?:周)?岁(?!的|以|之|才|就|时|那|起|到)`,
);
const AGE_OF_SELF = new RegExp(
  `我(?:(?:今年|都|已经|也|快|才|刚)+(?=.{1,4}了?(?:[，,。！？!?]|$))|(?=\\d{2}多?了))(?<age>${SPOKEN_NUMBER})`,
);
const SOMEONE_ELSE = new RegExp(
  `${KIN}|爸|妈|爹|娘|孙|侄|外甥|娃|宝|弟|妹|哥|姐|叔|姨|舅|姑|公公|婆婆|岳|[他她它]|老人|同学|同事|朋友|邻居|人家|有人|满|过了|到了?|等`,
);
const OLDEST = 110;

const WORK =
  /我(?:就|现在|以前)*(?:是|做|在|当|开|跑|送|干)(?:一?个|一?名|着|了|的)?(老师|教师|医生|护士|司机|外卖|骑手|快递|农民|种地|公务员|程序员|会计|律师|工人|保安|保洁|厨师|个体户?|自由职业|生意|小卖部|滴滴|网约车|销售|工程师|军人|警察|保姆|月嫂)|(自由职业|个体户)(?:者)?[，,。没]/;

const MONEY = new RegExp(
  `(?:手里|手头|手上|[账帐]上|只有|总共有?|一共有?|卡里|存折|攒了?|存了|剩下?|留下?了?|分到?了?|拿到?了?|到手|奖金|得了?|赔了?|卖了?)[^,，。！？!?一二三四五六七八九十百千万\\d]{0,6}(${SPOKEN_NUMBER}(?:来|几|多)?(?:万|千|百)(?:多|来)?(?:块|元)?|\\d{4,}(?:块|元)?)`,
);

/** What these words tell of whoever says them. */
export function toldOfSelf(text: string): ToldOfSelf {
  const folded = normalize(text).text.replace(/\s+(?=[^a-z])/g, '');
  if (SUPPOSED.test(folded)) return nothingTold;
  return {
    age: ageIn(folded),
    traits: OF_SELF.flatMap(([trait, told]) => (told.test(folded) ? [trait] : [])).concat(
      isMostlyEnglish(text) ? ['foreigner'] : [],
    ),
    work: WORK.exec(folded)?.slice(1).find(Boolean) ?? null,
    money: MONEY.exec(folded)?.[1] ?? null,
  };
}

/** 「我妈想买点理财，今年六十八岁」 goes on about her; 「我今年六十八」 is said of oneself. */
function isOfSomeoneElse({ groups, index, input }: RegExpExecArray): boolean {
  const before = groups?.['before'];
  if (before === undefined) return false;
  return SOMEONE_ELSE.test(before.includes('我') ? before : `${input.slice(0, index)}${before}`);
}

function ageIn(folded: string): number | null {
  const own = AGE_OF_SELF.exec(folded) ?? AGE.exec(folded);
  if (!own || isOfSomeoneElse(own)) return null;
  const years = readSpokenNumber(own.groups?.['age'] ?? '')?.from ?? null;
  return years !== null && years > 0 && years < OLDEST ? years : null;
}

/** What was told before, and now; the later word on a single thing holds. */
export function withToldOfSelf(before: ToldOfSelf, text: string): ToldOfSelf {
  const now = toldOfSelf(text);
  return {
    age: now.age ?? before.age,
    traits: [...new Set([...before.traits, ...now.traits])],
    work: now.work ?? before.work,
    money: now.money ?? before.money,
  };
}

/** Sixty and over (老年人权益保障法 art. 2). */
const OLDER = 60;
const SPOKEN_TO_PLAINLY: readonly Trait[] = ['retired', 'bereaved', 'foreigner'];

/** Whoever is spoken to in short plain words, one thing at a time. */
export const wantsPlainWords = ({ age, traits }: ToldOfSelf): boolean =>
  (age !== null && age >= OLDER) || traits.some((trait) => SPOKEN_TO_PLAINLY.includes(trait));
