/** An inverted index over neighbouring pairs: which known texts look like this one. */
export interface GramIndex {
  /** Numbers of the likeliest texts, best first, at most `limit`. */
  candidates(text: readonly string[], limit: number): readonly number[];
}

/** Pairs that more texts than this have only cost time once there are candidates. */
const FREQUENT = 0.02;
const NONE = new Uint32Array(0);

/** `texts` as sequences of signs that are compared whole: characters, or syllables. */
export function gramIndex(texts: readonly (readonly string[])[]): GramIndex {
  const lists = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    for (const gram of pairsOf(text)) {
      const list = lists.get(gram);
      if (list) list.push(number);
      else lists.set(gram, [number]);
    }
  }
  const postings = new Map([...lists].map(([gram, list]) => [gram, Uint32Array.from(list)]));
  const weightOf = (gram: string): number =>
    Math.log((texts.length + 1) / ((postings.get(gram)?.length ?? 0) + 0.5));
  const rarestFirst = (grams: ReadonlySet<string>): readonly string[] =>
    [...grams].sort((a, b) => weightOf(b) - weightOf(a));
  const lengths = Float32Array.from(texts, (text) => sumOf(pairsOf(text), weightOf));
  const shared = new Float32Array(texts.length);
  return {
    candidates(text, limit) {
      const grams = pairsOf(text);
      const touched: number[] = [];
      for (const gram of rarestFirst(grams)) {
        const list = postings.get(gram) ?? NONE;
        if (touched.length > 0 && list.length > texts.length * FREQUENT) break;
        const weight = weightOf(gram);
        for (const number of list) {
          if (shared[number] === 0) touched.push(number);
          shared[number]! += weight;
        }
      }
      const own = sumOf(grams, weightOf);
      const best = strongest(touched, limit, (at) => (2 * shared[at]!) / (own + lengths[at]!));
      for (const number of touched) shared[number] = 0;
      return best;
    },
  };
}

const sumOf = (grams: ReadonlySet<string>, weightOf: (gram: string) => number): number =>
  [...grams].reduce((sum, gram) => sum + weightOf(gram), 0);

function pairsOf(text: readonly string[]): ReadonlySet<string> {
  const edged = ['^', ...text, '$'];
  return new Set(edged.slice(1).map((sign, at) => `${edged[at] as string} ${sign}`));
}

/** The `limit` highest without sorting all of them. */
function strongest(
  numbers: readonly number[],
  limit: number,
  score: (number: number) => number,
): readonly number[] {
  const best: { readonly number: number; readonly score: number }[] = [];
  for (const number of numbers) {
    const one = { number, score: score(number) };
    const last = best.at(-1);
    if (best.length === limit && last && one.score <= last.score) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.score < one.score) at -= 1;
    best.splice(at, 0, one);
    if (best.length > limit) best.pop();
  }
  return best.map(({ number }) => number);
}
