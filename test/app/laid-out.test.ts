import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { laidOut, withFolder } from '../../src/app/laid-out.js';

/** Files of a day as a folder, for whatever reads folders. */

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'shuzhi-laid-out-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const files = (words: string) =>
  new Map([
    ['prompts/replies/a.md', words],
    ['knowledge/b.txt', '乙'],
  ]);
const kept = () => readdirSync(join(dataDir, 'versions'));
/** As if nobody had used it since so many seconds after 1970 began. */
const leave = (folder: string, second: number) => utimesSync(folder, second, second);

describe('files laid out', () => {
  it('lie in one folder, however often and by however many they are asked for', async () => {
    const folders = await Promise.all([1, 2, 3].map(() => laidOut(dataDir, files('甲'))));
    expect(new Set(folders).size).toBe(1);
    expect(readFileSync(join(folders[0]!, 'prompts/replies/a.md'), 'utf8')).toBe('甲');
    expect(readFileSync(join(folders[0]!, 'knowledge/b.txt'), 'utf8')).toBe('乙');
    expect(await laidOut(dataDir, files('甲'))).toBe(folders[0]);
    expect(kept()).toHaveLength(1);
  });

  it('of other texts lie in another folder', async () => {
    expect(await laidOut(dataDir, files('丙'))).not.toBe(await laidOut(dataDir, files('甲')));
  });

  it('go when enough others have been used since, and what a crash left goes with them', async () => {
    const first = await laidOut(dataDir, files('甲'));
    const second = await laidOut(dataDir, files('乙'));
    leave(first, 2);
    leave(second, 1);
    const crashed = join(dataDir, 'versions', 'half.written');
    mkdirSync(crashed);
    leave(crashed, 3);
    await laidOut(dataDir, files('甲'));
    for (let day = 0; day < 7; day += 1) await laidOut(dataDir, files(`第 ${day} 天`));
    expect(kept()).toHaveLength(8);
    expect(existsSync(first)).toBe(true);
    expect(existsSync(second)).toBe(false);
    expect(existsSync(crashed)).toBe(false);
  });
});

describe('a folder for the time of a look', () => {
  it('is gone afterwards, also where the look failed', async () => {
    let seen = '';
    const look = (folder: string) => {
      seen = folder;
      return readFileSync(join(folder, 'knowledge/b.txt'), 'utf8');
    };
    expect(await withFolder(files('甲'), look)).toBe('乙');
    expect(existsSync(seen)).toBe(false);
    const fails = (folder: string) => {
      seen = folder;
      throw new Error('unreadable');
    };
    await expect(withFolder(files('甲'), fails)).rejects.toThrow('unreadable');
    expect(existsSync(seen)).toBe(false);
  });
});
