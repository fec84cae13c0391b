import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

/** 英文界面: the English of the consoles says everything the Chinese says, and says it in English. */

const FOLDER = new URL('../../../src/console/words/', import.meta.url);
const CHINESE = /[\p{Script=Han}，。：；！？（）「」、]/u;

type Node = unknown;
interface Dictionaries {
  readonly zh: Node;
  readonly en: { house(text: string): string };
}

let words: Dictionaries;

/** The words are part of the page's program and no file of `dist/`. */
beforeAll(async () => {
  const load = async (file: string) =>
    (await import(fileURLToPath(new URL(file, FOLDER)))) as Record<string, never>;
  words = { zh: (await load('zh-cn.ts'))['zhCN'], en: (await load('en.ts'))['en']! };
});

const entriesOf = (node: object): readonly (readonly [string, Node])[] => Object.entries(node);

/** Every word by its place; a function stands for what it makes of something that is no word. */
function placesOf(node: Node, place = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[place, node]];
  if (typeof node === 'function') return [[place, saidWith(node as (...given: never[]) => Node)]];
  if (typeof node !== 'object' || node === null) return [];
  return entriesOf(node).flatMap(([name, its]) => placesOf(its, `${place}/${name}`));
}

/** Asked about numbers and about names that nobody has; '' where it wants neither. */
function saidWith(make: (...given: never[]) => Node): string {
  for (const sample of [7, 'X1', ['X1'], []]) {
    try {
      const said = make(...(Array.from({ length: make.length }, () => sample) as never[]));
      if (typeof said === 'string') return said;
    } catch {
      // It wants something else.
    }
  }
  return '';
}

/** What is looked for in customers’ words, and a language’s own name. */
const NOT_OURS = new Set(['/search/wordsHint', '/frame/otherLanguage']);

/** Tables from which a function takes its word by a code: file and table, with the codes it knows. */
const tablesIn = (folder: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readdirSync(new URL(`${folder}/`, FOLDER)).flatMap((file) =>
      [...readFileSync(new URL(`${folder}/${file}`, FOLDER), 'utf8').matchAll(TABLE)].map(
        ([, name, rows = '']): [string, readonly string[]] => [
          `${file} ${name}`,
          [...rows.matchAll(/^ {2}'?([\w.-]+)'?:/gm)].map(([, code]) => code ?? '').sort(),
        ],
      ),
    ),
  );
const TABLE = /const ([A-Z_]+): Readonly<Record<string, string>> = \{\n([\s\S]*?)\n\};/g;

describe('the words of the consoles', () => {
  it('have an English entry for every Chinese one', () => {
    const places = (node: Node) => placesOf(node).map(([place]) => place);
    expect(places(words.en)).toEqual(expect.arrayContaining([...places(words.zh)]));
  });

  it('know every code in English that they know in Chinese', () => {
    const english = tablesIn('en');
    const chinese = [...tablesIn('zh-cn')];
    expect(chinese.length).toBeGreaterThan(3);
    for (const [table, codes] of chinese) {
      expect([table, english.get(table)]).toEqual([table, expect.arrayContaining([...codes])]);
    }
  });

  it('are nowhere Chinese in English', () => {
    const left = placesOf(words.en).filter(
      ([place, said]) => CHINESE.test(said) && !NOT_OURS.has(place),
    );
    expect(left).toEqual([]);
  });

  it('are nowhere the same in both languages where the Chinese one is Chinese', () => {
    const english = new Map(placesOf(words.en));
    const same = placesOf(words.zh).filter(
      ([place, said]) => CHINESE.test(said) && english.get(place) === said,
    );
    expect(same).toEqual([]);
  });
});

describe('what the service refuses with fixed words', () => {
  /** Of a title with something in it, the thing is an X1. */
  const titlesIn = (folder: string): readonly string[] =>
    readdirSync(new URL(`../../../src/${folder}/`, import.meta.url), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((file) => file.endsWith('.ts'))
      .map((file) =>
        readFileSync(new URL(`../../../src/${folder}/${file}`, import.meta.url), 'utf8'),
      )
      .flatMap((source) => [...source.matchAll(/new Problem\(\s*\d+,\s*(?:'([^']+)'|`([^`]+)`)/g)])
      .map(([, plain, made]) => plain ?? String(made).replaceAll(/\$\{[^}]+\}/g, 'X1'));

  it('is told in English to whoever reads English', () => {
    const titles = [...titlesIn('access'), ...titlesIn('desk')];
    expect(titles.length).toBeGreaterThan(40);
    const left = titles.filter((title) => CHINESE.test(words.en.house(title)));
    expect(left).toEqual([]);
  });
});
