import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { namesTime } from './carried/fragment.js';
import { sumsIn } from './money-words.js';
import { shownTogether } from './carried/shown-together.js';
import { inHalves } from './our-kinds.js';
import type { Router } from './router.js';
import { describe } from './about-products.js';
import { currentProduct } from './topic.js';

/** 一句短话的打算: 「有没有高一点的」 「随时要用」 「各放一半」 「帮我算算」, read with what was shown before. */

const HIGHER =
  /^(那|还|你们|这里|想|要)*(有没有|有|换个|换)?(收益|利息|利率|回报|赚得?)?(再|更|稍微|比这个|比它)*(高|多)(一?点|一?些|点儿)(的|儿|产品)*(有吗|有没有|吗|么|没有|呢|可以吗)*$|^(那|还)*(有没有|还?有)(啥|什么|哪些|没有)?(比这个?|比它|更|再)(还|更|要)*(高|多|赚钱?)(一?点|一?些)?(的)?(吗|么|没有|呢)*$/;
const AT_CALL =
  /^(我|这|钱|笔|可能|得|要|就是)*随时(都|就|可能|会|要|得|能|可以)*(要|能)?(用|取|动)(钱|的|到|上)*(进货|周转|付款|付货款|发工资|应急|急用)?(用|要|的|就行)*$/;
const RECKON =
  /^(那|你|您|就|来|先|麻烦)*(帮|给|替)(我|咱)?(算|算一?算|算一下|估一?估|估算)(一下|下|看|吧|呗|呢)*$/;
const COMES_LATER =
  /^(我)?(下个?(月|周|礼拜|星期|季度)|年底|月底|明年|过(几|两|一)(天|周|个月)|回头|之后|以后|到时候)[^，。？]{0,8}(有|到|进|收|来)[^，。？]{0,4}[一二两三四五六七八九十百千万\d]+(万|千|块|元|w)[^，。？]{0,3}(进来|到账|进账|回来|打进来|到|来)?$/;

const bare = (text: string): string => normalize(text).text.replace(/[\s，。！!,.~]/g, '');

/** Whether the words are one of these, so that no model reads them otherwise. */
export function isShortWish(text: string): boolean {
  const said = bare(text).replace(/[?？]/g, '');
  return [HIGHER, AT_CALL, RECKON, COMES_LATER].some((words) => words.test(said));
}

/** Null: none of them. */
export function shortWish(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  const said = bare(text).replace(/[?？]/g, '');
  if (COMES_LATER.test(said)) return [{ do: 'social', act: 'told' }];
  if (AT_CALL.test(said)) return [{ do: 'list_products', query: '随时能取的产品', skip: 0 }];
  if (HIGHER.test(said)) return higher(router, context);
  if (RECKON.test(said)) return [reckoned(router, context)];
  return inHalves(text) ? halves(router, context, text) : null;
}

/** What comes with more, and what stands one grade above that which is spoken of, where that is no leap. */
function higher(router: Router, context: TurnContext): readonly Command[] {
  const [last] = [currentProduct(router, context), ...context.state.listed];
  const product = router.products.get(last ?? '');
  const above = ((product && effectiveRiskLevel(product)) ?? 1) + 1;
  const answer: Command = { do: 'answer', query: '想要收益更高的产品' };
  return above > HIGHEST
    ? [answer]
    : [answer, { do: 'list_products', query: `R${above}的产品`, skip: 0 }];
}

/** Nothing bolder is listed for a wish alone. */
const HIGHEST = 3;

/** The sum that was said, of what was shown; else what is to be reckoned is asked. */
function reckoned(router: Router, context: TurnContext): Command {
  const told = sumOverTime(context);
  const shown = [shownTogether(context), context.state.listed].find(
    ({ length }) => length > 1 && length <= MOST,
  );
  const current = currentProduct(router, context);
  if (told === null) return { do: 'clarify', options: RECKONINGS };
  const query = `${told}，利息多少`;
  if (shown) return { do: 'compare_products', codes: shown.map(productCode), aspects: [], query };
  return current === null
    ? { do: 'clarify', options: RECKONINGS }
    : describe(current, ['performance'], query);
}

/** What the customer last said with a sum and a time in it. */
const sumOverTime = ({ history }: TurnContext): string | null =>
  history
    .filter(({ role }) => role === 'customer')
    .slice(-REMEMBERED)
    .findLast(({ text }) => sumsIn(text).length === 1 && namesTime(text))?.text ?? null;

/** Messages back in which a sum still stands. */
const REMEMBERED = 10;
const MOST = 3;
const RECKONINGS = [
  { label: '一笔钱放着有多少收益', say: '一笔钱放一段时间，能赚多少？' },
  { label: '赎回扣多少', say: '基金赎回费怎么收？' },
  { label: '攒够一笔钱要多久', say: '帮我做个理财规划' },
];

/** 「各放一半行不行」 of the two that were shown; null: a product is named, or which two is open. */
function halves(router: Router, context: TurnContext, text: string): readonly Command[] | null {
  if (router.names.find(text).length > 0) return null;
  const { listed, products } = context.state;
  const shown = shownTogether(context);
  const [two] = [shown, listed, products.slice(0, 2)].filter(({ length }) => length === 2);
  return two === undefined
    ? null
    : [{ do: 'compare_products', codes: two.map(productCode), aspects: [], query: text }];
}
