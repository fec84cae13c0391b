import type { ProductRow } from '../../store/institution-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Product } from '../../terms/product.js';
import { KINDS } from './batch.js';
import type { Fault, GivenFile } from './file-rows.js';
import { products } from './kinds.js';
import { putRows, standingRows } from './queries.js';

/** Product master rows as whole bodies, so that one can be shown, compared and put back. */

/** Bodies by code as a file would make them, of what it changes; or everything wrong with it. */
export async function bodiesIn(
  store: Store,
  file: GivenFile,
): Promise<ReadonlyMap<string, string> | readonly Fault[]> {
  const batch = KINDS.products([file]);
  if (batch.faults.length > 0) return batch.faults;
  const { changed } = await batch.plan(store);
  return new Map((changed as readonly ProductRow[]).map(({ code, body }) => [code, body]));
}

export async function findBody(store: Store, code: string): Promise<string | null> {
  const [row] = await standingRows(store, 'product', 'code', [code]);
  return row?.body ?? null;
}

/** Puts a product on the shelf as the body says, with what follows from the change. */
export async function productWrites(store: Store, body: string): Promise<readonly Write[]> {
  const { code, name, status, regime, private: isPrivate } = JSON.parse(body) as Product;
  const row: ProductRow = { code, name, status, regime, private: isPrivate ? 1 : 0, body };
  const [before] = await standingRows(store, 'product', 'code', [code]);
  return [
    ...putRows(store, 'product', ['code'], [row]),
    ...(before ? (products.follow?.(store, before, row) ?? []) : []),
  ];
}
