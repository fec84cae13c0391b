import { normalize } from '../../../language/fold.js';

/** 2^16 buckets: about 40 thousand distinct n-grams of the catalogue with few collisions. */
export const BUCKETS = 1 << 16;

/** Sparse features of one sentence: bucket numbers, sorted, with weights of unit length. */
export interface Features {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Character 1- to 4-grams with sentence edges, and Latin words: what short Chinese turns on. */
export function featuresOf(text: string): Features {
  const folded = `^${normalise(text)}$`;
  const chars = [...folded];
  const counts = new Map<number, number>();
  const add = (gram: string) => {
    const bucket = hash(gram) % BUCKETS;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  for (let size = 1; size <= 4; size += 1) {
    for (let at = 0; at + size <= chars.length; at += 1) {
      add(`${size}:${chars.slice(at, at + size).join('')}`);
    }
  }
  for (const word of folded.match(/[a-z]{2,}/g) ?? []) add(`w:${word}`);
  return unitLength(counts);
}

/** Punctuation says little and varies much; the product placeholder is one sign. */
export const normalise = (text: string): string =>
  normalize(text)
    .text.replaceAll('{product}', '◆')
    .replace(/[\s，。！？、,.!?~…；;：:"'“”‘’（）()【】]+/g, '');

function unitLength(counts: ReadonlyMap<number, number>): Features {
  const entries = [...counts].sort(([a], [b]) => a - b);
  const weights = entries.map(([, count]) => 1 + Math.log(count));
  const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return {
    indices: Uint32Array.from(entries, ([bucket]) => bucket),
    values: Float32Array.from(weights, (weight) => weight / norm),
  };
}
