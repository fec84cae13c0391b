import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Senses } from '../models/embedded/senses.js';
import { bare } from '../models/embedded/senses.js';

/**
 * 同义说法: reads `knowledge/words/*.txt`, a thing a line with the words that stand for it
 * (`fee: 手续费 费率 多少钱`); `#` starts a remark. A word may stand for several things.
 */
export function loadSenses(directory: string): Senses {
  const senses = new Map<string, string[]>();
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const lines = readFileSync(join(directory, file), 'utf8').split('\n');
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const [, name, words] = /^([a-z_]+): (\S.*)$/.exec(line) ?? [];
      if (!name || !words) throw new Error(`${file} line ${at + 1} is not "name: word word"`);
      for (const word of words.split(/\s+/)) learn(senses, bare(word), name);
    }
  }
  return senses;
}

function learn(senses: Map<string, string[]>, word: string, name: string): void {
  const names = senses.get(word) ?? [];
  if (word !== '' && !names.includes(name)) senses.set(word, [...names, name]);
}
