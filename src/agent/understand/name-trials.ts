import { readingsOf, syllableOf } from '../../language/pinyin.js';
import { compact, partsOf } from '../../language/product-name.js';
import { seeded } from '../models/embedded/random.js';

/** One way a customer may put a product: the words, and every product they fit. */
export interface NameTrial {
  readonly code: string;
  readonly said: string;
  /** Several codes: the words alone do not decide, so a question is right. */
  readonly fits: readonly string[];
}

export interface CatalogueRow {
  readonly code: string;
  readonly name: string;
}

/**
 * How names are put, each made from the catalogue alone and the same for one seed:
 * full the short name; spoken without the kind of product, 「A类」 said every other time; unbranded
 * without the company; spelled and initials in pinyin; slip one Han sign left out, doubled, swapped
 * with the next or replaced; homophone one Han sign of the same sound; shareless without the share
 * class; stem company and first two signs of the core.
 */
export const NAME_FORMS = [
  'code',
  'full',
  'spoken',
  'unbranded',
  'spelled',
  'initials',
  'slip',
  'homophone',
  'shareless',
  'stem',
] as const;

export type NameFormId = (typeof NAME_FORMS)[number];

/** Trials of at most `size` products drawn by a seed; products whose name has no such form, or whose form is another's name, are left out. */
export function trialsOf(
  form: NameFormId,
  rows: readonly CatalogueRow[],
  brands: readonly string[],
  size: number,
): readonly NameTrial[] {
  const say = sayerOf(form, rows, brands);
  const said = rows.map((row) => say(row, seeded(Number(row.code) + 1)));
  const fits = new Map<string, string[]>();
  for (const [at, words] of said.entries()) {
    const row = rows[at] as CatalogueRow;
    const meant = new Set([words, form === 'spoken' ? stemOf(row, brands) : null]);
    for (const one of meant) {
      if (one === null) continue;
      fits.set(compact(one), [...(fits.get(compact(one)) ?? []), row.code]);
    }
  }
  const owners = new Map(rows.map(({ code, name }) => [compact(name), code]));
  const trials = rows.flatMap(({ code }, at): NameTrial[] => {
    const words = said[at] ?? null;
    // What is the full name of another product means that one.
    if (words === null || (owners.get(compact(words)) ?? code) !== code) return [];
    return [{ code, said: words, fits: fits.get(compact(words)) ?? [] }];
  });
  return drawn(trials, size);
}

/** Without kind and share class a name fits every share class of it, but for the rare back-end one. */
function stemOf({ name }: CatalogueRow, brands: readonly string[]): string | null {
  const { brand, core, share } = partsOf(name, brands);
  return share === '后端' ? null : brand + core;
}

type Say = (row: CatalogueRow, random: () => number) => string | null;

function sayerOf(form: NameFormId, rows: readonly CatalogueRow[], brands: readonly string[]): Say {
  const parts = ({ name }: CatalogueRow) => partsOf(name, brands);
  const sayers: Record<NameFormId, () => Say> = {
    code: () => (row) => row.code,
    full: () => (row) => row.name,
    spoken: () => (row, random) => {
      const { brand, core, share } = parts(row);
      return brand + core + share + (share !== '' && random() < 0.5 ? '类' : '');
    },
    unbranded: () => (row) => {
      const { brand, core, kind, share } = parts(row);
      return brand === '' ? null : core + kind + share;
    },
    spelled: () => (row) => readingsOf(compact(row.name)).join(''),
    initials: () => (row) =>
      readingsOf(compact(row.name))
        .map((reading) => reading[0] ?? '')
        .join(''),
    slip: () => slipIn(signsOf(rows)),
    homophone: () => homophoneIn(signsOf(rows)),
    shareless: () => (row) => {
      const { brand, core, kind, note, share } = parts(row);
      return share === '' ? null : brand + core + kind + note;
    },
    stem: () => (row) => {
      const { brand, core } = parts(row);
      return brand === '' ? null : brand + core.slice(0, 2);
    },
  };
  return sayers[form]();
}

const HAN = /\p{Script=Han}/u;

const signsOf = (rows: readonly CatalogueRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ name }) => [...name]))].filter((sign) => HAN.test(sign)).sort();

/** A place in the name that holds a Han sign. */
function placeIn(name: string, random: () => number): number | null {
  const places = [...name].flatMap((sign, at) => (HAN.test(sign) ? at : []));
  return places[Math.floor(random() * places.length)] ?? null;
}

function slipIn(signs: readonly string[]): Say {
  return ({ name }, random) => {
    const at = placeIn(name, random);
    if (at === null) return null;
    const [before, sign, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
    const kind = Math.floor(random() * 4);
    if (kind === 0) return before + after;
    if (kind === 1) return before + sign + sign + after;
    if (kind === 2 && HAN.test(after)) return before + (after[0] ?? '') + sign + after.slice(1);
    return before + (signs[Math.floor(random() * signs.length)] ?? '') + after;
  };
}

function homophoneIn(signs: readonly string[]): Say {
  return ({ name }, random) => {
    const at = placeIn(name, random);
    if (at === null) return null;
    const sign = name[at] ?? '';
    const alike = signs.filter((other) => other !== sign && syllableOf(other) === syllableOf(sign));
    const other = alike[Math.floor(random() * alike.length)];
    return other === undefined ? null : name.slice(0, at) + other + name.slice(at + 1);
  };
}

const SEED = 20261125;

function drawn(trials: readonly NameTrial[], size: number): readonly NameTrial[] {
  const random = seeded(SEED);
  return trials
    .map((trial) => ({ trial, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ trial }) => trial);
}
