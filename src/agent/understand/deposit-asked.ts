import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { describe } from './about-products.js';
import type { Router } from './router.js';
import { currentProduct, mattersIn } from './topic.js';

/** 和存款比: a product against what a bank pays, and which terms of deposits there are. */

const DEMAND = /活期/;
const TIME = /定期|定存|存款|存银行|死期/;
const RATE = /利息|利率|收益|合算|划算|赚|挣|强|高/;
const WEIGHS = /哪|比|谁|跟|和/;
const DEPOSITS = ['活期', '定期', '存款', '定期存款', '利息', '存款利息'];
const DEMAND_RATE = '银行现在的利率是多少？';
/** Against what is asked otherwise than for the rate the card has its own words. */
const ELSEWHERE = /安全|风险|保本|区别|不同|不一样|差别|随时|取/;

/** 「提前取的活期利率是多少」: a figure that is the bank's of the day, and no model's. */
export const asksDemandRate = (text: string): boolean =>
  /活期[^，。？?]{0,3}(利率|利息)/.test(text);

/** 「日日通跟活期、定期三个月，哪个利息高」; null: nothing of ours is held against a deposit. */
export function againstDeposits(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  const isOfDeposits = DEMAND.test(text) || TIME.test(text);
  if (!isOfDeposits || !RATE.test(text) || !WEIGHS.test(text) || ELSEWHERE.test(text)) return null;
  const product = withAPast(router, context, text);
  if (!product) return null;
  const { document } = router.lookUp(DEMAND_RATE, context.today);
  const demand: Command = {
    do: 'answer',
    query: '活期利率多少',
    ...(document && { entry: document }),
  };
  return [
    describe(product.code, ['performance'], OF_ITS_PAST),
    ...(DEMAND.test(text) ? [demand] : []),
    ...(TIME.test(text) ? [listed(text)] : []),
  ];
}

/** The product that is named or spoken of, where nothing but deposits stands beside it and its past is known. */
function withAPast(router: Router, context: TurnContext, text: string): Product | null {
  const [named, ...more] = new Set(router.names.find(text).flatMap(({ codes }) => codes));
  const words = router.names.mask(text).replaceAll('{product}', '');
  if (more.length > 0 || mattersIn(words).some((one) => !DEPOSITS.includes(one))) return null;
  const product = router.products.get(named ?? currentProduct(router, context) ?? '');
  return product?.interestRate === null && product.performance !== null ? product : null;
}

/** Over the whole of its past, and a year; no sum said before is reckoned. */
const OF_ITS_PAST = '过去赚了多少，折算成每年';

const SPAN = /([一二两三四五六七八九十半]|\d{1,2})个?(月|年半?)/;
const ASKS_TERM =
  /最(短|长)(的)?(是|要|期|能)?(多久|几|多长|多少)|有(没有)?[^，。？?]{0,3}([一二两三四五六七八九十半]|\d{1,2})个?(月|年)期?的?(吗|么|没|不|呢|[，,。？?\s]|$)|(有(哪些|什么|几种)|都有(什么|哪些))(期限|档)/;

/** 「有三个月的吗」 of deposits: what is on the shelf, with what each pays; null: no term is asked for. */
export function termAsked(router: Router, context: TurnContext, text: string): Command | null {
  if (!ASKS_TERM.test(text) || router.names.find(text).length > 0) return null;
  const last = context.history.findLast(({ role }) => role === 'customer')?.text ?? '';
  const isOfDeposits = TIME.test(text) || (TIME.test(last) && mattersIn(text).length === 0);
  return isOfDeposits && !/国债|基金|理财|保险/.test(text) ? listed(text) : null;
}

function listed(text: string): Command {
  const [span] = SPAN.exec(text) ?? [];
  return { do: 'list_products', query: span ? `${span}的存款` : '有哪些存款', skip: 0 };
}
