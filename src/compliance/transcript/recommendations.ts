import { nameIn } from '../disclosures.js';
import type { Product } from '../../terms/product.js';
import type { Assertion } from '../claims.js';
import { recommends, urges } from './speech-acts.js';
import type { Said, ShelfItem, Transcript } from './transcript.js';
import { isSaid } from './transcript.js';

/** 推荐: something of ours that names a product, or goes on about one, as worth buying. */
export interface Recommendation {
  readonly said: Said;
  readonly range: Assertion;
  readonly items: readonly ShelfItem[];
}

/** A product named so many utterances ago is still what 「先拿五万试试」 is about. */
const STILL_SPOKEN_OF = 3;

export function recommendations({ acts, shelf }: Transcript): readonly Recommendation[] {
  const made: Recommendation[] = [];
  let last: { readonly items: readonly ShelfItem[]; readonly at: number } | null = null;
  acts.filter(isSaid).forEach((said, at) => {
    const named = namedIn(said.text, shelf);
    if (named.length > 0) last = { items: named, at };
    if (said.speaker === 'customer' || last === null || at - last.at > STILL_SPOKEN_OF) return;
    const range = last.at === at ? (recommends(said) ?? urges(said)) : urges(said);
    if (range) made.push({ said, range, items: last.items });
  });
  return made;
}

const namedIn = (text: string, shelf: readonly ShelfItem[]): readonly ShelfItem[] =>
  shelf.filter(({ product }) => nameIn(text, withStem(product)) !== null);

const HOUSE = /^(?:青屿银行|青屿|澄海|临溪|云栖|望潮|鹤汀|屿享)[·\s]*/;
const SORT =
  /(?:目标|养老金?|债券|混合|股票|指数|货币|基金|保险|联接|ETF|QDII|FOF|[（(].*|\d+ ?(?:天|个月).*|[AC])+$/;

/** As people shorten it: 青屿和润平衡混合 A is 和润平衡. */
function withStem(product: Product): Product {
  const stem = product.name.replace(/\s/g, '').replace(HOUSE, '').replace(SORT, '');
  const isTelling = [...stem].length >= 4;
  return isTelling ? { ...product, nicknames: [...(product.nicknames ?? []), stem] } : product;
}
