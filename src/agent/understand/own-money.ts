import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import { spokenMoney } from '../../language/spoken-money.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { describe } from './about-products.js';
import { investsBorrowed } from './borrowed-money.js';
import { opening } from './in-flow.js';

/** 自有的钱: who was refused for borrowed money, and says that it is their own, goes on where they were. */

const NONE_LENT =
  /(没|没有|不是|哪有|哪里有|从没|并没有)(去|跟人|跟谁|找人|找谁|向人|向谁|是|来|打算|想)*(借|贷)|一分(钱)?(都|也)?没(有)?(借|贷)/;
const OWN =
  /(自己|工资|奖金|多年|这些年|辛苦|打工|做生意|省吃俭用|上班)[^，。]{0,8}(攒|存|挣|赚|省|来)(下|了|出|来|的)+|(是|用|都)(我|俺)?(自己|自有)的?(钱|资金|存款|积蓄|闲钱)|自有资金|(我|俺)(自己)?的(存款|积蓄|工资|闲钱)/;

const OF_PLAN = /不能帮您排方案/;
const OF_PRODUCT = /借来的钱，请不要拿来买/;

/** Null: nobody was refused for it just now, or the words say something else. */
export function ownMoneyTold(context: TurnContext, text: string): readonly Command[] | null {
  const { state, history } = context;
  if (state.flow !== null) return null;
  const last = history.findLast(isOurs)?.text ?? '';
  if (!OF_PLAN.test(last) && !OF_PRODUCT.test(last)) return null;
  const folded = normalize(text).text.replace(/\s/g, '');
  if ((!NONE_LENT.test(folded) && !OWN.test(folded)) || investsBorrowed(text, true)) return null;
  const before = history.findLast(({ role }) => role === 'customer')?.text ?? '';
  const [product] = state.products;
  if (OF_PRODUCT.test(last) && product) {
    return [{ ...describe(product, ['suitability'], text), buyer: 'self' }];
  }
  // 「这些年攒的」 tells no horizon; a sum said now counts.
  const tellsSum = spokenMoney(folded).length > 0;
  return opening('need', context, tellsSum ? `${before}，${text}` : before);
}
