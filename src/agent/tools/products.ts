import { z } from 'zod';
import { mayBeListed } from '../../advice/suitability/verdict.js';
import { verdictOn } from '../../conversation/gate.js';
import { findProduct, otherClasses, publicProducts } from '../../profiles/kyp.js';
import { pastReturns } from '../../profiles/past-returns.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import { MAX_TEXT } from '../../terms/message.js';
import type { Product } from '../../terms/product.js';
import { isOnSale } from '../../terms/product.js';
import { factsOf } from '../../wording/fee-table.js';
import { factsOfReturns } from '../../wording/past-returns.js';
import type { GateRules } from './gate.js';
import { gateFor } from './gate.js';
import type { ShelfFilter } from './shelf-filter.js';
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
  rules: GateRules,
): Tool<z.infer<typeof One>> => ({
  name: 'get_product',
  effect: 'read',
  input: One,
  async run({ code, query }, bound) {
    const { today } = bound;
    const product = await findProduct(store, code);
    if (!product) return nothingFound('no such product on the shelf');
    const onCard = searchCard(index(), product, query, today);
    const gate = await gateFor(store, rules, bound, [product], NAMED_BY_CUSTOMER);
    const returns = await pastReturns(store, product, today);
    return found({
      products: [product],
      facts: [...factsOf(product, today), ...factsOfReturns([product], returns)],
      returns,
      otherClasses: await otherClasses(store, [product]),
      passages: onCard.passages.map(({ passage }) => passage),
      support: onCard.support,
      ...(gate && { gate }),
    });
  },
});

const NAMED_BY_CUSTOMER = { initiative: 'customer' } as const;
const BROUGHT_UP_BY_US = { initiative: 'bot' } as const;

/** `compare_products`: two or three side by side, in the order asked. */
export const compareProducts = (store: Store, rules: GateRules): Tool<z.infer<typeof Several>> => ({
  name: 'compare_products',
  effect: 'read',
  input: Several,
  async run({ codes }, bound) {
    const { today } = bound;
    const products = await Promise.all(codes.map((code) => findProduct(store, code)));
    const shown = products.filter((product): product is Product => product !== null);
    if (shown.length < 2) return nothingFound('fewer than two of these are on the shelf');
    const gate = await gateFor(store, rules, bound, shown, NAMED_BY_CUSTOMER);
    const each = await Promise.all(shown.map((product) => pastReturns(store, product, today)));
    const returns = each.flat();
    return found({
      products: shown,
      facts: [
        ...shown.flatMap((product) => factsOf(product, today)),
        ...factsOfReturns(shown, returns),
      ],
      returns,
      otherClasses: await otherClasses(store, shown),
      ...(gate && { gate }),
    });
  },
});

const LISTED = 6;

/**
 * `list_products`: by category, in the master's order or by the figure that was asked for, never picked or
 * ranked for a person (PIPL art. 24 [T]). Which names stand there is ours to answer for, so what the gate lets nobody bring up to this
 * customer is left out, opted out of recommendation or not: that is a protection, no recommendation.
 */
export const listProducts = (store: Store, rules: GateRules): Tool<z.infer<typeof Listing>> => ({
  name: 'list_products',
  effect: 'read',
  input: Listing,
  async run({ query, skip }, bound) {
    const { today } = bound;
    const { matches, wider, least, most, facts } = shelfFilter(query);
    const shelf = (await publicProducts(store)).filter((product) => isOnSale(product, today));
    const wanted = shelf.filter(matches);
    // 「有三个月的定期吗」: there is none, and these are the terms there are.
    const others = wanted.length === 0 && wider ? shelf.filter(wider.matches) : wanted;
    const onSale = inOrder(others, { least, most });
    const gate = await gateFor(store, rules, bound, onSale, BROUGHT_UP_BY_US);
    const products = onSale.filter(({ code }) => {
      const verdict = verdictOn(gate, code);
      return verdict === null || mayBeListed(verdict);
    });
    const shown = products.slice(skip, skip + LISTED);
    return found({
      products: shown,
      facts: [
        { value: products.length, unit: 'count', label: '符合条件的产品' },
        ...facts,
        ...shown.flatMap((product) => [
          ...(least ? [least(product)] : []),
          ...factsOf(product, today),
        ]),
      ],
      ...(gate && { gate }),
    });
  },
});

/** Equals stay in the master's order. */
const inOrder = (
  products: readonly Product[],
  { least, most }: Pick<ShelfFilter, 'least' | 'most'>,
): readonly Product[] => {
  if (most) return [...products].sort((one, other) => most(other) - most(one));
  return least
    ? [...products].sort((one, other) => Number(least(one).value) - Number(least(other).value))
    : products;
};
