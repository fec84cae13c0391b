import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openHouseFiles } from '../../src/app/house-files.js';
import { startFailure } from '../../src/app/start-failure.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { versionWrites } from '../../src/store/version-archive.js';
import { SECRET } from '../store/databases.js';

/** What the house put in the place of files that ship, when a service starts. */

let dataDir: string;
let store: Store;
let warned: string[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'shuzhi-house-'));
  store = await openSqlite(join(dataDir, 'test.db'), SECRET);
  warned = [];
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const open = () => openHouseFiles({ store, dataDir, warn: (line) => void warned.push(line) });
const put = (name: string, text: string | null) =>
  store.commit(
    versionWrites(store, 'house_file', new Map([[name, text]]), {
      ...{ since: 1, author: 'maker', approver: 'checker', basis: 'change:G1' },
    }),
  );

const THANKS = 'prompts/replies/social_thanks.md';
const shipped = (name: string) => readFileSync(name, 'utf8');
const saying = (words: string) =>
  shipped(THANKS).replace(/^(---\n[\s\S]*?\n---\n)[\s\S]*$/, `$1\n${words}\n`);

describe('files of the house', () => {
  it('speak in the place of those that ship, and are read again when they change', async () => {
    await put(THANKS, saying('小屿谢谢您。'));
    const house = await open();
    expect(house.wordings.get('social_thanks').render()).toBe('小屿谢谢您。');
    let told = 0;
    house.onChange(() => (told += 1));
    await house.refresh();
    expect(told).toBe(0);
    await put(THANKS, saying('不用谢。'));
    await house.refresh();
    expect(house.wordings.get('social_thanks').render()).toBe('不用谢。');
    expect(told).toBe(1);
    expect(warned).toEqual([]);
  });

  it.each([
    ['that has lost its front matter', '只有一句话\n', /front matter/],
    ['that asks for a value nobody gives any more', saying('{{bonus}}'), /bonus/],
    ['that the guard would stop', saying('本产品保本保息，稳赚不赔。'), /守则/],
  ])(
    'a template %s leaves its place to the one that ships, named in a line',
    async (_, text, why) => {
      await put(THANKS, text);
      const house = await open();
      expect(shipped(THANKS)).toContain(house.wordings.get('social_thanks').render());
      expect(warned).toEqual([expect.stringMatching(/^prompts\/replies\/social_thanks\.md .+$/)]);
      expect(warned[0]).toMatch(why);
    },
  );

  it('a template that ships no more is not served', async () => {
    await put('prompts/replies/of_old.md', saying('从前的话。'));
    await open();
    expect(warned).toEqual([expect.stringContaining('prompts/replies/of_old.md')]);
  });

  it.each([
    ['knowledge/review/rules.yaml', 'version: [\n'],
    ['knowledge/review/sampling.yaml', 'id: sampling\n'],
    ['knowledge/questionnaires/personal.yaml', 'id: personal\n'],
  ])(
    'where others are judged by %s and it cannot be read, nothing starts, in one line',
    async (name, text) => {
      await put(name, text);
      const failure = await open().then(() => '', startFailure);
      expect(failure).toContain(name.split('/').at(-1));
      expect(failure).not.toContain('\n');
    },
  );
});
