/** A run of a passage, marked when the answer used the same words. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

const SHORTEST_SHARED = 6;
const MOSTLY = 0.8;
const FIGURE = /[0-9][0-9,.]*\s?(?:%|个工作日|个月|万元|元|年|日|天)?/g;
const letter = /[\p{L}\p{N}]/u;

/**
 * Splits a passage into runs and marks what the answer took from it: figures that stand in both, and
 * shared stretches of at least six characters. It shows where to look; it proves nothing.
 */
export function markUsedWords(passage: string, answer: string): readonly Run[] {
  const said = answer.replace(/\[[^\]]*\]:.*$/gm, '').replace(/\*\*|\[\d+\]/g, '');
  const used = new Array<boolean>(passage.length).fill(false);
  for (const figure of passage.matchAll(FIGURE)) {
    const words = figure[0].trim();
    if (words.length > 1 && said.includes(words))
      used.fill(true, figure.index, figure.index + words.length);
  }
  for (let at = 0; at + SHORTEST_SHARED <= passage.length;) {
    const length = sharedLength(passage, at, said);
    if (length >= SHORTEST_SHARED) used.fill(true, at, at + length);
    at += Math.max(1, length >= SHORTEST_SHARED ? length : 1);
  }
  // An answer in the passage's own words: marking all of it would point nowhere.
  const isVerbatim = used.filter(Boolean).length > passage.length * MOSTLY;
  return isVerbatim ? [{ text: passage, marked: false }] : toRuns(passage, used);
}

/** How many characters from `at` on stand in `said` too, without trailing punctuation. */
function sharedLength(passage: string, at: number, said: string): number {
  let length = 0;
  while (at + length < passage.length && said.includes(passage.slice(at, at + length + 1)))
    length += 1;
  while (length > 0 && !letter.test(passage.charAt(at + length - 1))) length -= 1;
  return letter.test(passage.charAt(at)) ? length : 0;
}

function toRuns(passage: string, used: readonly boolean[]): readonly Run[] {
  const runs: { text: string; marked: boolean }[] = [];
  [...passage].reduce((at, character) => {
    const marked = used[at] ?? false;
    const last = runs.at(-1);
    if (last !== undefined && last.marked === marked) last.text += character;
    else runs.push({ text: character, marked });
    return at + character.length;
  }, 0);
  return runs;
}
