import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { withoutDenied } from './meant-products.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** 像而不同的两类: a bank's cash product and a money market fund, asked whether they are one and the same. */

const SAME = /一样|一回事|一类|同一(个|种|类)|区别|不同|差别|不一样|哪儿不同/;
const OTHER_KIND: Readonly<Record<string, RegExp>> = {
  cash_management: /货币(市场)?基金|货基|余额宝|零钱通/,
  money: /现金管理|银行理财|现金理财|理财产品/,
};
const CASH = '现金管理类理财是什么，能随时取吗？';

/** 「日日现金和余额宝那种货币基金一样吗」; null: that is not asked of one of ours. */
export function alikeKinds(
  router: Router,
  context: TurnContext,
  said: string,
): readonly Command[] | null {
  const text = withoutDenied(said);
  if (!SAME.test(text)) return null;
  const [named, ...more] = new Set(router.names.find(text).flatMap(({ codes }) => codes));
  const product = router.products.get(named ?? currentProduct(router, context) ?? '');
  const words = router.names.mask(text);
  if (more.length > 0 || !product || !OTHER_KIND[product.type]?.test(words)) return null;
  const { document } = router.lookUp(CASH, context.today);
  return [{ do: 'answer', query: '和货币基金一样吗', ...(document && { entry: document }) }];
}
