import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';

let running: RunningApp;
let token: string;

beforeAll(async () => {
  running = await runApp();
  token = readFileSync(join(running.dataDir, 'cli-token'), 'utf8').trim();
});

afterAll(async () => {
  await running.stop();
});

const call = (path: string, body?: unknown, bearer: string | null = token) =>
  fetch(`${running.url}/api/v1/operations${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const note = (title: string, text: string) =>
  `---\ntitle: ${title}\nkind: faq\nissuer: 青屿财富\nauthority: house\neffective: null\nexpires: null\nsource: null\nverified: true\n---\n${text}\n`;

interface Found {
  readonly passages: readonly { passage: { title: string; text: string } }[];
  readonly support: number;
}
const search = async (query: string, more = '') =>
  (await (await call(`/search?query=${encodeURIComponent(query)}${more}`)).json()) as Found;

describe('the operator’s door', () => {
  it.each([
    ['without a token', null],
    ['with a wrong token', 'wrong'],
    ['with a token that is nearly right', 'x'],
  ])('stays shut %s, whatever is asked', async (_, bearer) => {
    for (const response of [
      await call('/search?query=赎回', undefined, bearer),
      await call('/documents', {}, bearer),
      await call('/nothing', undefined, bearer),
    ]) {
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('tells who holds its token that this is the service', async () => {
    expect(await (await call('')).json()).toEqual({ service: 'shuzhi' });
    expect((await call('', undefined, 'another-token')).status).toBe(401);
  });

  it('takes more than a page of a browser would send', async () => {
    const files = [{ path: 'long.txt', content: `${'茶规。'.repeat(1_000)}\n\n`.repeat(1_000) }];
    expect((await call('/documents', { files, dryRun: true })).status).toBe(200);
  });

  it('finds what the digital employee would find', async () => {
    const { passages, support } = await search('存款保险最多赔多少', '&k=2');
    expect(passages).toHaveLength(2);
    expect(passages[0]?.passage.text).toContain('50 万元');
    expect(support).toBeGreaterThan(0.5);
  });

  it('answers as of a day', async () => {
    const then = await search('短期赎回费', '&k=20&asOf=2025-06-01');
    expect(then.passages.map(({ passage }) => passage.title)).not.toContain('基金销售费用执行表');
    const now = await search('短期赎回费', '&k=20');
    expect(now.passages.map(({ passage }) => passage.title)).toContain('基金销售费用执行表');
  });

  it.each(['', '?query=', '?query=a&k=0', '?query=a&k=51', '?query=a&asOf=2026-02-30'])(
    'refuses the search %j',
    async (query) => {
      expect((await call(`/search${query}`)).status).toBe(400);
    },
  );

  it('takes documents in and finds them at once', async () => {
    const files = [{ path: 'staff/tea.md', content: note('茶几点开', '茶室早上 8 点开门。') }];
    const response = await call('/documents', { files });
    expect(await response.json()).toMatchObject({ added: 1, refused: [] });
    expect((await search('茶室几点开门')).passages[0]?.passage.title).toBe('茶几点开');
  });

  it('names the broken file and takes the others', async () => {
    const files = [
      { path: 'a/good.md', content: note('停车', '地下二层可以停车。') },
      { path: 'a/bad.md', content: '---\ntitle: 坏的\n---\n没有别的' },
    ];
    const report = (await (await call('/documents', { files })).json()) as {
      added: number;
      refused: { path: string; reason: string }[];
    };
    expect(report.added).toBe(1);
    expect(report.refused).toEqual([
      { path: expect.stringContaining('bad.md'), reason: expect.stringContaining('front matter') },
    ]);
  });

  it('writes nothing in a dry run', async () => {
    const files = [{ path: 'dry.md', content: note('雨伞', '前台可以借雨伞。') }];
    expect(await (await call('/documents', { files, dryRun: true })).json()).toMatchObject({
      added: 1,
    });
    expect((await search('前台可以借雨伞吗')).passages[0]?.passage.title).not.toBe('雨伞');
  });

  it.each([
    ['upwards', '../../etc/passwd.md'],
    ['to the root', '/etc/passwd.md'],
    ['to the folder itself', '.'],
    ['with a NUL', 'a\0.md'],
  ])('writes no file %s', async (_, path) => {
    const response = await call('/documents', { files: [{ path, content: note('x', 'x') }] });
    expect(response.status).toBe(400);
  });

  it.each([
    ['no files', { files: [] }],
    ['an unknown field', { files: [{ path: 'a.md', content: '' }], prune: true }],
    ['a file without a name', { files: [{ path: '', content: 'x' }] }],
  ])('refuses %s', async (_, body) => {
    expect((await call('/documents', body)).status).toBe(400);
  });
});
