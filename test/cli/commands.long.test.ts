import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { shuzhi } from './run-shuzhi.js';

/** Commands on a folder nobody serves, one after another, and through a running service. */

let folder: string;
let alone: Record<string, string>;
let running: RunningApp;
let served: Record<string, string>;

const document = (title: string, body: string) =>
  `---\ntitle: ${title}\nkind: faq\nissuer: 青屿财富\nauthority: house\neffective: null\nexpires: null\nsource: null\nverified: true\n---\n${body}\n`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-cli-'));
  // Port 9 is discard: nothing of ours ever answers there.
  alone = { DATA_DIR: join(folder, 'data'), PORT: '9', DEMO: '1' };
  running = await runApp();
  // The service took a free port: commands are not told which.
  served = { DATA_DIR: running.dataDir, PORT: '9' };
  writeFileSync(join(folder, 'tea.md'), document('茶几点开', '茶室早上 8 点开门。'));
  writeFileSync(join(folder, 'bad.md'), '---\ntitle: 坏的\n---\n没有别的\n');
});

afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

describe('shuzhi chat', () => {
  it('prints one JSON value with the reply and everything behind it', async () => {
    const args = ['chat', '--as', 'C1003', '--say', '存款保险最多赔多少', '--json'];
    const { code, stdout, stderr } = await shuzhi(args, alone);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      reply: expect.stringContaining('50 万元'),
      outcome: 'answered',
      citations: [
        expect.objectContaining({ title: expect.any(String), passage: expect.any(String) }),
      ],
      tools: [{ name: 'search_knowledge', args: expect.any(Object), ms: expect.any(Number) }],
      verdict: 'pass',
      findings: [],
      model: 'embedded',
      timings: { understand: expect.any(Number), tools: expect.any(Number) },
    });
  });

  it('keeps one conversation over several sayings', async () => {
    const args = ['chat', '--say', '安鑫纯债的费用', '--say', '它几天到账', '--json'];
    const { stdout } = await shuzhi(args, alone);
    const replies = JSON.parse(stdout) as { reply: string }[];
    expect(replies).toHaveLength(2);
    expect(replies[1]?.reply).toContain('安鑫纯债');
    expect(replies[1]?.reply).toContain('3 个工作日');
  });

  it('says in one line that there is no such customer', async () => {
    const { code, stderr } = await shuzhi(['chat', '--as', 'X1', '--say', '你好'], alone);
    expect([code, stderr]).toEqual([1, 'shuzhi: no customer is called X1\n']);
  });

  it('talks through the service that runs on the folder', async () => {
    const { code, stdout } = await shuzhi(
      ['chat', '--as', 'C1003', '--say', '存款保险最多赔多少', '--json'],
      served,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ reply: expect.stringContaining('50 万元') });
  });
});

describe('knowledge, on its own and through a running service', () => {
  const both = (...args: string[]) => Promise.all([alone, served].map((env) => shuzhi(args, env)));

  it('is taken in, except for a broken file, which is named', async () => {
    for (const { code, stdout, stderr } of await both('ingest', folder, '--json')) {
      expect(JSON.parse(stdout)).toMatchObject({ added: 1, refused: [expect.any(Object)] });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^shuzhi: [^\n]*bad\.md: [^\n]+\n$/);
    }
  });

  it('is found', async () => {
    for (const { code, stdout } of await both('search', '茶室几点开门', '-k', '2', '--json')) {
      const { passages } = JSON.parse(stdout) as { passages: { passage: { title: string } }[] };
      expect(code).toBe(0);
      expect(passages[0]?.passage.title).toBe('茶几点开');
    }
  });
});

describe('shuzhi demo reset', () => {
  it('puts the demonstration institution back', async () => {
    const { code, stdout } = await shuzhi(['demo', 'reset', '--json'], alone);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      seededOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('is not for production, nor under a service', async () => {
    const refused = await Promise.all(
      [{ ...alone, NODE_ENV: 'production' }, served].map((env) => shuzhi(['demo', 'reset'], env)),
    );
    expect(refused.map(({ code, stderr }) => [code, stderr])).toEqual([
      [1, 'shuzhi: demo reset is not for production\n'],
      [1, 'shuzhi: stop the service first\n'],
    ]);
  });
});

describe('a file that cannot be taken', () => {
  let papers: string;

  beforeAll(() => {
    papers = join(folder, 'papers');
    mkdirSync(papers);
    writeFileSync(join(papers, 'good.md'), document('雨伞', '前台可以借雨伞。'));
    writeFileSync(join(papers, 'gbk.txt'), Buffer.from([0xb2, 0xe8, 0xb9, 0xe6]));
    writeFileSync(join(papers, 'nul.txt'), Buffer.from('茶\0规'));
    writeFileSync(join(papers, 'empty.md'), ' \n');
    writeFileSync(join(papers, 'long.txt'), Buffer.alloc(20_000_001, 'a'));
    writeFileSync(join(papers, 'sheet.csv'), 'a,b');
    writeFileSync(join(papers, '.hidden.md'), 'x');
  });

  const refusedOf = async (env: Record<string, string>) => {
    const named = ['sheet.csv', 'none.md', '.hidden.md'].map((name) => join(papers, name));
    const ran = await shuzhi(['ingest', papers, ...named, '--json', '--dry-run'], env);
    expect({ code: ran.code, lines: ran.stderr.split('\n').length }).toEqual({ code: 1, lines: 2 });
    return JSON.parse(ran.stdout) as { added: number; refused: object[] };
  };

  it('is refused by name for the same reason with a service and without, and stops no other', async () => {
    const [own, through] = [await refusedOf(alone), await refusedOf(served)];
    expect(own).toMatchObject({ added: 1 });
    expect(own.refused).toEqual([
      { path: join(papers, 'sheet.csv'), reason: 'only .md, .markdown and .txt files can be read' },
      { path: join(papers, 'none.md'), reason: 'there is no such file or folder' },
      { path: join(papers, '.hidden.md'), reason: 'hidden files are not read' },
      { path: 'empty.md', reason: 'it is empty' },
      { path: 'gbk.txt', reason: 'it is not UTF-8 text' },
      { path: 'long.txt', reason: 'it is larger than 20 MB' },
      { path: 'nul.txt', reason: 'it is not UTF-8 text' },
    ]);
    expect(through).toEqual(own);
  });
});

describe('where the service listens', () => {
  it('harms no command when a crash left it behind, whoever answers there now', async () => {
    const stranger = createServer((req, res) => {
      res.statusCode = req.headers.authorization ? 401 : 200;
      res.end('{"status":"alive"}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const left = { ...alone, DATA_DIR: join(folder, 'left') };
    cpSync(alone['DATA_DIR'] as string, left.DATA_DIR, { recursive: true });
    for (const url of [`http://127.0.0.1:${port}`, 'http://127.0.0.1:1', 'no address']) {
      writeFileSync(join(left.DATA_DIR, 'cli-url'), url);
      const { code, stderr } = await shuzhi(['search', '赎回', '-k', '1'], left);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    await new Promise((resolve) => stranger.close(resolve));
  });

  it('is found at HOST and PORT when it left no address, and else keeps the folder', async () => {
    rmSync(join(running.dataDir, 'cli-url'));
    const { code, stderr } = await shuzhi(['search', '赎回'], served);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^shuzhi: another process is serving [^\n]+\n$/);
    const told = { ...served, PORT: new URL(running.url).port };
    expect((await shuzhi(['search', '赎回', '-k', '1'], told)).code).toBe(0);
  });
});
