/** One line of a comparison. */
export interface ComparedLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** More changed lines than this on either side are shown as taken out and put in whole. */
const MOST_LINES = 2_000;

/** 对比: two texts line by line, the most in common; lines that stay are kept for reading along. */
export const lineDifference = (before: string, after: string): readonly ComparedLine[] =>
  pieceDifference(linesIn(before), linesIn(after));

/** The same of texts that come in pieces of another size. */
export function pieceDifference(
  old: readonly string[],
  fresh: readonly string[],
): readonly ComparedLine[] {
  const head = alike(old, fresh);
  const tail = alike(old.slice(head).reverse(), fresh.slice(head).reverse());
  const inner = (lines: readonly string[]) => lines.slice(head, lines.length - tail);
  return [
    ...signed(' ', old.slice(0, head)),
    ...compared(inner(old), inner(fresh)),
    ...signed(' ', old.slice(old.length - tail)),
  ];
}

/** How many lines both begin with. */
function alike(old: readonly string[], fresh: readonly string[]): number {
  const apart = old.findIndex((line, at) => line !== fresh[at]);
  return apart === -1 ? old.length : apart;
}

/** Between what both begin and what both end with. */
function compared(old: readonly string[], fresh: readonly string[]): readonly ComparedLine[] {
  if (old.length > MOST_LINES || fresh.length > MOST_LINES) {
    return [...signed('-', old), ...signed('+', fresh)];
  }
  const common = commonLengths(old, fresh);
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ sign: ' ', text: old[i] as string });
      i += 1;
      j += 1;
    } else if (
      j >= fresh.length ||
      (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      lines.push({ sign: '-', text: old[i] as string });
      i += 1;
    } else {
      lines.push({ sign: '+', text: fresh[j] as string });
      j += 1;
    }
  }
  return lines;
}

const linesIn = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\n$/, '').split('\n');

const signed = (sign: ComparedLine['sign'], lines: readonly string[]): readonly ComparedLine[] =>
  lines.map((text) => ({ sign, text }));

type Lengths = readonly Uint16Array[];

const at = (lengths: Lengths, i: number, j: number): number => lengths[i]?.[j] ?? 0;

/** How many lines what is left of both has in common, from every pair of places on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Lengths {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint16Array;
      row[j] =
        old[i] === fresh[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}
