import type { Folded } from '../../language/fold.js';
import { fold, originalRange } from '../../language/fold.js';
import type { WordQuery } from './word-query.js';

/** A stretch of the words as they were written, UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Where the words stand in a text; null: the text is not one that was looked for. */
export function marksIn(text: string, { wanted, unwanted }: WordQuery): readonly Mark[] | null {
  const folded = fold(text);
  if (unwanted.some((term) => folded.text.includes(term))) return null;
  const found: Mark[] = [];
  for (const term of wanted) {
    const places = placesOf(folded, term);
    if (places.length === 0) return null;
    found.push(...places);
  }
  return joined(found);
}

function placesOf(folded: Folded, term: string): readonly Mark[] {
  const places: Mark[] = [];
  for (
    let at = folded.text.indexOf(term);
    at >= 0;
    at = folded.text.indexOf(term, at + term.length)
  ) {
    places.push(originalRange(folded, at, at + term.length));
  }
  return places;
}

/** In order, those that touch made one. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const out: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (last && mark.start <= last.end) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    } else out.push(mark);
  }
  return out;
}

export interface Excerpt {
  readonly text: string;
  /** Within the excerpt. */
  readonly marks: readonly Mark[];
  /** Words were left out before, and after. */
  readonly isCut: readonly [boolean, boolean];
}

const MOST = 160;
const BEFORE = 40;

/** As much of a text as a line of results has room for, from a little before the first mark. */
export function excerptOf(text: string, marks: readonly Mark[]): Excerpt {
  const first = marks[0]?.start ?? 0;
  const begin = text.length <= MOST ? 0 : whole(text, Math.max(0, first - BEFORE));
  const end = whole(text, Math.min(text.length, begin + MOST));
  return {
    text: text.slice(begin, end),
    marks: marks
      .filter(({ start }) => start < end)
      .map(({ start, end: to }) => ({ start: start - begin, end: Math.min(to, end) - begin })),
    isCut: [begin > 0, end < text.length],
  };
}

/** Never between the halves of one character. */
const whole = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
