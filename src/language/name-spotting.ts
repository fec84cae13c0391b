import { nameDistance } from './name-distance.js';
import type { NameIndex } from './name-index.js';

/** A name found in a compacted text: units `[from, to)`. */
export interface Spot {
  readonly from: number;
  readonly to: number;
  readonly codes: readonly string[];
}

/** Names in a compacted text, longest first where they overlap; badly written ones only if no other is there. */
export function spotNames(index: NameIndex, text: string): readonly Spot[] {
  const spots = apart([...exactSpots(index, text), ...spelledSpots(index, text)]);
  const found =
    spots.length > 0 ? spots.map((spot) => grown(index, text, spot)) : nearest(index, text);
  return [...found].sort((a, b) => a.from - b.from);
}

const nearest = (index: NameIndex, text: string): readonly Spot[] =>
  apart(nearSpots(index, text)).slice(0, 1);

/** As long as the beginnings of names that are names by themselves. */
const STEM = 3;

/** 「和润平蘅C」: the beginning 「和润」 is written well and is not all of the name that is meant. */
function grown(index: NameIndex, text: string, spot: Spot): Spot {
  if (spot.to - spot.from > STEM) return spot;
  const [wider] = nearest(index, text);
  return wider && wider.from <= spot.from && wider.to > spot.to ? wider : spot;
}

const MIN_NAME = 2;

function exactSpots(index: NameIndex, text: string): Spot[] {
  const spots: Spot[] = [];
  for (let from = 0; from < text.length; from += 1) {
    const end = Math.min(text.length, from + index.longest);
    for (let to = from + MIN_NAME; to <= end; to += 1) {
      const codes = index.exact(text.slice(from, to));
      if (codes.length > 0) spots.push({ from, to, codes });
    }
  }
  return spots;
}

/** Fewer letters than this are an abbreviation of anything. */
const LETTERS = /[a-z\d]{4,}/g;

const spelledSpots = (index: NameIndex, text: string): Spot[] =>
  [...text.matchAll(LETTERS)].flatMap(({ 0: run, index: from }) => {
    const codes = index.spelled(run);
    return codes.length > 0 ? [{ from, to: from + run.length, codes }] : [];
  });

/** A slip in a shorter name makes an ordinary word of it; one of the same sound less so. */
const MIN_SLIP = 6;
const SLIP = 1;
const SOUND = 0.5;
/** A longer text is a story: names in it are read as written, and reading it stays quick. */
const SHORT = 80;

function nearSpots(index: NameIndex, text: string): Spot[] {
  if (text.length > SHORT) return [];
  const found = index.alike(text).flatMap((known) => windows(text, known));
  const least = Math.min(...found.map(({ distance }) => distance));
  const best = found.filter(({ distance }) => distance === least);
  const longest = Math.max(...best.map(({ known }) => known.length));
  return best
    .filter(({ known }) => known.length === longest)
    .map(({ from, to, known }) => withShare(index, text, { from, to, known }));
}

/** 「和润平蘅C」: a slip in the name takes nothing from the class that follows it. */
function withShare(
  index: NameIndex,
  text: string,
  { from, to, known }: { from: number; to: number; known: string },
): Spot {
  const share = /^[a-z](?![a-z\d])/.exec(text.slice(to))?.[0] ?? '';
  const codes = share ? index.exact(known + share) : [];
  return codes.length > 0 ? { from, to: to + 1, codes } : { from, to, codes: index.exact(known) };
}

function windows(text: string, known: string) {
  const limit = known.length >= MIN_SLIP ? SLIP : SOUND;
  const lengths = limit < SLIP ? [0] : [0, -1, 1];
  return lengths.flatMap((more) => {
    const length = known.length + more;
    return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, from) => ({
      from,
      to: from + length,
      known,
      distance: nameDistance(text.slice(from, from + length), known, limit),
    })).filter(({ distance }) => distance <= limit);
  });
}

function apart(spots: readonly Spot[]): readonly Spot[] {
  const taken: Spot[] = [];
  const longestFirst = [...spots].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const spot of longestFirst) {
    if (!taken.some((other) => spot.from < other.to && other.from < spot.to)) taken.push(spot);
  }
  return taken;
}
