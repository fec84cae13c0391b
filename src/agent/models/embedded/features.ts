import { normalize } from '../../../language/fold.js';

/** What one sentence shows: grams of its signs and words, and grams inside its Latin words. */
export interface Grams {
  readonly words: readonly string[];
  readonly letters: readonly string[];
}

/** A gram is at most four Han signs or two words long. */
const LONGEST = 4;
const LETTERS = [3, 4];
/** Pairs grow with the square of a sentence; a long story says enough in its first signs. */
const PAIRED = 48;

/**
 * Neighbouring signs with sentence edges; any two Han signs in any order, because short Chinese
 * moves its words about freely; letters inside Latin words, which forgive a typo.
 */
export function gramsOf(text: string): Grams {
  const tokens = tokensOf(text);
  return {
    words: [...neighbours(['^', ...tokens, '$']), ...pairs(tokens.filter(isSign))],
    letters: tokens.filter((token) => LATIN.test(token)).flatMap(lettersOf),
  };
}

const TOKEN = /(?:(?!\p{Script=Han})\p{L})+|\p{N}+|[\p{Script=Han}◆]/gu;
const SIGN = /^[\p{Script=Han}◆]$/u;
const LATIN = /^[a-z]+$/;

const isSign = (token: string): boolean => SIGN.test(token);

/** Words, numbers and single Han signs, without punctuation; the product placeholder is one sign. */
export const tokensOf = (text: string): readonly string[] =>
  normalize(text).text.replaceAll('{product}', '◆').replace(/['’]/g, '').match(TOKEN) ?? [];

function neighbours(tokens: readonly string[]): string[] {
  const found: string[] = [];
  const lengths = tokens.map((token) => (token.length > 1 ? 2 : 1));
  for (let from = 0; from < tokens.length; from += 1) {
    let gram = '';
    let length = 0;
    for (let at = from; at < tokens.length; at += 1) {
      length += lengths[at] as number;
      if (at > from && length > LONGEST) break;
      gram += `${tokens[at] as string} `;
      if (gram !== '^ ' && gram !== '$ ') found.push(gram);
    }
  }
  return found;
}

function pairs(signs: readonly string[]): string[] {
  const found: string[] = [];
  const distinct = [...new Set(signs.slice(0, PAIRED))].sort();
  for (const [at, sign] of distinct.entries()) {
    for (let other = at + 1; other < distinct.length; other += 1) {
      found.push(`${sign}+${distinct[other] as string}`);
    }
  }
  return found;
}

function lettersOf(word: string): string[] {
  const edged = `^${word}$`;
  return LETTERS.flatMap((size) =>
    Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, at) =>
      edged.slice(at, at + size),
    ),
  );
}
