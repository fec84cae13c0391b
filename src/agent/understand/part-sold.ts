import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { asksForPart } from '../../language/part-sold.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** 赎一半: how a part is sold, and what is taken of it; of what they hold their own account tells. */

const HOW: Command = { do: 'answer', query: '想先赎一半留一半' };
const OF_FEES = /费|扣|收(?!益)|多少/;
/** As the handbook asks it. */
const TIERS: Command = { do: 'answer', query: '基金赎回费是怎么分档的？' };
const OF_A_FUND = /赎|卖|基金|份额/;
const OTHERWISE =
  /快速|快赎|保险|存款|定期|存单|国债|退保|方案|(亏|跌|涨|赚|赔)了?[^，。]{0,3}(一半|成|分之)/;

/** Null: no part is to be sold, or it is none of a fund. */
export function partSold(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  const words = router.names.mask(text).replaceAll('{product}', '它');
  if (!asksForPart(words) || OTHERWISE.test(words)) return null;
  const [named, ...more] = new Set(router.names.find(text).flatMap(({ codes }) => codes));
  if (more.length > 0) return null;
  const code = named ?? currentProduct(router, context);
  const product = code === null ? undefined : router.products.get(code);
  // 「急用钱能取一部分不」 may be of a deposit.
  if (!product && !OF_A_FUND.test(words)) return null;
  if (!product) return OF_FEES.test(words) ? [HOW, TIERS] : [HOW];
  if (product.regime !== 'CSRC_FUND') return null;
  const query = `${text}，赎回扣多少`;
  return [
    HOW,
    { do: 'describe_product', code: productCode(product.code), aspects: ['fees'], query },
  ];
}
