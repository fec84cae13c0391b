import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  served = { DATA_DIR: running.dataDir, PORT: new URL(running.url).port };
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

  it('says in one line that there is no such customer, or who holds the folder', async () => {
    const [stranger, held] = await Promise.all([
      shuzhi(['chat', '--as', 'X1', '--say', '你好'], alone),
      shuzhi(['chat', '--say', '你好'], { ...served, PORT: '1' }),
    ]);
    expect([stranger.code, stranger.stderr]).toEqual([1, 'shuzhi: no customer is called X1\n']);
    expect(held.code).toBe(1);
    expect(held.stderr).toMatch(/^shuzhi: another process is serving [^\n]+\n$/);
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

  it('is not for production, nor under a service, even on a port it was not told', async () => {
    const refused = await Promise.all(
      [{ ...alone, NODE_ENV: 'production' }, served, { ...served, PORT: '9' }].map((env) =>
        shuzhi(['demo', 'reset'], env),
      ),
    );
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1]);
    const [production, told, untold] = refused.map(({ stderr }) => stderr);
    expect(production).toBe('shuzhi: demo reset is not for production\n');
    expect(told).toBe('shuzhi: stop the service first\n');
    expect(untold).toMatch(/^shuzhi: another process is serving [^\n]+\n$/);
  });
});
