import { normalize } from '../../language/fold.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { shelfFilter } from '../tools/shelf-filter.js';

const ORDINALS = ['一', '二', '三', '四', '五', '六'];
const POINTS_BACK =
  /(它|这只|这款|这个产品|该产品|那只|那款|那个产品|刚才(那|的|说的)|前面(那|的|说的)|上面(那|的|说的)|这支|那支)/;
const FIRST_TWO = /(前两个|前两只|前两款|前面两)/;
/** 「两个月」 「两个问题」 are no two products. */
const PAIR =
  /(它们|两者|这俩|那俩|俩(?=都|一起|呢)|(这|那)?两(个|只|款|支)(?!月|星期|礼拜|多月|工作|交易|人|问题|账户|小时|银行|孩子|老人|手机|地方|选择|选项))/;
/** 「还是刚才那只吧」 after a look at another one means the one before it. */
const GOES_BACK = /(还是|换回|回到|说回).{0,4}(刚才|之前|前面|原来|上一|开头)|上一(个|只|款)/;

/** 「开头那个」 is the one the talk began with. */
const TO_THE_FIRST = /(开头|最开始|一开始|最早|最先)(那|说的|问的|讲的)?(一)?(个|只|款|支)?/;

/**
 * Products a sentence means without naming them: 「它」 the last spoken of, 「第二个」 「后一个」 of what
 * was last listed or compared, 「前两个」 two of these. Codes, may be empty.
 */
export function referredProducts(text: string, state: ConversationState): readonly string[] {
  const folded = normalize(text).text;
  const listed = state.listed.length > 0 ? state.listed : state.products;
  if (FIRST_TWO.test(folded)) return listed.slice(0, 2);
  if (PAIR.test(folded) || weighsUnnamed(text)) return pairOf(state);
  const counted = ordinalsOf(folded, listed.length);
  if (counted !== null) return counted.flatMap((at) => listed[at] ?? []);
  if (isAnother(folded)) return otherThan(state);
  if (TO_THE_FIRST.test(folded)) return state.firstProduct === null ? [] : [state.firstProduct];
  if (GOES_BACK.test(folded)) return state.products.slice(1, 2);
  return POINTS_BACK.test(folded) && !OWN_SUBJECT.test(folded) ? state.products.slice(0, 1) : [];
}

const ANOTHER =
  /^(那|那么|就|换|看看|说说|再说说?|要是)*(另外?一?|另外那|那另外?|剩下(的)?那?)(个|只|款|支)(呢|吧|的|也|卖|赎|亏|赚|几|多|扣|怎|费|风|$)/;

/** 「那另一只」 is the one of two that was not spoken of. */
export const isAnother = (text: string): boolean =>
  ANOTHER.test(normalize(text).text.replace(/\s/g, ''));

/** The other of two that were shown, else the one spoken of before; empty: which is open. */
function otherThan({ listed, products }: ConversationState): readonly string[] {
  const [current, before] = products;
  const others = listed.filter((code) => code !== current);
  if (listed.length === 2 && others.length === 1) return others;
  // Of a list nothing was spoken of by itself.
  const isList = listed.length > 2 && listed.every((code) => products.includes(code));
  return before === undefined || isList ? [] : [before];
}

/** The two that were just held against each other, else the two last spoken of. */
function pairOf({ listed, products }: ConversationState): readonly string[] {
  const isFresh =
    listed.length === 2 && (products[0] === undefined || listed.includes(products[0]));
  const pair = isFresh ? listed : products.slice(0, 2);
  return pair.length === 2 ? pair : [];
}

/** 「放两个月哪个省」 after two classes of a fund, 「今年以来哪个好」 after any two. */
const weighsUnnamed = (text: string): boolean =>
  (asksForCost(text) || (ASKS_OF_PAST.test(text) && !asksForBest(text))) &&
  /哪(个|只|款|类|边)/.test(text) &&
  !isGeneral(text);

const ASKS_OF_PAST =
  /今年|去年|近(半|[一二三两1-5])|以来|收益|业绩|波动|回撤|涨得|跌得|亏得|风险(大|高|小|低)/;

/** The two that the last reply held against each other; null: it did not. */
export function pairJustCompared(
  { listed, products }: ConversationState,
  lastReply: string,
): readonly string[] | null {
  const isFresh = listed.length === 2 && listed.includes(products[0] as string);
  return isFresh && lastReply.includes('放在一起看') ? listed : null;
}

/** 「百万医疗那款」 names its own subject: what was spoken of before is not meant. */
const OWN_SUBJECT =
  /(医疗|重疾|意外|年金|寿险|养老金|分红险|万能险|投连|国债|存单|信托|私募|等待期|犹豫期|定投|存款保险)/;

/** Positions counted from 0; null when the sentence counts nothing. */
function ordinalsOf(text: string, length: number): readonly number[] | null {
  const words = [...text.matchAll(/第\s*([一二三四五六1-6])\s*(个|只|款|支)/g)].map(
    ([, word = '']) => (ORDINALS.includes(word) ? ORDINALS.indexOf(word) : Number(word) - 1),
  );
  if (words.length > 0) return words;
  if (/(前一个|前一只|前者)/.test(text)) return [0];
  if (length === 2 && /前面(那|这)?(个|只|款)/.test(text)) return [0];
  if (/(后一个|后一只|后者|后面(那|这)?(个|只|款)|最后一个|最后那)/.test(text)) return [length - 1];
  return null;
}

/** 「它手续费多少」 「第二个是啥」: points at a product, whichever it is. */
export const pointsAtProduct = (text: string): boolean =>
  /它|[这那](只|款|支)|第\s*[一二三四五六1-6]\s*(个|只|款|支)/.test(normalize(text).text) &&
  !OWN_SUBJECT.test(normalize(text).text);

/** Says that two things should be held against each other. */
export const asksToCompare = (text: string): boolean =>
  /(比(?!率|例|方|如|重|较基准)|区别|差别|不同|哪个|哪只|哪款|(?<!^那?)还是(?!刚才|之前|开头|开始|原来|算|先)|和.+(一样|相比))/.test(
    normalize(text).text,
  );

/** 「放两个月哪个省」: what things cost, whoever asks. */
export const asksForCost = (text: string): boolean =>
  /费|省钱|更省|比较省|哪个省|划算|便宜|成本|贵/.test(normalize(text).text);

/** 「凭啥给我推这个」; 「凭啥不给我推荐」 asks for the very thing. */
export const asksWhyShown = (text: string): boolean =>
  /(为什么|为啥|为何|凭什么|凭啥|(?:怎么|咋)(?:就|会|老)|干嘛)[^不别没]{0,6}(推|介绍|给我看)/.test(
    normalize(text).text,
  );

/** How long, where, how or by what right: what a rule answers, rather than somebody's own trouble. */
export const asksForRule = (text: string): boolean =>
  asksWhatIsDue(text) ||
  /多久|几天|多少天|最晚|最迟|期限|什么时候|啥时候|(怎么|怎样|如何|去哪|在哪|上哪|向谁|找谁).{0,4}(投诉|举报|反映|告|说理)|(投诉|举报).{0,6}(怎么|去哪|电话|渠道|流程|有用吗)|投诉[^，。]{0,4}还?(管用|来得及|有用|算数|受理)|过(了)?(时效|期限|期了)|(证监会|银保监|金融监管|监管局|监管部门|12386|12378).{0,14}(电话|号码|怎么|在哪|地址)/.test(
    normalize(text).text,
  );

/** 「消费者被欺诈可以要求赔几倍」 asks what the law gives anybody; 「你们赔我多少」 asks for it. */
const asksWhatIsDue = (text: string): boolean =>
  /(赔|罚|判|处罚)(偿|付|款)?[^，。]{0,3}(几|多少)/.test(text) &&
  !/我|你们|您们|贵行|咱/.test(text);

/** 「他收我三千块服务费」 tells what somebody else does; our records know nothing of it. */
export const tellsOfOthers = (text: string): boolean =>
  /^那?(他们?|她们?|对方|人家|老师|群主|群里|中介)/.test(normalize(text).text);

/** 「那撤回授权总行吧」 asks what one may do; 「帮我撤回」 asks us to do it. */
export const asksWhetherAllowed = (text: string): boolean => {
  const folded = normalize(text).text;
  return (
    /(总|也|还|都)(该|应该)?(行|可以|能|成)[^，。]{0,2}(吧|吗|么)|有没有权|有权|(能不能|可不可以|可以)(要求|让)(你们|咱们)|(法律|法规|规定)上?(怎么|咋|是怎么)(说|定|规定)/.test(
      folded,
    ) && !/[帮替给]我|请/.test(folded)
  );
};

/** 「瞎填了会咋样」 asks what comes of it, and begins nothing. */
export const asksWhatComes = (text: string): boolean =>
  /会(不会)?(咋|怎么?|啥|什么)(样|着)?|会不会|有?(什么|啥|哪些)(后果|影响|坏处)|(会|要)(被)?(罚|追责)|为(什么|啥)|凭(什么|啥)|算(不算)?(违规|违法|骗)/.test(
    normalize(text).text,
  );

/** 「收益最高的是哪个」: asks us to pick, whatever was spoken of before. */
export const asksForBest = (text: string): boolean =>
  /最(高|好|多|赚|稳|安全|靠谱|划算|值得).{0,8}(哪|什么|吗|呢)|(哪|什么).{0,8}最(高|好|多|赚|稳|安全|靠谱|划算|值得)/.test(
    normalize(text).text,
  );

/** A question about things in general, so that nothing said before is meant. */
export const isGeneral = (text: string): boolean =>
  OWN_SUBJECT.test(normalize(text).text) ||
  /(基金|理财产品|理财|债券|存款|国债|保险|信托|一般|通常|你们|所有|哪些|什么是|规定|产品)/.test(
    normalize(text).text,
  );

const GOES_ON = /^(还有|其他|其它|别的|剩下|另外|更多|下一页|再来|继续|接着|后面).{0,8}$/;

/** 「还有呢」 after a list that did not show everything: the same list further on; else null. */
export function continuesList(
  text: string,
  { listing }: ConversationState,
): { readonly query: string; readonly skip: number } | null {
  const folded = normalize(text).text.trim();
  if (!listing || !GOES_ON.test(folded) || shelfFilter(folded).isNarrow) return null;
  return { query: listing.query, skip: listing.shown };
}

/** A product code we do not know still is one: 「QY9999 费率」 is not about products in general. */
export const unknownCode = (text: string): string | null =>
  /(?<![A-Za-z0-9])[A-Za-z]{2}\d{4}(?![A-Za-z0-9])/.exec(text)?.[0].toUpperCase() ?? null;
