import type { TurnContext } from '../../conversation/agent.js';
import { inChineseTerms } from '../../language/english-terms.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { describe } from './about-products.js';
import { sumsIn } from './money-words.js';
import type { Router } from './router.js';
import { shelfFilter } from '../tools/shelf-filter.js';

/** 「货基收益多少」 「大额存单现在多少利率」: what those of a kind on the shelf have paid, or pay. */

const KIND =
  '(货币市场基金|货币基金|货基|短债基金|短债|纯债基金|纯债|债券基金|债基|大额存单|现金管理(类)?(的)?(理财|产品)?)';
const YIELD = '(收益率?|利息|利率|年化|回报|七日年化)';
const LEAD = '(请问|那个?|你们|咱们|这里|现在|目前|最近|的)*';
const ASKS = `(现在|目前|大概|一般|一年|是|有|能|的|都)*(多少|几个?点|百分之几|怎么样|咋样|如何|高不高|高吗|有多高)?`;
const OF_KIND = [
  new RegExp(`^${LEAD}${KIND}(的)?${LEAD}${YIELD}${ASKS}(呢|啊|呀)?$`),
  new RegExp(`^${LEAD}${KIND}(的)?${LEAD}(是|有)?(多少|几个?点)(的)?${YIELD}(呢|啊|呀)?$`),
  new RegExp(
    `^${LEAD}${KIND}(的)?(一年|每年|放一年|一个月|半年|大概|现在)*(能|可以|会)*(有|赚|挣|拿|得|涨)(到)?(多少|几个?点)(钱|呢|啊)*$`,
  ),
  new RegExp(
    `^${LEAD}${KIND}(里|中|里面)?(的)?(哪个|哪只|哪家|谁)(的)?${YIELD}(最|更|比较)?(高|好|多)(呢|啊|点)*$`,
  ),
  new RegExp(`^${LEAD}${KIND}(基金)?(好吗|好不好|好么|行不行|值得买吗|怎么样)$`),
];
const YIELD_ALONE = new RegExp(
  `^(那|它们?|这个|这种|一年)*(的)?(${YIELD}(是|有|一年|大概)*(多少|几个?点)|(多少|几个?点)(的)?${YIELD})(一年|每年)?(呢|啊|呀)?$`,
);
const SAYS_KIND = new RegExp(KIND);
const RISES_OR_FALLS = /越来越|为什么|为啥|怎么(算|变|这么)|变(少|低)|降/;

/** Null: nothing of a kind is asked, or a product or a sum is named. */
export function yieldOfKind(router: Router, context: TurnContext, text: string): Command | null {
  const folded = bare(text);
  const isNamed = router.names.find(text).some(({ codes }) => codes.length === 1);
  if (isNamed || sumsIn(text).length > 0 || RISES_OR_FALLS.test(folded)) return null;
  const isAsked = OF_KIND.some((words) => words.test(folded));
  const kind = isAsked || goesOn(context, folded) ? folded : kindAskedOf(context, folded);
  const [said] = kind === null ? [] : (SAYS_KIND.exec(kind) ?? []);
  if (said === undefined) return null;
  const query = `${said === '短债' || said === '纯债' ? `${said}基金` : said}的收益`;
  const filter = shelfFilter(query);
  const [only, ...others] = [...router.products.values()].filter(
    (one) => one.status === 'on_sale' && filter.matches(one) && ofWholeName(one.name, said),
  );
  return only && others.length === 0
    ? describe(only.code, ['performance'], text)
    : { do: 'list_products', query, skip: 0 };
}

/** 「大额存单」 is one of the deposits, which are all of a kind on the shelf. */
const ofWholeName = (name: string, said: string): boolean =>
  said !== '大额存单' || name.includes(said);

/** 「短债呢」, once the yield of a kind was asked. */
const goesOn = (context: TurnContext, folded: string): boolean =>
  KIND_ALONE.test(folded) &&
  saidBefore(context)
    .slice(-REMEMBERED)
    .some((said) => OF_KIND.some((words) => words.test(said)));

const KIND_ALONE = new RegExp(`^(那|换成)*${KIND}(基金)?呢$`);
const REMEMBERED = 8;

/** 「利息多少一年」: of the kind that the message before named. */
function kindAskedOf(context: TurnContext, folded: string): string | null {
  const last = saidBefore(context).at(-1) ?? '';
  return YIELD_ALONE.test(folded) && SAYS_KIND.test(last) ? last : null;
}

const saidBefore = ({ history }: TurnContext): readonly string[] =>
  history.filter(({ role }) => role === 'customer').map(({ text }) => bare(inChineseTerms(text)));

const bare = (text: string): string => normalize(text).text.replace(/[\s，。！？!?,.]/g, '');
