import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { SHUZHI, shuzhi } from './run-shuzhi.js';

const COMMANDS = [
  [],
  ['serve'],
  ['chat'],
  ['ingest'],
  ['search'],
  ['eval'],
  ['eval', 'retrieval'],
  ['assumptions'],
  ['staff'],
  ['staff', 'add'],
  ['staff', 'list'],
  ['staff', 'reset'],
  ['staff', 'lock'],
  ['staff', 'unlock'],
  ['demo'],
  ['demo', 'reset'],
  ['proposal'],
  ['proposal', 'list'],
  ['proposal', 'approve'],
  ['proposal', 'adjust'],
];

const oneLine = /^shuzhi: [^\n]+\n$/;

const MISTAKES: readonly (readonly [string, ...string[]])[] = [
  ['chat', '--nope'],
  ['chat', '--jsn'],
  ['chat', '--json'],
  ['ingest'],
  ['search', '赎回', '-k', 'many'],
  ['proposal', 'approve', 'P1'],
  ['proposal', 'decline', 'P1', '--as', 'advisor1'],
  ['proposal', 'list', '--stage', 'nope'],
  ['search', '赎回', '--as-of', '2026-02-30'],
];

const runAll = (calls: readonly (readonly string[])[]) =>
  Promise.all(calls.map(async (words) => ({ words, ...(await shuzhi(words)) })));

/** Files and packages that are loaded before a command does anything. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, target = ''] of text.matchAll(
    /^(?:import|export)\s(?:[\w\s{},*]+\sfrom\s)?'([^']+)'/gm,
  )) {
    if (target.startsWith('.')) loadedBy(resolve(dirname(file), target), seen);
    else seen.add(target);
  }
  return seen;
}

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

describe('a search where nothing is known yet', () => {
  it('says so in one line, and how knowledge comes there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-empty-'));
    const { code, stderr } = await shuzhi(['search', '赎回'], { DATA_DIR: folder });
    rmSync(folder, { recursive: true });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(oneLine) });
    expect(stderr).toContain('shuzhi ingest');
  });
});

describe('whoever reads the command line', () => {
  it('may have read enough, which is no failure', async () => {
    const child = spawn(process.execPath, [SHUZHI, 'assumptions', '--json'], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('the command line', () => {
  it('helps with every command', async () => {
    const helped = await runAll(COMMANDS.map((words) => [...words, '--help']));
    for (const { words, code, stdout, stderr } of helped) {
      expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' });
      expect(stdout).toContain(['Usage: shuzhi', ...words.slice(0, -1)].join(' '));
    }
  });

  it('says in one line what is wrong with a call and fails', async () => {
    for (const { words, code, stdout, stderr } of await runAll(MISTAKES)) {
      expect({ words, stdout, stderr }).toEqual({
        words,
        stdout: '',
        stderr: expect.stringMatching(oneLine),
      });
      expect(code).not.toBe(0);
    }
  });

  it('says in one line everything that is wrong with the environment', async () => {
    const { code, stderr } = await shuzhi(['serve'], { PORT: 'many', SESSION_SECRET: 'short' });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain('PORT');
    expect(code).toBe(1);
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(DIST, '../package.json'), 'utf8')) as {
      version: string;
    };
    expect(await shuzhi(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('loads nothing heavy before it knows what to do', () => {
    const packages = [...loadedBy(join(DIST, 'cli/shuzhi.js'))].filter(
      (name) => !name.startsWith('/') && !name.startsWith('node:'),
    );
    expect(packages).toEqual(['commander']);
  });

  it('says in one line why the service cannot start, and ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-start-'));
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    writeFileSync(join(folder, 'file'), '');
    const data = { DATA_DIR: join(folder, 'data'), PORT: '0' };
    const starts: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ DATA_DIR: '/proc/no/where' }, /DATA_DIR \/proc\/no\/where cannot be made: ENOENT/],
      [{ DATA_DIR: join(folder, 'file') }, /cannot be made: there is a file of that name/],
      [{ ...data, DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }, /connect ECONNREFUSED 127/],
      [{ ...data, PORT: String(port) }, /the port is already in use/],
    ];
    for (const [env, reason] of starts) {
      const { code, stdout, stderr } = await shuzhi(['serve'], env);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(oneLine);
      expect(stderr).toMatch(reason);
    }
    await new Promise((done) => taken.close(done));
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('names the line of test data it cannot read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-eval-'));
    writeFileSync(join(folder, 'queries.jsonl'), 'no JSON\n');
    const { code, stderr } = await shuzhi(['eval', 'retrieval', '--data', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain('queries.jsonl line 1: it is not JSON');
    rmSync(folder, { recursive: true });
  });
});
