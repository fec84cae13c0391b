import { normalize } from '../../../language/fold.js';
import type { TurnContext } from '../../../conversation/agent.js';
import type { ClarifyOption, Command } from '../../../terms/command.js';
import { productCode } from '../../../terms/ids.js';
import { shortName } from '../../../terms/product.js';
import { isAnother, referredProducts } from '../references.js';
import type { Router } from '../router.js';
import { aspectsNamed } from '../aspect-words.js';
import { openQuestion } from './open-question.js';
import { optionsAsked } from './shown-together.js';

/** 哪一只: 「那另一只」 「两个都说说」 where more than that many could be meant: they are named, to be tapped. */

const ALL_OF_THEM =
  /^(那|就|把|你)*(这|那)?(两|三|几|俩)(个|只|款|支)?都(给我)?(说|讲|介绍|看|算|比)(说|讲|看|算|一下)?(吧|呗|呢)?$/;
const MOST = 4;

/**
 * 「第二个」 after 「您想问的是…，还是…」 is the second of these, as if it had been tapped, and 「另一只」 of two is
 * called by its name; null: neither.
 */
export function optionMeant(router: Router, context: TurnContext, text: string): string | null {
  const { state } = context;
  const another = ONLY_ANOTHER.test(text.trim()) ? referredProducts(text, state) : [];
  const product = another.length === 1 ? router.products.get(another[0] ?? '') : undefined;
  if (product) return `那${shortName(product)}呢`;
  const codes = ONLY_COUNTS.test(text.trim()) ? optionsAsked(router, context) : [];
  if (codes.length < 2) return null;
  const [code] = referredProducts(text, { ...state, listed: codes });
  return state.offered[codes.indexOf(code ?? '')]?.say ?? null;
}

const ONLY_ANOTHER =
  /^(那|就|换|看看|说说|要是)*\s*另外?(一|那)?(个|只|款|支)(呢|吧|的)?[。.！!？?]*$/;

const ONLY_COUNTS =
  /^(那|就|选|要|是|我(说|问|要)的是)*(第.(个|只|款|支)|[前后]面?(那|这|一)?(个|只|款|者)|最后(一|那)个|[前后]者)(吧|的|呢|啊)?[。.！!？?]*$/;

/** Null: nobody points so, or which is meant is clear. */
export function whichOfThem(router: Router, context: TurnContext, text: string): Command | null {
  const { state } = context;
  const folded = normalize(text).text.replace(/[\s,，。.!！?？]/g, '');
  if (state.flow !== null || router.names.find(text).length > 0) return null;
  if (!isAnother(folded) && !ALL_OF_THEM.test(folded)) return null;
  const referred = ALL_OF_THEM.test(folded)
    ? allOf(context, folded)
    : referredProducts(text, state);
  if (referred.length > 1) return ofEach(router, context, referred);
  if (referred.length > 0) return null;
  const [current] = state.products;
  const options = state.listed
    .filter((code) => code !== current)
    .slice(0, MOST)
    .flatMap((code): ClarifyOption[] => {
      const product = router.products.get(code);
      if (!product) return [];
      const label = shortName(product);
      return [{ label, say: `那${label}呢`, product: productCode(code) }];
    });
  return { do: 'clarify', options };
}

/** 「两个」 of two, 「三个」 of three, 「几个」 of as many as were shown together. */
function allOf({ state }: TurnContext, text: string): readonly string[] {
  if (/两|俩/.test(text)) return referredProducts(`这两个${text}`, state);
  const { listed } = state;
  return listed.length <= MOST_TOGETHER ? listed : [];
}

const MOST_TOGETHER = 3;

/** What was asked of one is told of each. */
function ofEach(router: Router, context: TurnContext, codes: readonly string[]): Command {
  const { question } = openQuestion(context, router.names);
  return {
    do: 'compare_products',
    codes: codes.map(productCode),
    aspects: question === null ? [] : aspectsNamed(question).slice(0, 1),
    ...(question !== null && { query: question }),
  };
}
