import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlreadyServed, beat, claimFile, leaveFile, openStore } from '../../src/app/storage.js';
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

const living = (name: string) => `${process.pid}:${name}`;

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

  it('is served by one living process at a time', async () => {
    await claimFile(store, config, living('one'));
    await expect(claimFile(store, config, living('two'))).rejects.toThrow(AlreadyServed);
    await expect(claimFile(store, config, living('one'))).resolves.toBeUndefined();
  });

  it('is free as soon as its server leaves', async () => {
    await claimFile(store, config, living('one'));
    await leaveFile(store, living('one'));
    await expect(claimFile(store, config, living('two'))).resolves.toBeUndefined();
  });

  it('is taken over at once from a process that is gone', async () => {
    const crashed = dead();
    expect(await beat(store, crashed)).toBe(true);
    await claimFile(store, config, living('two'));
    expect(await beat(store, crashed)).toBe(false);
  });

  it('is not left by somebody who does not hold it', async () => {
    await claimFile(store, config, living('one'));
    await leaveFile(store, living('two'));
    await expect(claimFile(store, config, living('two'))).rejects.toThrow(config.dataDir);
  });
});
