import { normalize } from './fold.js';

/** 产品简称 taken apart; every part is lower case without spaces and signs, and may be empty. */
export interface NameParts {
  /** 公司前缀, as 「易方达」. */
  readonly brand: string;
  readonly core: string;
  /** What kind of product it is, as 「混合」 「ETF联接」. */
  readonly kind: string;
  /** What stands in brackets, as 「QDII」. */
  readonly note: string;
  /** 份额类别: a letter, 「ab」, or 「后端」. */
  readonly share: string;
}

/** Lower case without spaces, dots and brackets: how names are compared. */
export const compact = (text: string): string =>
  [...normalize(text).text].filter((sign) => !isLayout(sign)).join('');

/** Signs a customer leaves out of a name, or puts in. */
export const isLayout = (sign: string): boolean => /[\s·\-_()（）/]/.test(sign);

const SHARE = /([a-z](?:\/[a-z])?|\(后端\))$/;
const KINDS =
  '证券投资基金|集合资金信托计划|养老年金保险|终身寿险|两全保险|意外伤害保险|重大疾病保险|医疗保险|' +
  '结构性存款|封闭式基础设施reit|基金投顾组合|灵活配置|定期开放|理财|债券|混合|股票|货币|' +
  '指数|增强|etf|lof|联接|发起式|发起|定开债|定开|基金|保险';
/** Two words that are one kind; in a row of kinds they would only be a second way to read the same. */
const OF_TWO = '灵活配置混合|指数增强';
const KIND = new RegExp(`(?:${KINDS})+$`);
const LAST_KIND = new RegExp(`(?:${OF_TWO}|${KINDS})$`);
/** A name of one sign says nothing. */
const MIN_CORE = 2;

/**
 * A name whose kind is of several words is cut every way: 「天天理财货币」 is said 「天天理财」, 「天天」 and
 * 「天天货币」.
 * `brands` longest first, in lower case.
 */
export function cutsOf(name: string, brands: readonly string[]): readonly NameParts[] {
  const parts = partsOf(name, brands);
  const last = LAST_KIND.exec(parts.kind)?.[0] ?? '';
  if (last === parts.kind) return [parts];
  const kept = parts.kind.slice(0, parts.kind.length - last.length);
  return [{ ...parts, core: parts.core + kept, kind: last }, parts, { ...parts, kind: last }];
}

export function partsOf(name: string, brands: readonly string[]): NameParts {
  const folded = normalize(name).text.replace(/\s/g, '');
  const share = shareOf(folded);
  const bare = folded.slice(0, folded.length - share.length);
  const note = [...bare.matchAll(/[(（](.*?)[)）]/g)].map(([, inner]) => inner ?? '').join('');
  const words = compact(bare.replace(/[(（].*?[)）]/g, ''));
  const brand = brands.find((one) => words.startsWith(one)) ?? '';
  const rest = words.slice(brand.length);
  const kind = KIND.exec(rest)?.[0] ?? '';
  const isAllKind = rest.length - kind.length < MIN_CORE;
  return {
    brand,
    core: isAllKind ? rest : rest.slice(0, rest.length - kind.length),
    kind: isAllKind ? '' : kind,
    note: compact(note),
    share: compact(share),
  };
}

/** A letter after a Latin word belongs to the word: 「ETF」 「REITs」. */
function shareOf(folded: string): string {
  const share = SHARE.exec(folded)?.[0] ?? '';
  const before = folded[folded.length - share.length - 1] ?? '';
  return share.length === 1 && /[a-z]/.test(before) ? '' : share;
}

/** How a name is put; what fits on an earlier tier goes before what fits on a later. */
export interface NameForm {
  readonly text: readonly (keyof NameParts)[];
  readonly tier: number;
}

const WITH_SHARE: readonly NameForm[] = [
  { tier: 1, text: ['brand', 'core', 'kind', 'note', 'share'] },
  { tier: 1, text: ['brand', 'core', 'kind', 'share'] },
  { tier: 1, text: ['brand', 'core', 'share'] },
  { tier: 2, text: ['core', 'kind', 'share'] },
  { tier: 2, text: ['core', 'share'] },
];
const FULL: readonly NameForm[] = [
  { tier: 1, text: ['brand', 'core', 'kind', 'note'] },
  { tier: 1, text: ['brand', 'core', 'kind'] },
  { tier: 2, text: ['core', 'kind'] },
];
const STEMS: readonly NameForm[] = [
  { tier: 3, text: ['brand', 'core'] },
  { tier: 3, text: ['core'] },
];
/** Left open, a share class is any of them; hardly anybody means the one that is paid for at the end. */
const OPEN = 3;
const BACK_END = 4;

/**
 * After the full name (tier 0): as it is said, then without the company; a stem, or a name whose share class is
 * left out, comes last and on one tier with all products it fits.
 */
export function formsOf({ share }: NameParts): readonly NameForm[] {
  if (share === '') return [...FULL, ...STEMS];
  const tier = share === '后端' ? BACK_END : OPEN;
  return [...WITH_SHARE, ...[...FULL, ...STEMS].map(({ text }) => ({ text, tier }))];
}

/** What a company is, after what it is called: 「澄海基金」 puts 「澄海」 before its products. */
const TRADE = /(?:基金|银行|理财|财富|人寿|财险|保险|信托|私募|证券|资管|投资)$/;

/** What stands before a product's own name: company, or a series as in 「屿享·安禾」; longest first. */
export function brandsOf(
  products: readonly { readonly name: string; readonly issuer: string }[],
): readonly string[] {
  const issuers = products.flatMap(({ issuer }) => [issuer, issuer.replace(TRADE, '')]);
  const series = products.flatMap(({ name }) => /^([^·]+)·/.exec(name)?.[1] ?? []);
  const known = [...issuers, ...series].map(compact).filter((brand) => brand.length >= 2);
  const brands = new Set([...known, ...brandsIn(products.map(({ name }) => name))]);
  return [...brands].sort((a, b) => b.length - a.length);
}

/** So many names must begin alike before the beginning is taken for a company. */
const COMMON = 8;
const LONGEST_BRAND = 4;
/** Where names part: no single sign follows the beginning this often. */
const PARTING = 0.7;

/** Company prefixes of a catalogue, learnt from where its names part; longest first. */
export function brandsIn(names: readonly string[]): readonly string[] {
  const folded = names.map(compact);
  const followers = new Map<string, Map<string, number>>();
  for (const name of folded) {
    for (let length = 2; length <= LONGEST_BRAND; length += 1) {
      const start = name.slice(0, length);
      const next = followers.get(start) ?? new Map<string, number>();
      next.set(name[length] ?? '', (next.get(name[length] ?? '') ?? 0) + 1);
      followers.set(start, next);
    }
  }
  const brands = new Set(folded.flatMap((name) => brandOf(name, followers) ?? []));
  return [...brands].sort((a, b) => b.length - a.length);
}

function brandOf(
  name: string,
  followers: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string | null {
  for (let length = 2; length <= LONGEST_BRAND; length += 1) {
    const counts = [...(followers.get(name.slice(0, length))?.values() ?? [])];
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < COMMON) return null;
    if (Math.max(...counts) / total < PARTING) return name.slice(0, length);
  }
  return null;
}
