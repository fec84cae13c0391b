/** A fixed mixing of index and salt (splitmix32): no randomness, yet no visible pattern. */
export function spread(index: number, salt: number): number {
  let z = (index * 0x9e3779b9 + salt * 0x85ebca6b) >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad) >>> 0;
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97) >>> 0;
  return (z ^ (z >>> 15)) >>> 0;
}

/** A number of a word, for `spread`. */
export const seedOf = (word: string): number =>
  [...word].reduce((seed, letter) => (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
