import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { describe } from './about-products.js';
import { fragmentIn } from './carried/fragment.js';
import { withoutNames } from './carried/open-question.js';
import { asksForMoney, sumsIn } from './money-words.js';
import type { Router } from './router.js';
import { currentProduct, mattersIn } from './topic.js';

/** 「一千块放一个月能有多少」 while a kind that pays by the day is the topic: reckoned for those on the shelf. */

const KINDS = /货币|货基|余额宝|零钱通?|(?<cash>现金管理)/;
const TAKES_OUT = /取|赎|到账|费|扣|起|限|额/;
/** Messages back in which the kind still stands, unless another matter came between. */
const REMEMBERED = 6;
const MOST = 3;

/** Null: no sum is asked after, or nothing of such a kind is spoken of. */
export function gainOfKind(router: Router, context: TurnContext, text: string): Command | null {
  const { products, names } = router;
  const named = names.find(text);
  const isOfMany = named.length > 0 && named.every(({ codes }) => codes.length > 1);
  if ((named.length > 0 && !isOfMany) || TAKES_OUT.test(text)) return null;
  if (!asksForMoney(text) && !isSumOverTime(withoutNames(names, text))) return null;
  if (sumsIn(text).length !== 1 || (!isOfMany && isOfOne(router, context))) return null;
  const kind = kindSpokenOf(context, text);
  const alike = [...products.values()].filter(
    ({ type, status }) => type === kind && status === 'on_sale',
  );
  const [first, ...others] = alike;
  const query = asksForMoney(text) ? text : `${text}，利息多少`;
  if (!first) return null;
  return others.length === 0
    ? describe(first.code, ['performance'], query)
    : {
        do: 'compare_products',
        codes: alike.slice(0, MOST).map(({ code }) => productCode(code)),
        aspects: [],
        query,
      };
}

/** 「10万一年」 of what pays by the day. */
function isSumOverTime(text: string): boolean {
  const fragment = fragmentIn(text);
  return fragment !== null && fragment.sum !== null && fragment.time !== null;
}

/** One product is spoken of, and not several that were shown together. */
function isOfOne(router: Router, context: TurnContext): boolean {
  const current = currentProduct(router, context);
  const { listed } = context.state;
  return current !== null && !(listed.length > 1 && listed.some((code) => code === current));
}

function kindSpokenOf({ history }: TurnContext, text: string): 'money' | 'cash_management' | null {
  const before = history.filter(({ role }) => role === 'customer').map((one) => one.text);
  const said = [...before.filter((words) => fragmentIn(words) === null), text];
  for (const words of said.slice(-REMEMBERED).reverse()) {
    const kind = KINDS.exec(words);
    if (kind) return kind.groups?.['cash'] === undefined ? 'money' : 'cash_management';
    if (mattersIn(words).length > 0) return null;
  }
  return null;
}
