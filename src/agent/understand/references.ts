import { normalize } from '../../language/fold.js';
import type { ConversationState } from '../../conversation/evolve.js';

const ORDINALS = ['一', '二', '三', '四'];
const POINTS_BACK =
  /(它|这只|这款|这个产品|该产品|那只|那款|那个产品|刚才|前面|上面|上一只|这支|那支)/;
const PLURAL = /(它们|这两只|这两款|这几只|两者|两个|两只|哪个|哪只)/;

/** Products a sentence means without naming them: 「它」「那第二个呢」「这两只」. Codes, may be empty. */
export function referredProducts(text: string, state: ConversationState): readonly string[] {
  const folded = normalize(text).text;
  const ordinal = /第\s*([一二三四1234])\s*(个|只|款|支)?/.exec(folded)?.[1];
  if (ordinal) {
    const at = ORDINALS.includes(ordinal) ? ORDINALS.indexOf(ordinal) : Number(ordinal) - 1;
    const code = state.products[at];
    return code ? [code] : [];
  }
  if (PLURAL.test(folded)) return state.products.slice(0, 2);
  return POINTS_BACK.test(folded) ? state.products.slice(0, 1) : [];
}

/** A question about things in general, so that nothing said before is meant. */
export const isGeneral = (text: string): boolean =>
  /(基金|理财产品|理财|债券|存款|国债|保险|信托|一般|通常|你们|所有|哪些|什么是|规定|产品)/.test(
    normalize(text).text,
  );
