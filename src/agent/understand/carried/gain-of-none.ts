import type { TurnContext } from '../../../conversation/agent.js';
import type { ClarifyOption, Command } from '../../../terms/command.js';
import { productCode } from '../../../terms/ids.js';
import type { Product } from '../../../terms/product.js';
import { paysByTheDay, shortName } from '../../../terms/product.js';
import { yuan } from '../../../wording/figures.js';
import { gainOfKind } from '../gain-of-kind.js';
import { asksForMoney, sumsIn } from '../money-words.js';
import type { Router } from '../router.js';
import { currentProduct, isTopic } from '../topic.js';
import { sumSaidLast } from '../whole-cost.js';
import { namesTime } from './fragment.js';
import { withoutNames } from './open-question.js';

/** 没说是哪个的利息: 「一天能有多少利息」 of a sum that was told, and of nothing that pays any. */

const BRINGS = /利息|收益|赚|挣|(能|会|可以)(有|拿|得)(到)?多少/;
const ELSE = /费|扣|取|赎|卖|亏|跌|利率|年化|怎么算|每(月|年)(存|投|交)/;
const MOST = 3;
/** Longer than this, a question says itself what it is about. */
const SHORT = 16;

/** Null: no sum is known, or what it would be in. */
export function gainOfNone(router: Router, context: TurnContext, text: string): Command | null {
  const { flow } = context.state;
  const isOpen = flow === null || flow.name === 'need';
  if (!isOpen || !asksIt(text) || router.names.find(text).length > 0) return null;
  if (currentProduct(router, context) !== null || gainOfKind(router, context, text)) return null;
  const before = context.history.filter(({ role }) => role === 'customer');
  const sum =
    sumsIn(text)[0]?.from ?? sumSaidLast(before.map((one) => withoutNames(router.names, one.text)));
  if (sum === null) return null;
  const paying = [...router.products.values()]
    .filter((product) => product.status === 'on_sale' && paysByTheDay(product))
    .slice(0, MOST);
  const query = sumsIn(text).length > 0 ? text : `${yuan(sum)}，${text}`;
  if (paying.length === 0) return null;
  return flow === null ? whichOf(paying, query) : ofEach(paying, query);
}

const whichOf = (products: readonly Product[], query: string): Command => ({
  do: 'clarify',
  options: products.map((product): ClarifyOption => {
    const label = shortName(product);
    return { label, say: `${label}，${query}`, product: productCode(product.code) };
  }),
});

/** Where something else is being asked of the customer, nothing more is: it is told of each. */
const ofEach = (products: readonly Product[], query: string): Command => ({
  do: 'compare_products',
  codes: products.map(({ code }) => productCode(code)),
  aspects: [],
  query,
});

const asksIt = (text: string): boolean =>
  [...text].length <= SHORT &&
  asksForMoney(text) &&
  BRINGS.test(text) &&
  namesTime(text) &&
  !isTopic(text) &&
  !ELSE.test(text);
