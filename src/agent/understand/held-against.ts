import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';
import { shortName } from '../../terms/product.js';

/** 「跟那个比呢」: held against something that is only pointed at. */

const HELD_AGAINST =
  /^(那|要是|如果|它|这个?|这只|这款)*(跟|和|与|同|比起|对比)(刚才|刚刚|之前|前面|上面|上一|另外?)*(说的|问的|看的|聊的)?(那|这|另)?(外)?(一)?(个|只|款|支|样|边)?(产品|基金)?(的)?(比|相比|比较|对比|比一比)?(一下|起来|着看)?(的话)?(呢|怎么样|咋样|如何|哪个好|有啥区别|有什么区别|有什么不同|差在哪)*[？?]?$/;
const COMPARES = /比|区别|不同|差/;

export function isHeldAgainst(text: string): boolean {
  const said = normalize(text).text.replace(/\s/g, '');
  return COMPARES.test(said) && HELD_AGAINST.test(said);
}

/** The two last spoken of side by side; with fewer, the other one is asked for. Null: other words. */
export function heldAgainst(router: Router, context: TurnContext, text: string): Command | null {
  if (!isHeldAgainst(text)) return null;
  const { products } = context.state;
  if (products.length >= 2) {
    return { do: 'compare_products', codes: products.slice(0, 2).map(productCode), aspects: [] };
  }
  const current = currentProduct(router, context);
  const product = current === null ? undefined : router.products.get(current);
  return {
    do: 'clarify',
    options: [],
    ...(product && { against: shortName(product) }),
  };
}
