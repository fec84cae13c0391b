import { brandsOf, partsOf } from '../../language/product-name.js';
import type { Product } from '../../terms/product.js';
import { nameIn } from '../disclosures.js';
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
/** A shorter stem, as 「安禾」, is many products' or a word of every day. */
const TELLING = 4;

export function recommendations({ acts, shelf }: Transcript): readonly Recommendation[] {
  const made: Recommendation[] = [];
  const namedIn = naming(shelf);
  let last: { readonly items: readonly ShelfItem[]; readonly at: number } | null = null;
  acts.filter(isSaid).forEach((said, at) => {
    const items = namedIn(said.text);
    if (items.length > 0) last = { items, at };
    if (said.speaker === 'customer' || last === null || at - last.at > STILL_SPOKEN_OF) return;
    const range = last.at === at ? (recommends(said) ?? urges(said)) : urges(said);
    if (range) made.push({ said, range, items: last.items });
  });
  return made;
}

function naming(shelf: readonly ShelfItem[]): (text: string) => readonly ShelfItem[] {
  const brands = brandsOf(shelf.map(({ product }) => product));
  const called = shelf.map((item) => ({ item, product: withStem(item.product, brands) }));
  return (text) =>
    called.filter(({ product }) => nameIn(text, product) !== null).map(({ item }) => item);
}

/** As people shorten it: 青屿和润平衡混合 A is 和润平衡. */
function withStem(product: Product, brands: readonly string[]): Product {
  const { core } = partsOf(product.name, brands);
  if ([...core].length < TELLING) return product;
  return { ...product, nicknames: [...(product.nicknames ?? []), core] };
}
