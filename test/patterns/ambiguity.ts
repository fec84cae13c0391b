import type { AST } from '@eslint-community/regexpp';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { Automaton } from './positions.js';
import { FEW, automatonOf } from './positions.js';

/**
 * Exponential ambiguity (Weber & Seidl 1991, criterion EDA): a repeated part reads some word from a position
 * back to it in two ways. What looks ahead or behind is left out, so that it never makes a pattern safe.
 */

/** The first repeated part of a pattern that reads the same letters in two ways; null: there is none. */
export function ambiguousPart(source: string, flags: string): string | null {
  const isUnicode = flags.includes('u');
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode: isUnicode });
  let found: string | null = null;
  visitRegExpAST(tree, {
    onQuantifierEnter(node) {
      if (found === null && node.max > FEW && isAmbiguous(node, flags)) found = node.raw;
    },
  });
  return found;
}

function isAmbiguous({ element }: AST.Quantifier, flags: string): boolean {
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false;
  const automaton = automatonOf(element, flags.replace(/[gyd]/g, ''));
  const isTwoWays = new Set(automaton.steps.map(String)).size < automaton.steps.length;
  return isTwoWays || meetsAgain(automaton);
}

/** Whether two readings part at one position and meet at one again. */
function meetsAgain({ reads, steps }: Automaton): boolean {
  const count = reads.length;
  if (count === 0) return false;
  const samples = samplesOf(reads);
  const read = reads.map((one) => new Set(samples.filter((sample) => one.test(sample))));
  const shares = (a: number, b: number) => [...(read[a] ?? [])].some((sign) => read[b]?.has(sign));
  const after: number[][] = reads.map(() => []);
  const before: number[][] = reads.map(() => []);
  for (const [from, to] of steps) {
    after[from]?.push(to);
    before[to]?.push(from);
  }
  const together = reads.map((_, a) => reads.map((__, b) => shares(a, b)));
  const pairsFrom = (ways: readonly (readonly number[])[]) => (pair: number) => {
    const [a, b] = [Math.floor(pair / count), pair % count];
    return (ways[a] ?? []).flatMap((x) =>
      (ways[b] ?? []).filter((y) => together[x]?.[y]).map((y) => x * count + y),
    );
  };
  const ahead = pairsFrom(after);
  const back = pairsFrom(before);
  // Said over and over, every position leads to every other: any one of them stands for all.
  const reached = reachable(0, ahead);
  return [...reachable(0, back)].some(
    (pair) => Math.floor(pair / count) !== pair % count && reached.has(pair),
  );
}

function reachable(start: number, next: (pair: number) => readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [start];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    for (const one of next(pair)) {
      if (seen.has(one)) continue;
      seen.add(one);
      open.push(one);
    }
  }
  return seen;
}

/** Every sign that is written in the pattern, and some that are in none. */
const samplesOf = (reads: readonly RegExp[]): readonly string[] => [
  ...new Set([...reads.map(({ source }) => source).join(''), ...'龘zZ5_ \t\n。,，é']),
];
