/**
 * Index tokens (检索词元): what a search compares. Han runs give every character and every pair of
 * neighbours ("unibi"), which measured better on Chinese law than any word segmentation
 * (design/retrieval.md); Latin words give a light stem and the pair with the word before; digits
 * and codes stay whole, because half a product code is another product.
 */
export function tokens(text: string): string[] {
  const found: string[] = [];
  let lastWord = '';
  for (const [run] of fold(text).matchAll(RUN)) {
    if (isHan(run)) {
      pushHan(found, run);
      lastWord = '';
      continue;
    }
    const word = ALL_LATIN.test(run) ? stem(run) : run;
    found.push(word);
    if (lastWord) found.push(`${lastWord} ${word}`);
    lastWord = word;
  }
  return found;
}

/** Whether a token is a pair of neighbours, not a character, word or code by itself. */
export const isPair = (token: string): boolean => PAIR.test(token);

/** NFKC and lower case: full-width forms, ligatures and capitals compare equal. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Han runs; or letters and digits, held together by `.` `-` `_` `+` inside codes and decimals. */
const RUN =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[.\-_+](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const HAN = /^\p{Script=Han}/u;
const PAIR = /^\p{Script=Han}{2}$| /u;
const ALL_LATIN = /^[a-z]+$/;

const isHan = (run: string): boolean => HAN.test(run);

function pushHan(found: string[], run: string): void {
  let before = '';
  for (const character of run) {
    found.push(character);
    if (before) found.push(before + character);
    before = character;
  }
}

/** Light English stemming: plural, -ing and -ed; a stem keeps at least three letters. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1);
  const bare = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(word)?.[1];
  if (bare === undefined || bare.length < 3) return word;
  return /([bdfgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}
