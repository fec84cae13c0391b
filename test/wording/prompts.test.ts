import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadWordings } from '../../src/wording/prompts.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-wording-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, id: string, body: string, variables = '[]'): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `---\nid: ${id}\npurpose: a test\nvariables: ${variables}\nowner: service\n---\n${body}\n`,
  );
}

describe('a wording', () => {
  it('is found by its id in whatever folder it lies, and filled', () => {
    write('deep/er/hello.md', 'hello', '{{name}}您好，{{name}}。', '[name]');
    expect(loadWordings(folder).get('hello').render({ name: '陈女士' })).toBe(
      '陈女士您好，陈女士。',
    );
  });

  it('takes values as they are, with no second filling', () => {
    write('a.md', 'a', '{{text}}', '[text]');
    expect(loadWordings(folder).get('a').render({ text: '$& {{name}}' })).toBe('$& {{name}}');
  });

  it('has variants that any number chooses from', () => {
    write('a.md', 'a', '一\n\n***\n二');
    const wording = loadWordings(folder).get('a');
    expect(wording.variants).toBe(2);
    expect([0, 1, 2, 4_294_967_295].map((seed) => wording.render({}, seed))).toEqual([
      '一',
      '二',
      '一',
      '二',
    ]);
  });

  it('changes its hash, and the hash of the whole set, with its words', () => {
    write('a.md', 'a', '一');
    write('b.md', 'b', '二');
    const before = loadWordings(folder);
    write('a.md', 'a', '一改');
    const after = loadWordings(folder);
    expect(after.get('a').hash).not.toBe(before.get('a').hash);
    expect(after.get('b').hash).toBe(before.get('b').hash);
    expect(after.version).not.toBe(before.version);
    expect(after.version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('says which value it lacks', () => {
    write('a.md', 'a', '{{name}}', '[name]');
    expect(() => loadWordings(folder).get('a').render({})).toThrow('a: no value for {{name}}');
  });
});

describe('a folder of wordings', () => {
  it('does not start with an undeclared variable', () => {
    write('a.md', 'a', '{{name}}');
    expect(() => loadWordings(folder)).toThrow('a.md: {{name}} is not declared');
  });

  it('does not start with two files of one id', () => {
    write('a.md', 'same', '一');
    write('b.md', 'same', '二');
    expect(() => loadWordings(folder)).toThrow('b.md: id "same" is declared twice');
  });

  it.each([
    ['without front matter', '您好'],
    ['with an unknown key', '---\nid: a\npurpose: p\nowner: o\ncolour: red\n---\n您好'],
    ['with an id in capitals', '---\nid: Hello\npurpose: p\nowner: o\n---\n您好'],
    ['with nothing to say', '---\nid: a\npurpose: p\nowner: o\n---\n'],
  ])('does not start with a file %s', (_, text) => {
    writeFileSync(join(folder, 'bad.md'), text);
    expect(() => loadWordings(folder)).toThrow('bad.md');
  });

  it('throws for an id that nobody wrote', () => {
    expect(() => loadWordings(folder).get('nothing')).toThrow('no prompt or reply');
  });
});
