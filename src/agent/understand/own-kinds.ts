import { brandsOf, compact } from '../../language/product-name.js';
import type { Product } from '../../terms/product.js';
import { productNames } from './product-names.js';

/**
 * 「我那个定期」 「另外那个养老的」 「红利基金最近怎么样」: a kind, or a word of a name, that fits one alone of what
 * the customer holds means that one.
 */

const OWN =
  /我(?!妈|爸|儿|女|朋友|同事|老公|老婆|爱人)|手里|手上|剩下|另外|买的|存的|[那这]一?(个|笔|只|款|份|点)|呢[？?]?$|到期|支取|提前|赎|卖|取|最近|(怎么|咋)样|亏|赚|涨|跌|占/;
/** What kinds are there, and what may be bought of them, is of no holding. */
const IN_GENERAL =
  /什么是|是(什么|啥)|有(哪些|什么)|起(存|购|点|投)|(想|要|能|可以|再|该)(不能)?(买|存|转)|(转|换|改)成|多少起|利率|买(点|些|啥|什么|哪)|你们/;

export function inOwnNames(
  shelf: readonly Product[],
  held: readonly string[],
  text: string,
): string {
  if (!OWN.test(text) || IN_GENERAL.test(text) || productNames(shelf).find(text).length > 0)
    return text;
  const own = shelf.filter(({ code }) => held.includes(code));
  return byKind(shelf, own, text) ?? byWord(own, brandsOf(shelf), text) ?? text;
}

/** Null: no kind is named, or several of them are of it, or the shelf's one of the kind is not theirs. */
function byKind(shelf: readonly Product[], own: readonly Product[], text: string): string | null {
  const kinds = [...new Set(shelf.flatMap((one) => one.kinds ?? []))]
    .filter(
      (kind) =>
        compact(text).includes(compact(kind)) && text.includes(kind) && !text.includes(`${kind}金`),
    )
    .sort((a, b) => b.length - a.length);
  for (const kind of kinds) {
    const [only, ...others] = own.filter((one) => one.kinds?.includes(kind));
    if (only && others.length === 0) return text.replace(kind, only.name);
  }
  return null;
}

/** Words that stand in many names, or are said of anything. */
const COMMON =
  /银行|基金|债券|混合|股票|理财|产品|持有|一年|三年|个月|日日|定期|存款|指数|联接|组合|投资|目标|稳健|平衡|增强|精选|封闭|管理|国债|年第|十期|储蓄|电子|个人/;
const AFTER = '(目标|类|型)?(的|基金|理财|产品)?(那|这)?(只|个|款)?';

function byWord(own: readonly Product[], brands: readonly string[], text: string): string | null {
  const isCommon = (word: string) => COMMON.test(word) || brands.some((one) => one.includes(word));
  const words = [...text].flatMap((sign, at, all) => {
    const word = `${sign}${all[at + 1] ?? ''}`;
    return /^\p{Script=Han}{2}$/u.test(word) && !isCommon(word) ? [word] : [];
  });
  for (const word of words.filter((one) => !text.includes(`${one}金`))) {
    const [only, ...others] = own.filter(({ name }) => name.includes(word));
    const said = new RegExp(`${word}${AFTER}`);
    if (only && others.length === 0) return text.replace(said, only.name);
  }
  return null;
}
