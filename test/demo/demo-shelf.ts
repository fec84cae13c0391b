import { readFileSync } from 'node:fs';
import { resolveDates } from '../../src/demo/relative-dates.js';
import type { Json } from '../../src/terms/json.js';
import type { Product } from '../../src/terms/product.js';

export const TODAY = '2026-11-25';
export const PRODUCTS_FILE = new URL(
  '../../knowledge/demonstration/products.jsonl',
  import.meta.url,
);

/** The demonstration product master as a seeding on `TODAY` leaves it. */
export const demoShelf: readonly Product[] = readFileSync(PRODUCTS_FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => resolveDates(JSON.parse(line) as Json, TODAY) as unknown as Product);

/** One of them, with what a test wants otherwise. */
export function demoProduct(code: string, changes: Partial<Product> = {}): Product {
  const product = demoShelf.find((one) => one.code === code);
  if (!product) throw new Error(`the demonstration shelf has no ${code}`);
  return { ...product, ...changes };
}
