import { normalize } from '../../language/fold.js';
import { shelfFilter } from '../tools/shelf-filter.js';
import { shelfWish } from '../tools/shelf-wishes.js';

const HAVE = /(有没有|有哪些|有哪几|有什么|有啥|都有(什么|啥)|卖(哪些|什么|啥)|有)/;
const KIND =
  /(基金|理财|产品|债基|货基|保险|存款|定期|存单|国债|信托|私募|短债|纯债|reits?|etf|fof|qdii|fund)/;
/** After the kind nothing but how it is asked: 「基金有哪些费用」 asks for something else. */
const TAIL = /(可以买|能买|在卖|卖|推荐|的)?(有|有吗|有没有|吗|么|呢|不|没有|嘛)?/;

const ASKS_FOR_KIND = new RegExp(
  `${HAVE.source}[^，。？?]{0,12}${KIND.source}${TAIL.source}[？?]?$`,
);
const KIND_FIRST = new RegExp(
  `(^|你们|咱们|这里|贵行)(这里|这儿|有)?.{0,8}${KIND.source}(你们|咱们|贵行)?(这里|这儿)?(都)?(有吗|有没有|有哪些|有哪几(只|款|个)|有(什么|啥))[？?]?$`,
);

/** 「你们有没有那种稳当一点的」 「没有风险的有没有」: a grade in words, and no kind. */
const ASKS_FOR_GRADE = new RegExp(
  `^.{0,10}(有没有|有|换个|换一?只|想?换成|想(要|买|换)(个|点|只)?)(那种|什么|啥|更)?(稳(当|妥|定)?一?点|稳(当|妥|(?=的))|低风险|(没有?|无|零)风险|风险(低|小)一?点?)(的|儿的)?(产品|东西)?(给我|我)?(看看|瞧瞧|看一下)?${TAIL.source}[？?]?$|^.{0,8}(除了|不算|不要)(存款|定期|国债)?.{0,4}(还)?有(啥|什么|哪些)(比较|更)?稳(当|妥|定)?一?点?的?(产品|东西)?[？?]?$|^(没有?|无|零|低)风险的?有(没有|吗|哪些|什么)[？?]?$`,
);

/** 「有没有股票型或者偏股混合，列一下，带费率」 */
const ASKS_FOR_STOCKS =
  /(有没有|有哪|有什么|有啥|都有|列(一下|出|个)?|找(一下|几只)?)[^。？?]{0,10}(股票型|偏股|股票(类)?基金|股基)|(股票型|偏股|股票(类)?基金|股基)[^。？?]{0,12}(有没有|有哪|有吗|列|看看有)/;

export const asksForStockFunds = (text: string): boolean =>
  ASKS_FOR_STOCKS.test(normalize(text).text) && !/区别|差别|什么意思|是什么|为什么|怎么/.test(text);

/** 「余额宝那种产品你们有吗」 */
const ALIKE_ELSEWHERE =
  /(那种|这种|类似|一样|差不多)的?(产品|东西|基金|理财)?[，,]?(你们|咱们|贵行)(这里|这儿|家)?(有|卖)(没有|吗|么|不|没)/;

const WHICH =
  /有没有|有哪|有什么|有啥|哪些|哪几|哪(个|只|款|一|种)|想要(个|只)?|想找|给我(看|找|列)/;
const BY_GRADE =
  /风险(等级)?(是|也)?最(低|高|小|大)的?(产品|基金|理财)?(是|有)?(哪|什么)|(哪|什么).{0,4}(产品|基金|理财)?风险(等级)?最(低|高|小|大)|最(稳|安全|保守)的?(产品|基金|理财)?(是|有)?(哪(些|几)|什么)/;

/** 「C2能买哪些」 wants to see them; 「C2 能买什么级别的」 asks for the rule. */
const BY_CLASS =
  /c[1-5](的?客户|的?人)?[，,]?[那我都就]{0,3}(能|可以|只能)买(到)?(哪些|什么|啥|哪几(只|个|款))(产品|基金|理财|东西)?[呢啊呀]?[？?。]?$/;

/** 「一个月左右能取的有没有」 「费用最低的是哪只」 「风险最高的是哪个」: by a figure of the row, whoever asks. */
const asksByFigure = (folded: string): boolean =>
  BY_GRADE.test(folded) || (WHICH.test(folded) && shelfWish(folded) !== null);

/** 「我想买 safe 的 一年」: what is safe of all there is, by grade. */
export function wantsTheSafe(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  return [WANTS_SAFE, SAFE_WITHOUT_LOSS, SAFER].some((words) => words.test(folded));
}

/** 「稳点的」 */
const SAFER =
  /^(那|要|来|换|找|想要|看看)*(个|只|点)?(更|再)?(稳|安全|保险|保守)(当|妥|健)?一?(点|些)(儿)?的(吧|呢|有吗|有没有)*$/;

/** 「哪个安全，不要亏钱的」 is no question of who keeps the money. */
const SAFE_WITHOUT_LOSS =
  /^(那|请问|你们|有没有|有)*(哪(个|种|些|款|只|样)|什么)?(产品|基金|理财|东西)?(是|最|比较|更)*(安全|稳|稳妥|稳当|稳健|保险)(一?点|一些|些)?的?(产品|基金|理财|东西)?[，,]?(我|就|也|千万|可)*(不要|不想|不能|不可以|别|不会|怕)(亏|赔|损失|少)(钱|本|本金)?(的|了)?(有吗|有没有|吗)?[。！!？?]*$/;

const WANTS_SAFE =
  /^(我|俺)?(就)?(想|要|打算)(买|存|放|找|投)(个|点|一点|一些|些)?(比较|更|最)?(安全|稳|稳妥|稳当|稳健|保险)(一?点|些)?的?(产品|理财|东西)?[，,]?(放|存)?.{0,4}(年|月)?[。吧]*$/;

/** 「你们有没有差不多的股票基金」: what is on the shelf of a kind, not what the kind is. */
export function asksForShelf(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  const isAboutShelf =
    ASKS_FOR_KIND.test(folded) ||
    KIND_FIRST.test(folded) ||
    ASKS_FOR_GRADE.test(folded) ||
    ALIKE_ELSEWHERE.test(folded) ||
    BY_CLASS.test(folded) ||
    asksByFigure(folded);
  return (
    isAboutShelf &&
    !/保本|稳赚|不(会)?亏|存款保险|种类|怎么|区别|是不是/.test(folded) &&
    shelfFilter(text).isNarrow
  );
}
