import type { Candidate } from '../../conversation/agent.js';
import type { Passage } from '../../terms/passage.js';
import type { Lookups } from './llm-lookups.js';

/** Asked for 120 characters; twice over and more is rambling, not an answer. */
const LENGTH_CAP = 400;
/** Share of Chinese among letters; product codes and law names still fit. */
const MIN_CHINESE = 0.5;

/** As the prompt asks where there is no basis; what the tools did find is said instead. */
const FOUND_NOTHING = /没有?(能)?(查到|找到)/;

const CITATION = /\[(\d{1,3})\]/g;

/**
 * An LLM's words as a candidate for the reply (候选答复), citations renumbered to those used.
 * Null when they cite what was not found, rest on nothing, or are no short Chinese answer: then the
 * reply is composed from the same lookups without them.
 */
export function candidateOf(text: string, lookups: Lookups, marker: string): Candidate | null {
  const words = separateCitations(text.trim());
  if (words === '' || [...words].length > LENGTH_CAP) return null;
  if (words.includes(marker) || words.includes('<<<') || !isChinese(words)) return null;
  // Facts do not name their product, so nobody could tell one product's fee told of another.
  if (productsOf(lookups).size > 1) return null;
  // What is on the shelf, and what may not be shown of it, is told by the list itself.
  if (lookups.runs.some(({ tool }) => tool === 'list_products')) return null;
  const cited = citedNumbers(words);
  if (cited.length === 0 && FOUND_NOTHING.test(words)) return null;
  if (cited.some((number) => !lookups.passages[number - 1])) return null;
  const passages = cited.map((number) => lookups.passages[number - 1] as Passage);
  const facts = lookups.runs.flatMap(({ result }) => result.facts);
  if (passages.length === 0 && facts.length === 0) return null;
  const renumbered = words.replace(CITATION, (_, n: string) => `[${cited.indexOf(Number(n)) + 1}]`);
  return { text: renumbered, passages, facts };
}

const productsOf = ({ runs }: Lookups): ReadonlySet<string> =>
  new Set(runs.flatMap(({ result }) => result.products.map(({ code }) => code)));

/** Numbers in order of first use, each once. */
const citedNumbers = (words: string): number[] => [
  ...new Set([...words.matchAll(CITATION)].map(([, number]) => Number(number))),
];

/** `【1】` and `[1, 2]` as models write them → `[1]` and `[1][2]`. */
const separateCitations = (text: string): string =>
  text.replace(/[[【［]\s*(\d+(?:\s*[,，、]\s*\d+)*)\s*[\]】］]/g, (_, list: string) =>
    list
      .split(/[,，、]/)
      .map((number) => `[${Number(number)}]`)
      .join(''),
  );

function isChinese(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  const chinese = words.match(/\p{Script=Han}/gu) ?? [];
  return letters.length > 0 && chinese.length / letters.length >= MIN_CHINESE;
}
