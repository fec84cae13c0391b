import { normalize } from '../../language/fold.js';
import { nameIndex } from '../../language/name-index.js';
import { spotNames } from '../../language/name-spotting.js';
import { brandsOf, isLayout, partsOf } from '../../language/product-name.js';
import type { Product } from '../../terms/product.js';
import { POINTS_AFTER, pointedKinds } from './pointed-kinds.js';

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

/** A compacted text with the way back to the original. */
function compactWithOffsets(text: string): { text: string; starts: number[]; ends: number[] } {
  const folded = normalize(text);
  const kept: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < folded.text.length; i += 1) {
    const char = folded.text[i] as string;
    if (isLayout(char)) continue;
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

/** Beginnings that are words of the trade: 「权益类有哪些」 names no product. */
const SAYS_A_KIND = /权益|固收|稳健|增强|全球|沪深|中证|养老|货币|债券|混合|指数/;

interface Stem {
  readonly codes: readonly string[];
  /** What follows the beginning in the name; a beginning of one product alone needs a word of it. */
  readonly rest: string;
}

/** What the names of several products begin with, as 「安禾」; it names none of them and all. */
function stemsOf(
  products: readonly Product[],
  brands: readonly string[],
): ReadonlyMap<string, Stem> {
  const byStem = new Map<string, Stem>();
  for (const { name, code } of products) {
    const { core, kind } = partsOf(name, brands);
    const stem = /^\p{Script=Han}{2}/u.exec(core)?.[0];
    if (!stem || stem === core + kind || SAYS_A_KIND.test(stem)) continue;
    const codes = byStem.get(stem)?.codes ?? [];
    if (stem !== core || codes.length === 0)
      byStem.set(stem, { codes: [...codes, code], rest: (core + kind).slice(2) });
  }
  return byStem;
}

/** 「康宁医疗」 of 康宁百万医疗保险: a policy is called by its first word and what it covers. */
const COVERS = /^(医疗|重疾|重大|意外|年金|养老|终身|增额|寿险|分红|万能|投连|保险)/;

function stemsIn(stems: ReadonlyMap<string, Stem>, haystack: string) {
  return [...stems].flatMap(([stem, { codes, rest }]) => {
    const from = haystack.indexOf(stem);
    if (from < 0) return [];
    const to = from + stem.length;
    if (codes.length > 1) return [{ from, to, codes }];
    const covers = COVERS.exec(haystack.slice(to))?.[0] ?? '';
    if (covers && rest.includes(covers)) return [{ from, to: to + covers.length, codes }];
    const points = POINTS_AFTER.exec(haystack.slice(to))?.[0] ?? '';
    return points ? [{ from, to: to + points.length, codes }] : [];
  });
}

function namesOf(products: readonly Product[]): ProductNames {
  const brands = brandsOf(products);
  const index = nameIndex(products, brands);
  const stems = stemsOf(products, brands);
  const kinds = pointedKinds(products);
  const find = (text: string): readonly Mention[] => {
    const { text: haystack, starts, ends } = compactWithOffsets(text);
    const spotted = spotNames(index, haystack);
    const heard = spotted.length > 0 ? spotted : stemsIn(stems, haystack);
    return (heard.length > 0 ? heard : kinds(haystack)).map(({ from, to, codes }) => ({
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
