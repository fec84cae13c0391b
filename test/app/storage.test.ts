import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AlreadyServed,
  beat,
  claimFile,
  leaveFile,
  newOwner,
  openStore,
} from '../../src/app/storage.js';
import type { Config } from '../../src/config.js';
import { readConfig } from '../../src/config.js';
import type { Store } from '../../src/store/store.js';

let folder: string;
let config: Config;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-storage-'));
  config = readConfig({ DATA_DIR: join(folder, 'data') });
  store = await openStore(config);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const one = newOwner();
const two = newOwner();

/** The owner a crashed process leaves behind: its pid is free again. */
function dead(): string {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  return `${pid}:crashed`;
}

describe('the data folder', () => {
  it('is made for the service alone', () => {
    expect(existsSync(join(config.dataDir, 'shuzhi.db'))).toBe(true);
    expect(statSync(config.dataDir).mode & 0o777).toBe(0o700);
  });

  it('is named when it cannot be made, at once', async () => {
    writeFileSync(join(folder, 'file'), '');
    for (const dataDir of [join(folder, 'file'), join(folder, 'file', 'below'), '/proc/no/where']) {
      await expect(openStore({ ...config, dataDir })).rejects.toThrow(
        `DATA_DIR ${dataDir} cannot be made`,
      );
    }
  });

  it('is named when what it holds is no database', async () => {
    writeFileSync(join(folder, 'shuzhi.db'), 'not a database, but long enough to be taken for one');
    await expect(openStore({ ...config, dataDir: folder })).rejects.toThrow(
      'shuzhi.db cannot be opened',
    );
  });

  it('is served by one living process at a time', async () => {
    await claimFile(store, config, one);
    await expect(claimFile(store, config, two)).rejects.toThrow(AlreadyServed);
    await expect(claimFile(store, config, one)).resolves.toBeUndefined();
  });

  it('is free as soon as its server leaves', async () => {
    await claimFile(store, config, one);
    await leaveFile(store, one);
    await expect(claimFile(store, config, two)).resolves.toBeUndefined();
  });

  it('is taken over at once from a process that is gone', async () => {
    const crashed = dead();
    expect(await beat(store, crashed)).toBe(true);
    await claimFile(store, config, two);
    expect(await beat(store, crashed)).toBe(false);
  });

  it('is taken over at once from an earlier process that had our pid', async () => {
    expect(await beat(store, `${process.pid}:before-the-restart`)).toBe(true);
    await expect(claimFile(store, config, two)).resolves.toBeUndefined();
  });

  it('is not left by somebody who does not hold it', async () => {
    await claimFile(store, config, one);
    await leaveFile(store, two);
    await expect(claimFile(store, config, two)).rejects.toThrow(config.dataDir);
  });
});
