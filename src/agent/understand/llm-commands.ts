import type { Candidate } from '../../conversation/agent.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import type { Lookup, Lookups } from './llm-lookups.js';
import { buyerIn, speaksOfOthers } from './suitability-words.js';

const MAX_ANSWERS = 2;

type Reading = Extract<
  Command,
  { do: 'answer' | 'describe_product' | 'compare_products' | 'list_products' }
>;

/**
 * What the customer wants, read off the calls the model made (命令). An emergency stands alone;
 * otherwise readings come first, then what was asked for without reading.
 *
 * @param words the customer's, capped: what is searched where a product was not found
 */
export function commandsOf(
  lookups: Lookups,
  called: readonly Command[],
  candidate: Candidate | null,
  words: string,
): readonly Command[] {
  const emergency = called.find((command) => command.do === 'emergency');
  if (emergency) return [emergency];
  const products = merged(lookups.runs.flatMap((run) => productReading(run, words)));
  const searches = relevant(lookups.runs, candidate).map(({ asked }) =>
    answer(String(asked['query'])),
  );
  const readings: Command[] = [...products, ...unique(searches).slice(0, MAX_ANSWERS)];
  const nothingFound = readings.length === 0 && lookups.runs.length > 0;
  if (nothingFound && called.length === 0) return [answer(words)];
  return [...readings, ...unique(called)];
}

const answer = (query: string): Reading => ({ do: 'answer', query });

/** A code comes from the shelf, never from the model's own writing. */
function productReading({ tool, asked, result }: Lookup, words: string): Reading[] {
  const codes = result.products.map(({ code }) => code);
  const [first] = codes;
  if (tool === 'compare_products' && codes.length >= 2) {
    return [{ do: 'compare_products', codes, aspects: aspectsIn(asked) }];
  }
  if (tool === 'list_products') {
    return [
      { do: 'list_products', skip: Number(asked['skip'] ?? 0), query: String(asked['query']) },
    ];
  }
  const isOne = tool === 'get_product' || tool === 'check_suitability';
  if (!isOne || !first) return [];
  const query = String(asked['question'] ?? words);
  const aspects = tool === 'check_suitability' ? (['suitability'] as const) : aspectsIn(asked);
  const described = { do: 'describe_product', code: first, aspects, query } as const;
  const isForSelf = aspects.includes('suitability') && !speaksOfOthers(words);
  return [isForSelf ? { ...described, buyer: buyerIn(words) ?? 'self' } : described];
}

const aspectsIn = (asked: Lookup['asked']): readonly ProductAspect[] =>
  (asked['aspects'] ?? []) as readonly ProductAspect[];

/** One product asked about twice in the same words is one reading with all its aspects; two questions stay two. */
function merged(readings: readonly Reading[]): Reading[] {
  return readings.reduce<Reading[]>((kept, next) => {
    const at = kept.findIndex((known) => isSameProduct(known, next));
    const known = kept[at];
    if (known?.do !== 'describe_product' || next.do !== 'describe_product') return [...kept, next];
    const aspects = [...new Set([...known.aspects, ...next.aspects])];
    return kept.with(at, { ...known, ...next, query: known.query, aspects });
  }, []);
}

const isSameProduct = (one: Reading, other: Reading): boolean =>
  one.do === 'describe_product' &&
  other.do === 'describe_product' &&
  one.code === other.code &&
  one.query === other.query;

/** Models search again with better words: what was cited counts, else what found anything, else the last. */
function relevant(runs: readonly Lookup[], candidate: Candidate | null): readonly Lookup[] {
  const searches = runs.filter(({ tool }) => tool === 'search_knowledge');
  const cited = new Set(candidate?.passages.map(({ id }) => id));
  const used = searches.filter(({ result }) => result.passages.some(({ id }) => cited.has(id)));
  if (used.length > 0) return used;
  const aProductSufficed = candidate !== null && runs.length > searches.length;
  if (aProductSufficed) return [];
  const found = searches.filter(({ result }) => result.passages.length > 0);
  return found.length > 0 ? found : searches.slice(-1);
}

function unique<T extends Command>(commands: readonly T[]): T[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    const key = JSON.stringify(command);
    return seen.has(key) ? false : seen.add(key);
  });
}
