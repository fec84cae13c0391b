/** How rules look through a text: fast, and without changing what is found. */

/** Every match of a global pattern, in order; unlike `matchAll` it copies no pattern. */
export function eachMatch(
  pattern: RegExp,
  text: string,
  visit: (match: RegExpExecArray) => void,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    visit(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
}

/**
 * The same pattern, asking at each place for the words before it looks back: `(?<=A)B` becomes
 * `(?=B)(?<=A)B`. V8 knows which characters B can begin with and skips to them, but tries a
 * lookbehind everywhere: ten claims that open with one took four fifths of the time of all 146.
 * The pattern must capture nothing.
 */
export const wordsFirst = (pattern: string): string =>
  alternativesOf(pattern)
    .map((alternative) => {
      const words = alternative.slice(lookbehindsEnd(alternative));
      return words === alternative ? alternative : `(?=${words})${alternative}`;
    })
    .join('|');

function lookbehindsEnd(alternative: string): number {
  let end = 0;
  while (/^\(\?<[=!]/.test(alternative.slice(end))) {
    let depth = 0;
    for (const { sign, at } of signsOf(alternative)) {
      if (at < end) continue;
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if (depth > 0) continue;
      end = at + 1;
      break;
    }
  }
  return end;
}

function alternativesOf(pattern: string): string[] {
  const alternatives: string[] = [];
  let [depth, start] = [0, 0];
  for (const { sign, at } of signsOf(pattern)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign !== '|' || depth > 0) continue;
    alternatives.push(pattern.slice(start, at));
    start = at + 1;
  }
  return [...alternatives, pattern.slice(start)];
}

/** Brackets and bars that mean something: not escaped, not inside a class. */
function* signsOf(pattern: string) {
  for (const match of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/gs)) {
    if (match[0].length === 1) yield { sign: match[0], at: match.index };
  }
}
