import type { TokenWeight } from './question-match.js';
import { weighWords } from './question-match.js';
import type { Reading } from './words.js';

/** 要点: an entry answers its own title first; what was asked may be answered further down. */

/** So much more of the question must stand only further down than stands only at the beginning. */
const CLEARLY = 0.25;

/** 「它」「还」「所以」: a sentence that begins so goes on from the one before. */
const GOES_ON =
  /^(它|他|她|这|那|其|还|也|又|再|但|不过|所以|因此|另外|此外|同时|而且|并且|否则|不然|除此|反之|上面|前者|后者|两者|都|就|到时|超过|超出|满了|按[年次月]|拿不准|没有的|有的|要是|如果)/;

interface Told {
  readonly read: Reading;
  readonly weight: TokenWeight;
}

/** Where the sentence begins that answers `query`, in UTF-16 units of `text`; 0: the beginning does. */
export function pointIn(
  text: string,
  title: string,
  query: string,
  { read, weight }: Told,
): number {
  const first = text.indexOf('\n\n');
  if (first < 0) return 0;
  const asked = weighWords(new Set(read(query)), weight);
  const [above, below] = [new Set(read(text.slice(0, first))), new Set(read(text.slice(first)))];
  const named = new Set(read(title));
  const share = (isCounted: (word: string) => boolean): number =>
    asked.words.reduce((sum, word, at) => sum + (isCounted(word) ? asked.weights[at]! : 0), 0) /
    Math.max(asked.total, Number.EPSILON);
  const isOnlyBelow = (word: string): boolean =>
    below.has(word) && !above.has(word) && !named.has(word);
  const onlyAbove = share((word) => above.has(word) && !below.has(word));
  if (share(isOnlyBelow) - onlyAbove <= CLEARLY) return 0;
  const sentences = sentencesFrom(text, first);
  const shares = sentences.map(({ words }) => {
    const own = new Set(read(words));
    return share((word) => isOnlyBelow(word) && own.has(word));
  });
  return beginning(sentences, shares.indexOf(Math.max(...shares)));
}

interface Sentence {
  readonly at: number;
  readonly words: string;
  readonly opens: boolean;
}

/** Sentences behind the first paragraph; `opens`: the first of its paragraph. */
function sentencesFrom(text: string, from: number): readonly Sentence[] {
  return [...text.slice(from).matchAll(/(\n*)([^。！？\n]+[。！？]?)/g)].map(
    ({ index, 1: gap = '', 2: words = '' }) => ({
      at: from + index + gap.length,
      words,
      opens: gap !== '',
    }),
  );
}

/** The sentence itself, or the one that it goes on from; 0: that stands at the beginning. */
function beginning(sentences: readonly Sentence[], best: number): number {
  for (let at = best; at >= 0; at -= 1) {
    const { words, opens, at: place } = sentences[at]!;
    if (!GOES_ON.test(words)) return place;
    if (opens) return 0;
  }
  return 0;
}
