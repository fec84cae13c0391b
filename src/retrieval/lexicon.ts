/** Names of the words found in a folded text, the longest word at each place; with repetition. */
export type Lexicon = (folded: string) => string[];

interface Entry {
  readonly word: string;
  readonly names: readonly string[];
}

/** One line a name: `name word word …`; the name is itself one of the words. */
export function lexicon(lines: string): Lexicon {
  const byFirst = entriesByFirst(lines);
  return (folded) => {
    const text = folded.replaceAll(' ', '');
    const found: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const entry = byFirst.get(text.charCodeAt(at))?.find(({ word }) => text.startsWith(word, at));
      if (entry) found.push(...entry.names);
    }
    return found;
  };
}

/** By first character, the longest first. */
function entriesByFirst(lines: string): ReadonlyMap<number, readonly Entry[]> {
  const byFirst = new Map<number, Entry[]>();
  for (const [word, names] of namesByWord(lines)) {
    const first = word.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { word, names }]);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return byFirst;
}

function namesByWord(lines: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const line of lines.trim().split('\n')) {
    const words = new Set(line.split(' '));
    const [name = ''] = words;
    for (const word of words) names.set(word, [...(names.get(word) ?? []), name]);
  }
  return names;
}
