import { z } from 'zod';
import { findProduct, publicProducts } from '../../profiles/kyp.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import { MAX_TEXT } from '../../terms/message.js';
import type { Product } from '../../terms/product.js';
import { factsOf } from '../../wording/fee-table.js';
import { shelfFilter } from './shelf-filter.js';
import { searchCard } from './search-knowledge.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

const Code = z.string().min(1).max(40);
const One = z.strictObject({ code: Code, query: z.string().max(MAX_TEXT).default('') });
const Several = z.strictObject({ codes: z.array(Code).min(2).max(3) });
const Listing = z.strictObject({
  query: z.string().max(MAX_TEXT),
  skip: z.number().int().min(0).default(0),
});

/** `get_product`: one product's master data, and what its card says about the question. */
export const getProduct = (
  store: Store,
  index: () => KnowledgeIndex,
): Tool<z.infer<typeof One>> => ({
  name: 'get_product',
  effect: 'read',
  input: One,
  async run({ code, query }, { today }) {
    const product = await findProduct(store, code);
    if (!product) return nothingFound('no such product on the shelf');
    const onCard = searchCard(index(), product, query, today);
    return found({
      products: [product],
      facts: factsOf(product, today),
      passages: onCard.passages.map(({ passage }) => passage),
      support: onCard.support,
    });
  },
});

/** `compare_products`: two or three side by side, in the order asked. */
export const compareProducts = (store: Store): Tool<z.infer<typeof Several>> => ({
  name: 'compare_products',
  effect: 'read',
  input: Several,
  async run({ codes }, { today }) {
    const products = await Promise.all(codes.map((code) => findProduct(store, code)));
    const shown = products.filter((product): product is Product => product !== null);
    if (shown.length < 2) return nothingFound('fewer than two of these are on the shelf');
    return found({
      products: shown,
      facts: shown.flatMap((product) => factsOf(product, today)),
    });
  },
});

const LISTED = 6;

/** `list_products`: by category, never by person: no profile is read (PIPL art. 24 [T]). */
export const listProducts = (store: Store): Tool<z.infer<typeof Listing>> => ({
  name: 'list_products',
  effect: 'read',
  input: Listing,
  async run({ query, skip }, { today }) {
    const { matches } = shelfFilter(query);
    const products = (await publicProducts(store)).filter(
      (product) => product.status === 'on_sale' && matches(product),
    );
    const shown = products.slice(skip, skip + LISTED);
    return found({
      products: shown,
      facts: [
        { value: products.length, unit: 'count', label: '符合条件的产品' },
        ...shown.flatMap((product) => factsOf(product, today)),
      ],
    });
  },
});
