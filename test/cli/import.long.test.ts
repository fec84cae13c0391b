import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProduct } from '../../src/profiles/kyp.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';
import { shuzhi } from './run-shuzhi.js';

/** The same rows on a folder nobody serves, and through a running service. */

let folder: string;
let alone: Record<string, string>;
let running: RunningApp;
let served: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-import-'));
  alone = { DATA_DIR: join(folder, 'data'), PORT: '9' };
  running = await runApp();
  served = { DATA_DIR: running.dataDir, PORT: '9' };
});

afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const HEADER = 'code,name,type,regime,issuer,riskLevel,status,asOf';
const anfu = (status: string) =>
  `${HEADER}\nZZ0001,岚山安芙纯债债券 A,bond,CSRC_FUND,岚山基金,2,${status},2026-11-24\n`;

describe('shuzhi import', () => {
  it('loads what a folder holds, by itself and through a service, and reports the same', async () => {
    file('products.csv', anfu('on_sale'));
    file('customers.csv', 'id,name,tolerance\nX1,林一,3\n');
    file(
      'holdings.jsonl',
      '{"customer":"X1","product":"ZZ0001","units":5,"cost":6,"asOf":"2026-11-24"}',
    );
    for (const env of [alone, served]) {
      const { code, stdout, stderr } = await shuzhi(['import', folder, '--json'], env);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({
        kinds: {
          customers: { added: 1, updated: 0, unchanged: 0 },
          products: { added: 1, updated: 0, unchanged: 0 },
          holdings: { added: 1, updated: 0, unchanged: 0 },
        },
        events: {},
        refused: [],
        faults: 0,
      });
    }
  });

  it('says in one line what is wrong, with file and line, and loads nothing', async () => {
    const path = file('prices.csv', 'product,date,nav\nZZ0001,2026-11-24,1.1\nNONE,2026-11-24,x\n');
    for (const env of [alone, served]) {
      const { code, stdout, stderr } = await shuzhi(['import', path], env);
      expect({ code, stdout, stderr }).toEqual({
        code: 1,
        stdout: '',
        stderr: `shuzhi: nothing is loaded: ${path}:3: nav must be a number\n`,
      });
    }
    expect(
      await running.app.store.db
        .selectFrom('price')
        .selectAll()
        .where('product_code', '=', 'ZZ0001')
        .execute(),
    ).toEqual([]);
  });

  it.each([
    [
      'a file that is not there',
      ['nowhere/prices.csv'],
      /nowhere\/prices\.csv: there is no such file/,
    ],
    ['a kind nobody knows', ['--kind', 'loans', 'x.csv'], /loans.*invalid/],
  ])('names %s', async (_, args, reason) => {
    const { code, stderr } = await shuzhi(['import', ...args], alone);
    expect(code).toBe(1);
    expect(stderr).toMatch(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('names a file that is no UTF-8, as spreadsheets like to write them', async () => {
    const path = join(folder, 'employees.csv');
    writeFileSync(path, Buffer.from('id,name,role\nA1,\xcd\xf5,advisor\n', 'latin1'));
    const { code, stderr } = await shuzhi(['import', path], served);
    expect([code, stderr]).toEqual([1, `shuzhi: nothing is loaded: ${path}: is not UTF-8 text\n`]);
    rmSync(path);
  });

  it('tells counts in plain lines', async () => {
    const path = file('events.csv', 'id,customer,kind,at\nE1,X1,moved-house,2026-11-24\n');
    const { stdout } = await shuzhi(['import', path, '--dry-run'], served);
    expect(stdout).toBe('events: added 1, updated 0, unchanged 0\nevents by kind: moved-house 1\n');
  });
});

describe('a product, while the service runs', () => {
  const listed = async () => {
    const talk = await startTalk(running.app);
    const say = await talk.say('你们有哪些债券基金');
    return say.statement.text;
  };
  const told = async () =>
    (await (await startTalk(running.app)).say('岚山安芙纯债的费率')).statement;
  const found = async () => {
    const { stdout } = await shuzhi(['search', '岚山安芙纯债投什么', '--json'], served);
    return stdout.includes('短期国债和金融债');
  };

  it('is on the shelf, found and answered as soon as it is loaded, and leaves in the same second', async () => {
    const card = [
      '---\ntitle: 岚山安芙纯债债券 A\nkind: product\nissuer: 岚山基金\nauthority: house',
      'effective: null\nexpires: null\nsource: null\nverified: true\nproduct: ZZ0001\n---',
      '## 投什么\n\n岚山安芙纯债主要投资短期国债和金融债。\n',
    ].join('\n');
    await shuzhi(['ingest', file('ZZ0001.md', card)], served);
    expect(await listed()).toContain('岚山安芙纯债');
    expect((await told()).text).not.toContain('已经终止');
    expect(await found()).toBe(true);

    const closing = file('products.csv', anfu('closed'));
    expect((await shuzhi(['import', closing], served)).code).toBe(0);
    expect(await listed()).not.toContain('岚山安芙纯债');
    expect((await told()).text).toContain('已经终止');
    expect(await found()).toBe(false);

    const hidden = file('products.csv', anfu('draft'));
    await shuzhi(['import', hidden], served);
    expect((await told()).text).not.toContain('安芙纯债债券 A');
    expect(await findProduct(running.app.store, 'ZZ0001')).toBeNull();
    expect(await found()).toBe(false);
  }, 90_000);
});
