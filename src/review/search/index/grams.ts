/** 字与邻字: what an index of Chinese compares, out of a text that is folded already. */

const RUN = /[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}$/u;

/** Every pair of neighbours, and every Han character. */
export function gramsOf(folded: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [run] of folded.matchAll(RUN)) {
    const signs = [...run];
    for (const [at, sign] of signs.entries()) {
      if (HAN.test(sign)) found.add(sign);
      if (at > 0) found.add(`${signs[at - 1]!}${sign}`);
    }
  }
  return found;
}

/** Enough to be rare; more of them only cost time. */
const MOST = 6;

/** Grams that every text with this phrase in it has; empty: there is nothing in it to find it by. */
export function gramsWithin(phrase: string): readonly string[] {
  const pairs: string[] = [];
  for (const [run] of phrase.matchAll(RUN)) {
    const signs = [...run];
    if (signs.length === 1 && HAN.test(run)) pairs.push(run);
    pairs.push(...signs.slice(1).map((sign, at) => `${signs[at]!}${sign}`));
  }
  return spreadOver([...new Set(pairs)]);
}

/** From all over the phrase: neighbours say nearly the same. */
const spreadOver = (pairs: readonly string[]): readonly string[] =>
  pairs.filter(
    (_, at) =>
      pairs.length <= MOST ||
      Math.floor((at * MOST) / pairs.length) !== Math.floor(((at - 1) * MOST) / pairs.length),
  );
