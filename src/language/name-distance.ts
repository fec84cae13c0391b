import { syllableOf } from './pinyin.js';

/** 别字: another character of the same sound is half a slip. */
const HOMOPHONE = 0.4;
const SLIP = 1;
/** A digit or letter is never a slip: it is another product or another share class. */
const OTHER_PRODUCT = 4;

const FIGURE = /[\da-z]/;

/**
 * Weighted edit distance of two names; Infinity once it must exceed `limit`. Neighbours that
 * changed places are one slip.
 */
export function nameDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) * SLIP > limit) return Infinity;
  let before: number[] = [];
  let above = cumulated(other);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [above[0]! + price(one[i - 1]!)];
    for (let j = 1; j <= other.length; j += 1) {
      const [a, b] = [one[i - 1]!, other[j - 1]!];
      let least = Math.min(
        above[j - 1]! + substitution(a, b),
        above[j]! + price(a),
        row[j - 1]! + price(b),
      );
      if (i > 1 && j > 1 && a === other[j - 2] && b === one[i - 2] && a !== b) {
        least = Math.min(least, before[j - 2]! + Math.max(price(a), price(b)));
      }
      row.push(least);
    }
    if (Math.min(...row) > limit) return Infinity;
    before = above;
    above = row;
  }
  return above[other.length]! <= limit ? above[other.length]! : Infinity;
}

const price = (char: string): number => (FIGURE.test(char) ? OTHER_PRODUCT : SLIP);

function cumulated(text: string): number[] {
  const sums = [0];
  for (const char of text) sums.push(sums.at(-1)! + price(char));
  return sums;
}

function substitution(one: string, other: string): number {
  if (one === other) return 0;
  if (FIGURE.test(one) || FIGURE.test(other)) return OTHER_PRODUCT;
  return syllableOf(one) === syllableOf(other) ? HOMOPHONE : SLIP;
}
