import { normalize } from '../../language/fold.js';
import type { Product } from '../../terms/product.js';

/** A product mentioned in a sentence: which, and where. Several codes: the name fits them all. */
export interface Mention {
  readonly codes: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface ProductNames {
  /** Mentions from left to right; the longest name wins where names overlap. */
  find(text: string): readonly Mention[];
  /** The sentence with every mention replaced by the catalogue's placeholder. */
  mask(text: string): string;
}

/** Shorter names than this are words of the language, not names. */
const MIN_NAME = 2;

/** Words every product of a kind carries: a name is what is left without them. */
const ISSUER_PREFIX = /^(青屿银行|青屿|澄海|临溪|云栖|望潮|鹤汀|屿享)/;
const KIND_SUFFIX =
  /(证券投资基金|集合资金信托计划|养老年金保险|终身寿险|两全保险|意外伤害保险|重大疾病保险|医疗保险|结构性存款|封闭式基础设施reit|基金投顾组合|理财|债券|混合|股票|货币|指数|etf联接|联接|基金|保险)+$/;

/** Names customers use for a product: code, full name, aliases, and the name without its trimmings. */
function surfacesOf({ code, name, aliases }: Product): readonly string[] {
  const full = compact(name);
  const withoutClass = full.replace(/[ac]$/, '');
  const stem = withoutClass
    .replace(/[（(].*?[）)]/g, '')
    .replace(ISSUER_PREFIX, '')
    .replace(/^·/, '')
    .replace(KIND_SUFFIX, '');
  const aliasStems = aliases.map((alias) => compact(alias).replace(/a$/, ''));
  const all = [
    code.toLowerCase(),
    full,
    withoutClass,
    ...aliases.map(compact),
    ...aliasStems,
    stem,
  ];
  return [...new Set(all)].filter((surface) => [...surface].length >= MIN_NAME);
}

/** Lower case without spaces and dots: how names are compared. */
const compact = (text: string): string => normalize(text).text.replace(/[\s·\-_]/g, '');

/** A compacted text with the way back to the original. */
function compactWithOffsets(text: string): { text: string; starts: number[]; ends: number[] } {
  const folded = normalize(text);
  const kept: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < folded.text.length; i += 1) {
    const char = folded.text[i] as string;
    if (/[\s·\-_]/.test(char)) continue;
    kept.push(char);
    starts.push(folded.starts[i] ?? 0);
    ends.push(folded.ends[i] ?? 0);
  }
  return { text: kept.join(''), starts, ends };
}

const made = new WeakMap<readonly Product[], ProductNames>();

/** Made once for one and the same array of products. */
export function productNames(products: readonly Product[]): ProductNames {
  const known = made.get(products);
  if (known) return known;
  const names = namesOf(products);
  made.set(products, names);
  return names;
}

function namesOf(products: readonly Product[]): ProductNames {
  const byName = new Map<string, string[]>();
  for (const product of products) {
    for (const surface of surfacesOf(product)) {
      const codes = byName.get(surface) ?? [];
      if (!codes.includes(product.code)) byName.set(surface, [...codes, product.code]);
    }
  }
  // An alias names one product even when it is also the trimmed name of its sister class.
  for (const { code, aliases } of products) {
    for (const alias of aliases) byName.set(compact(alias), [code]);
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const find = (text: string): readonly Mention[] => {
    const { text: haystack, starts, ends } = compactWithOffsets(text);
    const taken: { from: number; to: number; codes: readonly string[] }[] = [];
    for (const name of names) {
      for (let at = haystack.indexOf(name); at >= 0; at = haystack.indexOf(name, at + 1)) {
        const to = at + name.length;
        if (taken.some((other) => at < other.to && other.from < to)) continue;
        taken.push({ from: at, to, codes: byName.get(name) ?? [] });
      }
    }
    return taken
      .sort((a, b) => a.from - b.from)
      .map(({ from, to, codes }) => ({
        codes,
        start: starts[from] ?? 0,
        end: ends[to - 1] ?? text.length,
      }));
  };
  return {
    find,
    mask(text) {
      let out = '';
      let from = 0;
      for (const { start, end } of find(text)) {
        out += `${text.slice(from, start)}{product}`;
        from = end;
      }
      return out + text.slice(from);
    },
  };
}
