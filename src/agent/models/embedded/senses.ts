import { normalize } from '../../../language/fold.js';

/** 词义: for a folded word, the names of the things it may stand for. */
export type Senses = ReadonlyMap<string, readonly string[]>;

export const NO_SENSES: Senses = new Map();

/** Folded, and without the marks that Chinese may set or leave out. */
export const bare = (text: string): string =>
  normalize(text)
    .text.replaceAll('{product}', '◆')
    .replace(/[\s\p{P}~]/gu, '');

interface Found {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

/**
 * What a sentence speaks of, whichever words it says it in: what is meant, any two things meant
 * together, which thing follows which, what stands beside signs of no known word, and how much of the
 * sentence is known words.
 */
export function sensesOf(text: string, senses: Senses): readonly string[] {
  if (senses.size === 0) return [];
  const plain = bare(text);
  const found = wordsIn(plain, senses);
  const names = [...new Set(found.flatMap((word) => word.names))].sort();
  return [
    ...names,
    ...names.flatMap((one, at) => names.slice(at + 1).map((other) => `${one}+${other}`)),
    ...sequence(found),
    ...besides(plain, found, names),
    ...shape(plain, found),
  ];
}

/** The longest word at each place that reaches further than the words before it. */
function wordsIn(plain: string, senses: Senses): readonly Found[] {
  const found: Found[] = [];
  let reached = 0;
  for (let from = 0; from < plain.length; from += 1) {
    for (
      let to = Math.min(plain.length, from + LONGEST_WORD);
      to > Math.max(from, reached);
      to -= 1
    ) {
      const names = senses.get(plain.slice(from, to));
      if (!names || cutsWord(plain, from) || cutsWord(plain, to)) continue;
      found.push({ from, to, names });
      reached = to;
      break;
    }
  }
  return found;
}

const LONGEST_WORD = 12;
const LATIN = /[a-z0-9]/;

/** 「be」 is no word of 「before」. */
const cutsWord = (plain: string, at: number): boolean =>
  LATIN.test(plain[at - 1] ?? '') && LATIN.test(plain[at] ?? '');

function sequence(found: readonly Found[]): string[] {
  const steps = [['^'], ...found.map(({ names }) => names), ['$']];
  return steps
    .slice(1)
    .flatMap((after, at) =>
      (steps[at] as readonly string[]).flatMap((one) => after.map((other) => `${one}>${other}`)),
    );
}

/** Many words of a long story stand beside many signs; its first ones say enough. */
const BESIDES = 24;

function besides(plain: string, found: readonly Found[], names: readonly string[]): string[] {
  const isKnown = new Uint8Array(plain.length);
  for (const { from, to } of found) isKnown.fill(1, from, to);
  const rest = [...new Set([...plain].filter((_, at) => !isKnown[at]))].slice(0, BESIDES);
  return rest.flatMap((sign) => names.map((name) => `${name} ${sign}`));
}

function shape(plain: string, found: readonly Found[]): string[] {
  const known = found.reduce((sum, { from, to }) => sum + to - from, 0);
  const only = found.length === 1 ? (found[0]?.names[0] ?? '') : Math.min(4, found.length);
  return [
    `${only} ${known >= plain.length ? 'whole' : 'part'}`,
    `length ${Math.min(8, plain.length >> 1)}`,
  ];
}
