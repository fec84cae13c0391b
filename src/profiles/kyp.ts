import type { Store } from '../store/store.js';
import type { Product } from '../terms/product.js';
import { nameWithoutClass } from '../terms/product.js';
import { allProductCodes, allProductRows, findProductRow } from './queries.js';

/**
 * 产品画像 (KYP) as a customer may see it. Private products are offered only to qualified investors
 * (私募投资基金监督管理条例 art. 20 [T]) and drafts to nobody, so neither exists here.
 */
export const isPublic = (product: Product): boolean =>
  !product.private && product.status !== 'draft';

/** One product, or null when there is none that may be shown. Read at every call: a product that
 * leaves the shelf leaves the answers in the same second. */
export async function findProduct(store: Store, code: string): Promise<Product | null> {
  const row = await findProductRow(store, code);
  if (!row) return null;
  const product = JSON.parse(row.body) as Product;
  return isPublic(product) ? product : null;
}

/**
 * The public shelf. Rows are read at every call, so that a product leaves the answers in the same
 * second; the same rows give the same array, so that what is made of it can be kept.
 */
export async function publicProducts(store: Store): Promise<readonly Product[]> {
  return (await shelfOf(store)).products;
}

/** The other share classes of these on the shelf: the C class of a fund whose A class is asked about. */
export async function otherClasses(
  store: Store,
  products: readonly Product[],
): Promise<readonly Product[]> {
  const codes = new Set<string>(products.map(({ code }) => code));
  const stems = new Set(products.map(({ name }) => nameWithoutClass(name)));
  return (await publicProducts(store)).filter(
    ({ code, name }) => !codes.has(code) && stems.has(nameWithoutClass(name)),
  );
}

/** Every product of the master as it stands, drafts too; the same rows give the same list. */
export const productBodies = async (store: Store): Promise<readonly string[]> =>
  (await shelfOf(store)).bodies;

/** What of a master may be spoken of, and what is only known by name. */
export function shelfIn(bodies: readonly string[]): Omit<Shelf, 'bodies'> {
  const all = bodies.map((body) => JSON.parse(body) as Product);
  return {
    products: all.filter(isPublic),
    hidden: all.filter((product) => product.private && product.status !== 'draft'),
  };
}

async function shelfOf(store: Store): Promise<Shelf> {
  const bodies = (await allProductRows(store)).map(({ body }) => body);
  const known = shelves.get(store);
  if (known && isSame(known.bodies, bodies)) return known;
  const shelf = { bodies, ...shelfIn(bodies) };
  shelves.set(store, shelf);
  return shelf;
}

/** 私募产品: never shown, but known by name, so that who names one hears the rule for all of them. */
export async function privateProducts(store: Store): Promise<readonly Product[]> {
  return (await shelfOf(store)).hidden;
}

interface Shelf {
  readonly bodies: readonly string[];
  readonly products: readonly Product[];
  readonly hidden: readonly Product[];
}

const shelves = new WeakMap<Store, Shelf>();

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((body, index) => body === other[index]);

/**
 * Whether a passage is about a product that is not on the public shelf now (closed, a draft, private):
 * its card is not found. A code the master does not know says nothing about the shelf.
 */
export async function offShelf(
  store: Store,
): Promise<(passage: { readonly product: string | null }) => boolean> {
  const products = await publicProducts(store);
  const shown = new Set<string>(
    products.filter(({ status }) => status !== 'closed').map(({ code }) => code),
  );
  const known = new Set((await allProductCodes(store)).map(({ code }) => code));
  return ({ product }) => product !== null && known.has(product) && !shown.has(product);
}
