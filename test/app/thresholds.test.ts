import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_THRESHOLDS } from '../../src/advice/suitability/house-thresholds.js';
import type { Dated } from '../../src/app/dated-versions.js';
import { heldOn } from '../../src/app/dated-versions.js';
import { fileMatters } from '../../src/app/file-matters.js';
import { openHouseFiles } from '../../src/app/house-files.js';
import { THRESHOLDS_FILE, readThresholds } from '../../src/app/thresholds.js';
import { versionWrites } from '../../src/store/version-archive.js';
import { databases } from '../store/databases.js';

/** 机构自定的界限, as compliance changes them. */

const SHIPPED = readFileSync(THRESHOLDS_FILE, 'utf8');
const changed = (from: string, to: string, version = '2026.2') =>
  SHIPPED.replace(/^version: default$/m, `version: '${version}'`).replace(from, to);
const RETENTION = 'knowledge/retention/retention-2026.2.yaml';
const ROUTING = 'knowledge/routing/2026.1.yaml';
const next = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/^version: .*$/m, "version: '2027.1'")
    .replace(/^effective: .*$/m, 'effective: 2027-01-01');

describe('thresholds', () => {
  it('ship as the pure commands know them without a house', () => {
    expect(readThresholds(SHIPPED, THRESHOLDS_FILE)).toEqual(DEFAULT_THRESHOLDS);
  });

  it.each([
    ['more at one bank than is insured', 'deposit_per_bank: 470000', 'deposit_per_bank: 500001'],
    ['a higher grade that loses less', '[0, 5, 15, 30, 60]', '[0, 5, 15, 10, 60]'],
    ['a warning after the person', 'warning: { share: 0.5', 'warning: { share: 0.9'],
    ['a warning of fewer months', 'share: 0.5, months: 6', 'share: 0.5, months: 2'],
    ['a share above the whole', 'issuer_share: 0.6', 'issuer_share: 1.6'],
    ['days that are none', 'valid_days: 90', 'valid_days: soon'],
    ['a value nobody reads', 'valid_days: 90', 'valid_days: 90\n  other: 1'],
  ])('with %s are none', (_, from, to) => {
    expect(() => readThresholds(changed(from, to), 'x.yaml')).toThrow('x.yaml');
  });
});

describe.each(databases)('thresholds of a house on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  let dataDir: string;
  beforeAll(async () => {
    opened = await database.open();
    dataDir = mkdtempSync(join(tmpdir(), 'shuzhi-thresholds-'));
  });
  afterAll(async () => {
    await opened.store.close();
    await opened.remove();
    rmSync(dataDir, { recursive: true });
  });

  const warn = (line: string) => {
    throw new Error(line);
  };
  const given = { version: 'ours', reviewShare: 0.7 };
  const open = () => openHouseFiles({ store: opened.store, dataDir, given, warn });
  const put = (name: string, text: string | null) =>
    opened.store.commit(
      versionWrites(opened.store, 'house_file', new Map([[name, text]]), {
        ...{ since: 1, author: 'maker', approver: 'checker', basis: 'change:G1' },
      }),
    );
  const read = (path: string, text: string) =>
    fileMatters(opened.store, given).thresholds.read(path, text);

  it('are the institution file’s until two people change them, and again once that is taken back', async () => {
    const house = await open();
    const { thresholds } = house;
    expect(thresholds).toMatchObject({ version: 'ours', reviewShare: 0.7, issuerShare: 0.6 });
    await put(THRESHOLDS_FILE, changed('issuer_share: 0.6', 'issuer_share: 0.5'));
    await house.refresh();
    expect(thresholds).toMatchObject({ version: '2026.2', reviewShare: 0.8, issuerShare: 0.5 });
    await put(THRESHOLDS_FILE, null);
    await house.refresh();
    expect(thresholds).toMatchObject({ version: 'ours', reviewShare: 0.7, issuerShare: 0.6 });
  });

  it('are proposed under a version of their own, whole, from where they lie', async () => {
    const text = changed('valid_days: 90', 'valid_days: 60');
    expect(await read(`/home/me/${THRESHOLDS_FILE}`, text)).toEqual(
      new Map([[THRESHOLDS_FILE, text]]),
    );
    const unnamed = SHIPPED.replace('valid_days: 90', 'valid_days: 60');
    expect(await read(THRESHOLDS_FILE, unnamed)).toMatch(/版本号也要换/);
    expect(await read('knowledge/house/../review/rules.yaml', text)).toMatch(/没有这样的文件/);
    expect(await read(THRESHOLDS_FILE, 'version: [')).toMatch(/YAML/);
  });

  it('do not tear the strategic mixes from the losses that are stated', async () => {
    const text = changed('[0, 5, 15, 30, 60]', '[0, 0.1, 0.2, 0.3, 0.4]');
    expect(await read(THRESHOLDS_FILE, text)).toMatch(/strategic/);
  });

  it.each([RETENTION, ROUTING])('a new version of %s holds from its day on', async (file) => {
    const name = file.replace(/[^/]+$/, '2027.1.yaml');
    expect(await read(name, next(file))).toEqual(new Map([[name, next(file)]]));
    await put(name, next(file));
    const { retention, routing } = (await open()).now();
    const versions: readonly Dated[] = file === RETENTION ? retention : routing;
    expect(heldOn(versions, '2026-12-31', 'rules').version).toMatch(/@2026/);
    expect(heldOn(versions, '2027-01-01', 'rules').version).toMatch(/@2027\.1$/);
    await put(name, null);
  });

  it.each([RETENTION, ROUTING])('the version of %s that held is never rewritten', async (file) => {
    const text = readFileSync(file, 'utf8');
    expect(await read(file, `${text}\n# 改了一笔\n`)).toMatch(/另存一个新版本/);
    const twin = file.replace(/[^/]+$/, 'twin.yaml');
    expect(await read(twin, text)).toMatch(/two files/);
  });
});
