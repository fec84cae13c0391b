import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { namesTime } from '../understand/carried/fragment.js';
import { stillLocked } from './lock-answer.js';
import { ownFee } from './own-fee.js';
import type { Reckoned } from './reckoning.js';

/** 各扣多少: what leaving each of several products after the time that was named takes. */

const LEAVES = /卖|赎|取|扣/;
const WEIGHS = /哪|划算|省|合适|选|便宜|买/;

/** Null: no time is named, something is weighed, or one of them has no line for it. */
export function leavingOfEach(
  products: readonly Product[],
  nameOf: (product: Product) => string,
  words: string,
  before: readonly string[],
  today: LocalDate,
): Reckoned | null {
  if (!namesTime(words) || !LEAVES.test(words) || WEIGHS.test(words)) return null;
  const each = products.map(
    (product) => stillLocked(product, words, today) ?? ownFee(product, words, before, today),
  );
  if (!each.every((one) => one !== null)) return null;
  const lines = each.map(({ text }, at) => `- ${nameOf(products[at] as Product)}${text}`);
  return { text: `\n\n${lines.join('\n')}`, facts: each.flatMap(({ facts }) => facts) };
}
