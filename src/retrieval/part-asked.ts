import type { Passage } from '../terms/passage.js';
import type { LocalDate } from '../terms/time.js';
import { circumstancesOf, unsaidShare } from './circumstances.js';
import type { FindFurther, FurtherPart } from './further.js';
import type { IndexedPassage } from './passages.js';
import { questionsOf } from './passages.js';
import type { TokenWeight } from './question-match.js';
import { remembered, similarityTo, weighWords } from './question-match.js';
import type { Reading } from './words.js';

/** 一问即答要点: 「一万块买股票型的，要扣几块」 asks for a part of an entry, not for the whole of it. */

/** Such a share of what a question weighs must say more than the entry's title does. */
const BESIDES_TITLE = 0.5;
/** So like what a part is asked, title aside, that must be. */
const LIKE = 0.4;
/** The very words a part is remembered for need say no more than the title. */
const SAME_WORDS = 0.9;

/** How like words are to the best of some questions: as they stand, and without the title's words. */
interface Likeness {
  readonly whole: number;
  readonly besides: number;
}

type LikenessOf = (query: string) => Likeness;

interface Part {
  readonly passage: Passage;
  readonly like: LikenessOf;
  /** 「周五下午三点以后下的单」 is for Fridays alone. */
  readonly isFor: (query: string) => boolean;
}

/** An entry with parts, and what each of its passages is remembered for. */
interface Entry {
  readonly titleWords: ReadonlySet<string>;
  readonly parts: readonly Part[];
  readonly own: readonly LikenessOf[];
}

interface Words {
  readonly read: Reading;
  readonly weight: TokenWeight;
}

/**
 * The part of an entry asked for by words that did not come after the entry was told; null: they ask
 * for the entry. What both are remembered for is the part's, which was written to answer it.
 */
export function partsAsked(
  { own, parts }: Readonly<Record<'own' | 'parts', readonly IndexedPassage[]>>,
  words: Words,
  isInForce: (passage: Passage, on: { readonly asOf: LocalDate }) => boolean,
): FindFurther {
  const partsOf = byDocument(parts);
  const ownOf = byDocument(own);
  const entries = new Map<string, Entry>();
  const entryOf = (document: string, found: readonly IndexedPassage[]): Entry => {
    const known = entries.get(document);
    if (known) return known;
    const made = entry(found, ownOf.get(document) ?? [], words);
    entries.set(document, made);
    return made;
  };
  return (document, query, asOf) => {
    const found = partsOf.get(document);
    if (!found?.every(({ passage }) => isInForce(passage, { asOf }))) return null;
    return askedOf(entryOf(document, found), query, words);
  };
}

function byDocument(all: readonly IndexedPassage[]): ReadonlyMap<string, IndexedPassage[]> {
  const grouped = new Map<string, IndexedPassage[]>();
  for (const one of all) {
    const { document } = one.passage;
    const group = grouped.get(document);
    if (group) group.push(one);
    else grouped.set(document, [one]);
  }
  return grouped;
}

function entry(
  parts: readonly IndexedPassage[],
  own: readonly IndexedPassage[],
  words: Words,
): Entry {
  const titleWords = new Set(parts.flatMap(({ passage }) => words.read(passage.title)));
  const likenessTo = (questions: readonly string[]) => likeness(questions, titleWords, words);
  return {
    titleWords,
    parts: parts.map((part) => {
      const circumstances = circumstancesOf(part);
      return {
        passage: part.passage,
        like: likenessTo(part.fields.asks),
        isFor: (query) => unsaidShare(circumstances, query) === 0,
      };
    }),
    own: own.map((passage) => likenessTo(questionsOf(passage))),
  };
}

function likeness(
  questions: readonly string[],
  titleWords: ReadonlySet<string>,
  { read, weight }: Words,
): LikenessOf {
  const besides = besidesOf(titleWords, read);
  const [whole = [], rest = []] = [read, besides].map((reading) =>
    remembered([questions], reading, weight)(0),
  );
  const similarity = (to: typeof whole, said: readonly string[]) => {
    const set = new Set(said);
    return similarityTo(to, set, weighWords(set, weight).total);
  };
  return (query) => ({
    whole: similarity(whole, read(query)),
    besides: similarity(rest, besides(query)),
  });
}

const besidesOf =
  (titleWords: ReadonlySet<string>, read: Reading): Reading =>
  (text) =>
    read(text).filter((word) => !titleWords.has(word));

function askedOf(
  { titleWords, parts, own }: Entry,
  query: string,
  { read, weight }: Words,
): FurtherPart | null {
  const [best] = parts
    .map(({ passage, like, isFor }) => ({ passage, isFor: isFor(query), ...like(query) }))
    .filter(({ isFor, whole }) => isFor || whole >= SAME_WORDS)
    .sort((one, other) => scoreOf(other) - scoreOf(one));
  if (!best) return null;
  const rivals = own.map((like) => like(query));
  const weigh = (reading: Reading) => weighWords(new Set(reading(query)), weight).total;
  const saysMore = weigh(besidesOf(titleWords, read)) >= BESIDES_TITLE * weigh(read);
  const isSame = best.whole >= SAME_WORDS && rivals.every(({ whole }) => best.whole >= whole);
  const isMeant =
    saysMore && best.besides >= LIKE && rivals.every(({ besides }) => best.besides >= besides);
  return isSame || isMeant ? { passage: best.passage, like: scoreOf(best) } : null;
}

/** The very words stand before all else. */
const scoreOf = ({ whole, besides }: Likeness): number =>
  whole >= SAME_WORDS ? 1 + whole : besides;
