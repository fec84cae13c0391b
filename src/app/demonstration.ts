import type { Config } from '../config.js';
import { isEmpty, seedDemo, seededOn } from '../demo/seed.js';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';

const PRODUCTS = new URL('../../knowledge/demonstration/products.jsonl', import.meta.url);

/** Seeds the demonstration when asked to, or on a new database; in production only when asked to. */
export async function prepareDemo(store: Store, config: Config, now: Instant): Promise<boolean> {
  const seeded = (await seededOn(store)) !== null;
  const wanted = config.demo ?? (!config.production && (seeded || (await isEmpty(store))));
  if (wanted && !seeded) await seedDemo(store, PRODUCTS, toLocalDate(now));
  return wanted;
}
