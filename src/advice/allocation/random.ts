/**
 * 计数器式随机数: draw i of a stream follows from the seed and i alone, so that a path keeps its fate
 * however many others are run and two plans can be compared on the same fates.
 */
export interface Stream {
  readonly first: number;
  readonly second: number;
}

/** Taken once: in a sandbox each look-up of a global in an inner loop is slow. */
const { imul } = Math;

/** Independent streams for different names under one seed; both are taken as 32-bit integers. */
export function streamOf(seed: number, name = 0): Stream {
  const first = mix(mix(seed | 0) ^ imul(name | 0, 0x9e3779b9));
  return { first, second: mix(first ^ 0x6a09e667) };
}

/** 32 random bits as a signed integer; `counter` is taken as 32 bits. A keyed permutation. */
export const bitsAt = ({ first, second }: Stream, counter: number): number =>
  bitsOf(first, second, counter);

/** The same of a stream whose keys an inner loop has taken out once: a third of its time is theirs. */
export const bitsOf = (first: number, second: number, counter: number): number =>
  mix((mix(counter ^ first) + second) | 0);

/** Uniform in (0, 1), never 0 or 1. */
export const uniformAt = (stream: Stream, counter: number): number =>
  ((bitsAt(stream, counter) >>> 0) + 0.5) / 4294967296;

/** The finaliser `lowbias32` of C. Wellons (hash-prospector): bias 0.17 of a bit. */
function mix(value: number): number {
  let x = value ^ (value >>> 16);
  x = imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = imul(x, 0x846ca68b);
  return x ^ (x >>> 16);
}
