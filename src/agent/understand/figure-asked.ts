import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { describe } from './about-products.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** 这个数是什么: a figure that was told of a product, asked back: over how long it is, or what it has to do with another. */

const ASKS =
  /一年|三年|两年|几年|年化|每年|平均|加起来|加一块|合计|累计|总共|关系|怎么来|哪来|什么意思|啥意思/;
const FIGURE = /[-−+]?\d+\.\d+/g;
/** Two decimals are told. */
const SAME = 0.005;

/** Whether words name what this product gained, and want to know what figure it is. */
export const asksBackGain = ({ performance }: Product, words: string): boolean =>
  performance !== null &&
  ASKS.test(words) &&
  (words.match(FIGURE) ?? []).some(
    (said) =>
      Math.abs(Math.abs(Number(said.replace('−', '-'))) - Math.abs(performance.return * 100)) <
      SAME,
  );

/** Null: no such figure is asked back. */
export function figureAsked(router: Router, context: TurnContext, text: string): Command | null {
  const [named] = router.names.find(text).flatMap(({ codes }) => codes);
  const product = router.products.get(named ?? currentProduct(router, context) ?? '');
  const isOther = /跑(赢|输)|对比/.test(text);
  return product && !isOther && asksBackGain(product, text)
    ? describe(product.code, ['performance'], text)
    : null;
}
