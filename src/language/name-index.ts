import { gramIndex } from './gram-index.js';
import { nameDistance } from './name-distance.js';
import { hanNumber } from './numerals.js';
import { readingsOf, syllableOf } from './pinyin.js';
import type { NameParts } from './product-name.js';
import { compact, cutsOf, formsOf } from './product-name.js';

/** A product with the names customers may use for it. */
export interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Known as they are written and in no other way: they are too near to ordinary words. */
  readonly nicknames?: readonly string[];
}

export type How = 'exact' | 'spelled' | 'begun' | 'near' | 'unknown';

/** What a name means: one code is an answer, several are a question, none is unknown. */
export interface Meaning {
  readonly codes: readonly string[];
  readonly how: How;
}

export interface NameIndex {
  /** A whole name, code, alias or pinyin, well or badly written. */
  lookup(name: string): Meaning;
  /** Codes of a compacted text that is exactly a form of a name; empty when it is none. */
  exact(text: string): readonly string[];
  /** Codes of pinyin, full or initials, without spaces. */
  spelled(letters: string): readonly string[];
  /** Forms that sound like a part of this text, likeliest first. */
  alike(text: string): readonly string[];
  /** Signs of the longest form. */
  readonly longest: number;
}

export const UNKNOWN: Meaning = { codes: [], how: 'unknown' };

/** After every form of a proper name. */
const NICKNAME = 5;
const CANDIDATES = 40;
/** Shorter names have too many neighbours to guess among. */
const MIN_NEAR = 4;
const SLIPS = 1;

/** Index over a catalogue of any size; `brands` as `cutsOf` takes them. */
export function nameIndex(products: readonly Named[], brands: readonly string[]): NameIndex {
  const forms = newTable();
  const spellings = newTable();
  for (const product of products) enter(product, brands, forms, spellings);
  const texts = forms.texts().filter((text) => text.length >= MIN_NEAR);
  const likely = gramIndex(texts.map(soundOf));
  for (const product of products)
    for (const nickname of [...(product.nicknames ?? []), ...spokenNumbers(product)])
      forms.add(compact(nickname), product.code, NICKNAME);
  const alike = (text: string): readonly string[] =>
    likely.candidates(soundOf(text), CANDIDATES).map((at) => texts[at] as string);
  const near = (text: string): Meaning => {
    if (text.length < MIN_NEAR) return UNKNOWN;
    const found = alike(text);
    const begun = forms.codesOf(found.filter((known) => known.startsWith(text)));
    if (begun.length > 0) return { codes: begun, how: 'begun' };
    const slips = found.map((known) => ({ known, distance: nameDistance(text, known, SLIPS) }));
    const least = Math.min(SLIPS, ...slips.map(({ distance }) => distance));
    const codes = forms.codesOf(
      slips.flatMap(({ known, distance }) => (distance <= least ? known : [])),
    );
    return codes.length > 0 ? { codes, how: 'near' } : UNKNOWN;
  };
  return {
    longest: forms.texts().reduce((most, text) => Math.max(most, text.length), 0),
    alike,
    exact: (text) => forms.codesOf([text]),
    spelled: (letters) => spellings.codesOf([letters]),
    lookup(name) {
      const text = withPlainShare(compact(name));
      const exact = forms.codesOf([text]);
      if (exact.length > 0) return { codes: exact, how: 'exact' };
      const spelled = spellings.codesOf([text.replaceAll(/['’]/g, '')]);
      if (spelled.length > 0) return { codes: spelled, how: 'spelled' };
      return near(text);
    },
  };
}

/** 「安禾八期」 is said for 「安禾8期」. */
const spokenNumbers = ({ aliases }: Named): readonly string[] =>
  aliases
    .filter((alias) => /\d/.test(alias))
    .map((alias) => alias.replace(/\d+/g, (digits) => hanNumber(Number(digits))));

const soundOf = (text: string): readonly string[] => [...text].map(syllableOf);

/** 「A类」 「A份额」 are said for 「A」. */
export const withPlainShare = (text: string): string =>
  text.replace(/(?<=[a-z])(?:类份额|类|份额)$/, '');

function enter(
  { code, name, aliases }: Named,
  brands: readonly string[],
  forms: Table,
  spellings: Table,
): void {
  forms.add(code.toLowerCase(), code, 0);
  const full = compact(name);
  forms.add(full, code, 0);
  addSpelling(spellings, readingsOf(full), code, 0);
  for (const alias of aliases) {
    forms.add(compact(alias), code, 0);
    // Who leaves the A away still means the share class the alias is of.
    forms.add(compact(alias).replace(/a$/, ''), code, 1);
    addSpelling(spellings, readingsOf(compact(alias)), code, 0);
  }
  for (const parts of cutsOf(name, brands)) enterForms(code, parts, forms, spellings);
}

function enterForms(code: string, parts: NameParts, forms: Table, spellings: Table): void {
  const readings = partReadings(parts);
  for (const form of formsOf(parts)) {
    forms.add(form.text.map((part) => parts[part]).join(''), code, form.tier);
    const syllables = form.text.flatMap((part) => readings[part]);
    addSpelling(spellings, syllables, code, form.tier);
  }
}

/** Pinyin in full, and its initials where they are not too few to mean anything. */
function addSpelling(
  spellings: Table,
  syllables: readonly string[],
  code: string,
  tier: number,
): void {
  spellings.add(syllables.join(''), code, tier);
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  if (initials.length >= MIN_NEAR) spellings.add(initials, code, tier);
}

/** Read as one word list, so that a reading may depend on the part before. */
function partReadings(parts: NameParts): Record<keyof NameParts, readonly string[]> {
  const readings = readingsOf(Object.values(parts).join(''));
  let from = 0;
  const take = (part: string) => readings.slice(from, (from += part.length));
  return {
    brand: take(parts.brand),
    core: take(parts.core),
    kind: take(parts.kind),
    note: take(parts.note),
    share: take(parts.share),
  };
}

interface Table {
  add(text: string, code: string, tier: number): void;
  /** Codes of the best tier any of the texts has. */
  codesOf(texts: readonly string[]): readonly string[];
  texts(): readonly string[];
}

const MIN_FORM = 2;

function newTable(): Table {
  /** Tier by code, by text. */
  const entries = new Map<string, Map<string, number>>();
  return {
    add(text, code, tier) {
      if (text.length < MIN_FORM) return;
      const known = entries.get(text) ?? new Map<string, number>();
      known.set(code, Math.min(tier, known.get(code) ?? tier));
      entries.set(text, known);
    },
    codesOf(texts) {
      if (texts.length === 1 && !entries.has(texts[0]!)) return [];
      const found = texts.flatMap((text) => [...(entries.get(text) ?? [])]);
      const best = Math.min(...found.map(([, tier]) => tier));
      return [...new Set(found.flatMap(([code, tier]) => (tier === best ? code : [])))];
    },
    texts: () => [...entries.keys()],
  };
}
