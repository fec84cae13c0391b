import { normalize } from '../../language/fold.js';
import type { Product } from '../../terms/product.js';

/** 「你们那个百万医疗」: a kind of which the shelf has one product, asked about as ours. */

const KIND =
  /百万医疗|医疗险|重疾|意外险|养老年金|年金险|增额寿|分红险|万能险|投连险|大额存单|储蓄国债|结构性存款/;
const OURS = /你们|咱们|贵行|你家|这里的/;
/** What only a contract of its own has a figure for. */
const TERMS =
  /(免赔额|等待期|犹豫期|起存|起投|起购|保费|利率|保额|交费期)[^，。]{0,3}(多少|多久|几|多长|多大|多高|怎么定)/;
const IN_GENERAL = /一般|通常|普遍|什么是|是什么|啥意思|什么意思|有哪些|哪些|区别|和.+比/;

/** The one product of ours that the words mean, or null. */
export function ourOnly(products: Iterable<Product>, text: string): Product | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  const kind = KIND.exec(folded)?.[0];
  if (!kind || IN_GENERAL.test(folded)) return null;
  if (!OURS.test(folded) && !TERMS.test(folded)) return null;
  const stem = kind.replace(/险$/, '');
  const fitting = [...products].filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.includes(stem)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
