import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** The import line of the house: a room may import any room to its right, never one beside it. */
const LINE =
  'channels, desk, review, operations → access → agent → conversation → profiles, retrieval, ledger, wording → store → compliance → advice → language → terms';

/** May import every room and are imported by none. */
const COMPOSITION = ['main.ts', 'app.ts', 'config.ts', 'app', 'cli', 'demo'];

const PURE = ['compliance', 'advice', 'language', 'terms'];

/** Packages have one home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['channels'],
  '@fastify/busboy': ['channels'],
  '@langchain/core': ['agent'],
  '@langchain/openai': ['agent'],
  'hnswlib-node': ['retrieval'],
  highs: ['app'],
  echarts: ['channels'],
  pdfkit: ['review'],
  '@embedpdf/fonts-sc': ['review'],
  'pinyin-pro': ['language'],
  express: ['access', 'channels', 'desk', 'review', 'operations', 'app'],
  ws: ['channels'],
  'openid-client': ['access'],
  'better-sqlite3': ['store'],
  pg: ['store'],
};

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
/** The customer page and the consoles are programs of their own, built by Vite for the browser. */
const PAGE = join('channels', 'web', 'page');
const CONSOLE = 'console/';

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly isType: boolean;
  /** Waited for where it is needed: `await import()`. */
  readonly isLater: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith(PAGE) && !file.startsWith(CONSOLE),
);
const roomOf = (file: string): string => file.split('/')[0] as string;
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

/** Static ones, and those a room waits with until it needs them. */
const imports: readonly Import[] = files.flatMap((file) =>
  [
    ...textOf(file).matchAll(
      /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gms,
    ),
  ].map(([, type, target, later]) => ({
    file,
    room: roomOf(file),
    target: (target ?? later) as string,
    isType: !!type,
    isLater: later !== undefined,
  })),
);

const rank = new Map<string, number>(
  LINE.split(' → ').flatMap((group, index) =>
    group.split(', ').map((room) => [room, index] as const),
  ),
);

const withoutSuffix = (room: string): string => room.replace(/\.js$/, '.ts');

const pathOf = ({ file, target }: Import): string =>
  withoutSuffix(relative(SRC, resolve(SRC, dirname(file), target)));

const targetRoom = (one: Import): string | null =>
  one.target.startsWith('.') ? roomOf(pathOf(one)) : null;

describe('the import line', () => {
  it('lets every room import only rooms to its right', () => {
    const wrong = imports.filter((one) => {
      const target = targetRoom(one);
      if (target === null || target === one.room || COMPOSITION.includes(one.room)) return false;
      const from = rank.get(one.room);
      const to = rank.get(withoutSuffix(target));
      return from === undefined || to === undefined || to <= from;
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps configuration and composition out of the rooms', () => {
    const wrong = imports.filter((one) => {
      const target = targetRoom(one);
      return (
        target !== null &&
        !COMPOSITION.includes(one.room) &&
        COMPOSITION.includes(withoutSuffix(target))
      );
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('knows every room there is', () => {
    const rooms = new Set(files.map(roomOf));
    const unknown = [...rooms].filter((room) => !rank.has(room) && !COMPOSITION.includes(room));
    expect(unknown).toEqual([]);
  });
});

describe('packages', () => {
  it.each(Object.entries(HOMES))('keeps %s at home', (name, homes) => {
    const wrong = imports.filter(
      ({ target, room }) =>
        (target === name || target.startsWith(`${name}/`)) && !homes.includes(room),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

describe('a start', () => {
  /** Everything `main.ts` has loaded before its first line runs. */
  const loaded = new Set(['main.ts']);
  for (const file of loaded) {
    for (const one of imports) {
      if (one.file !== file || one.isType || one.isLater) continue;
      const isOurs = one.target.startsWith('.');
      loaded.add(isOurs ? pathOf(one) : one.target);
    }
  }

  it('reaches the whole house', () => {
    expect(loaded).toContain('agent/compose/compose.ts');
    expect(loaded).toContain('better-sqlite3');
  });

  it.each(['botbuilder', '@langchain/openai', '@langchain/core/messages', 'pg', 'openid-client'])(
    'does not wait for %s, which is slow to load and not every house needs',
    (name) => expect(loaded).not.toContain(name),
  );
});

describe('the consoles', () => {
  it('know of the service nothing but the types of its API', () => {
    const console = readdirSync(join(SRC, CONSOLE), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(CONSOLE, file));
    const outside = console.flatMap((file) =>
      [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
        .map(([, target]) => relative(SRC, resolve(SRC, dirname(file), target as string)))
        .filter((target) => !target.startsWith(CONSOLE) && !target.startsWith(PAGE))
        .map((target) => `${file} imports ${target}`),
    );
    expect(console.length).toBeGreaterThan(0);
    expect(outside).toEqual([]);
  });
});

describe('SQL', () => {
  it('stands in the store and in the queries of the room that owns the table', () => {
    const wrong = files.filter(
      (file) =>
        !/^store\/|(^|\/)queries(\.ts$|\/)/.test(file) &&
        /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql[<`]|from 'kysely'/.test(
          textOf(file),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('pure rooms', () => {
  it.each(PURE)('gives %s no clock, no randomness, no network and no await', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .filter((file) =>
        /\bawait\b|\basync\b|Date\.now|new Date\(\)|Math\.random|\bfetch\(|from 'node:(fs|net|http|child_process|worker_threads)/.test(
          textOf(file),
        ),
      );
    expect(wrong).toEqual([]);
  });
});

describe('names', () => {
  it('has no drawers', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.ts|\/)/.test(file)),
    ).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => /process\.env/.test(textOf(file)));
    expect(readers.filter((file) => roomOf(file) !== 'cli' && file !== 'main.ts')).toEqual([]);
  });

  it('names no file in pinyin, Chinese or capitals', () => {
    expect(files.filter((file) => !/^[a-z0-9/-]+(\.d)?\.ts$/.test(file))).toEqual([]);
  });
});
