import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { ambiguousPart } from './ambiguity.js';

/**
 * A pattern with two ways to read the same letters doubles its work with each repetition: one message of a
 * word said thirty times would hold up everybody (CWE-1333).
 */

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), '../../src');
interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

const written = files.flatMap((file): readonly Pattern[] => {
  const found: Pattern[] = [];
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
      const { line } = tree.getLineAndCharacterOfPosition(node.end);
      found.push({ source, flags, where: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
});

/** The pages' own programs are bundled, and no part of `dist/`. */
const isPutTogether = (file: string): boolean =>
  !file.startsWith('console/') && textOf(file).includes('RegExp(');

/** What is handed to `RegExp` while the rooms load. */
async function putTogether(): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const made = new target(pattern, flags);
      const where = /\/dist\/(\S+?):\d+\)?$/m.exec(new Error().stack ?? '')?.[1] ?? '';
      found.push({ source: made.source, flags: made.flags, where });
      return made;
    },
  });
  try {
    for (const file of files.filter(isPutTogether)) {
      await import(`../../src/${file.replace(/\.ts$/, '.js')}`);
    }
  } finally {
    globalThis.RegExp = native;
  }
  return found;
}

const ambiguous = (patterns: readonly Pattern[]) =>
  patterns.flatMap(({ source, flags, where }) => {
    const part = ambiguousPart(source, flags);
    return part === null ? [] : [`${where} ${part}`];
  });

describe('a repeated part', () => {
  it.each([
    '(?:看|看看)*$',
    '(?:我|我的|的)*吗',
    '(?:用的?|的)+$',
    '(?:目标|[（(].*|[AC])+$',
    '(?:a*)*b',
    '(?:a?b?)*c',
    '(?:啊.{0,9}好)*x',
  ])('%s reads some letters in two ways', (source) => {
    expect(ambiguousPart(source, '')).not.toBeNull();
  });

  it.each([
    '(?:看|懂)*$',
    '(?:我的?|他的?)*吗',
    '(?:a+b)*c',
    '(?:[，,]\\s*)*',
    '(?:好的?|嗯){0,3}',
  ])('%s reads them in one', (source) => {
    expect(ambiguousPart(source, '')).toBeNull();
  });
});

describe('no pattern reads the same letters in two ways', () => {
  it('as it is written', () => {
    expect(written.length).toBeGreaterThan(1_000);
    expect(ambiguous(written)).toEqual([]);
  });

  it('as it is put together', async () => {
    const made = await putTogether();
    expect(made.length).toBeGreaterThan(100);
    expect(ambiguous(made)).toEqual([]);
  });
});
