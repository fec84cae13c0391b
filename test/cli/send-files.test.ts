import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendFiles } from '../../src/cli/send-files.js';
import type { IngestReport } from '../../src/retrieval/ingest.js';

interface Sent {
  readonly dryRun: boolean;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

let folder: string;
let sent: Sent[];
let sizes: number[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-send-'));
  sent = [];
  sizes = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A service that takes everything in and refuses what is called late.md. */
const server = {
  call: (_path: string, init?: RequestInit): Promise<IngestReport> => {
    const body = init?.body as string;
    sizes.push(Buffer.byteLength(body));
    const { files, dryRun } = JSON.parse(body) as Sent;
    sent.push({ files, dryRun });
    const refused = files
      .filter(({ path }) => path === 'late.md')
      .map(({ path }) => ({ path, reason: 'too late' }));
    const added = files.length - refused.length;
    return Promise.resolve({
      added,
      updated: 0,
      unchanged: 0,
      removed: 0,
      passages: added,
      refused,
    });
  },
};

const write = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
};

describe('sending files to the running service', () => {
  it('asks nothing of it when no file is left to send', async () => {
    write('empty.md', '');
    const missing = join(folder, 'none.md');
    expect(await sendFiles(server, [folder, missing], false)).toEqual({
      added: 0,
      updated: 0,
      unchanged: 0,
      removed: 0,
      passages: 0,
      refused: [
        { path: missing, reason: 'there is no such file or folder' },
        { path: 'empty.md', reason: 'it is empty' },
      ],
    });
    expect(sent).toEqual([]);
  });

  it('takes several requests of at most 8 MB, each file in one, and adds the reports up', async () => {
    const text = '茶规\n'.repeat(300_000);
    for (let n = 1; n <= 6; n += 1) write(`${n}.txt`, `${n}\n\n${text}`);
    write('late.md', '迟到');
    const report = await sendFiles(server, [folder], true);
    expect(report).toMatchObject({ added: 6, passages: 6 });
    expect(report.refused).toEqual([{ path: 'late.md', reason: 'too late' }]);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.flatMap(({ files }) => files.map(({ path }) => path))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((n) => `${n}.txt`),
      'late.md',
    ]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8_000_000);
    expect(sent.every(({ dryRun }) => dryRun)).toBe(true);
  });

  it('sends a file as it is, mark of its byte order and all', async () => {
    write('a.md', '\uFEFF茶\r\n规 "引号"\n');
    await sendFiles(server, [folder], false);
    expect(sent[0]?.files).toEqual([{ path: 'a.md', content: '\uFEFF茶\r\n规 "引号"\n' }]);
  });

  it('never lets two files of one path overwrite each other', async () => {
    const header = (kind: string) =>
      `---\ntitle: 茶\nkind: ${kind}\nissuer: 青屿财富\nauthority: house\neffective: null\nexpires: null\nsource: null\nverified: true\n---\n茶规\n`;
    for (const kind of ['faq', 'note']) {
      mkdirSync(join(folder, kind));
      write(join(kind, 'tea.md'), header(kind));
    }
    const folders = ['faq', 'note'].map((name) => join(folder, name));
    expect(await sendFiles(server, folders, false)).toMatchObject({ added: 2, refused: [] });
    expect(sent.map(({ files }) => files.map(({ path }) => path))).toEqual([
      ['tea.md'],
      ['tea.md'],
    ]);
  });
});
