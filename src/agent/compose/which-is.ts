import type { Product } from '../../terms/product.js';

/** 哪个更低: of two or three products, which one has the least or the most of what was asked; no winner is named by it. */

/** What customers call the lower and the higher end of a measure. */
export interface Ends {
  readonly low: RegExp;
  readonly lowWord: string;
  readonly high: RegExp;
  readonly highWord: string;
}

const ASKS_WHICH =
  /哪|谁|更|比[^，。]{1,12}(低|高|少|多|快|慢|早|晚|长|短|久|大|小|贵|便宜|稳)|还是/;

/** A sentence that says it first; empty where nobody asked, one of them has no figure, or two are alike. */
export function whichIs(
  products: readonly Product[],
  nameOf: (product: Product) => string,
  words: string,
  valueOf: (product: Product) => number | null,
  { low, lowWord, high, highWord }: Ends,
): string {
  const isLow = low.test(words);
  if (!ASKS_WHICH.test(words) || (!isLow && !high.test(words))) return '';
  const values = products.map(valueOf);
  if (values.some((value) => value === null)) return '';
  const wanted = isLow ? Math.min(...(values as number[])) : Math.max(...(values as number[]));
  const found = products.filter((_, at) => values[at] === wanted);
  if (found.length === products.length) return '这一点是一样的。';
  const word = isLow ? lowWord : highWord;
  return `${found.map((product) => `**${nameOf(product)}**`).join('和')} ${word}。`;
}
