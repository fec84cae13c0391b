import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { announce, announced } from '../../src/app/cli-url.js';
import type { Config } from '../../src/config.js';
import { readConfig } from '../../src/config.js';

let config: Config;
let file: string;

beforeEach(() => {
  config = readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'shuzhi-url-')), HOST: '0.0.0.0' });
  file = join(config.dataDir, 'cli-url');
});

afterEach(() => rmSync(config.dataDir, { recursive: true }));

describe('where the service says it listens', () => {
  it('is written for its own commands alone and taken back', () => {
    const withdraw = announce(config, 4711);
    expect(readFileSync(file, 'utf8')).toBe('http://127.0.0.1:4711\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(announced(config)).toBe('http://127.0.0.1:4711');
    withdraw();
    expect(existsSync(file)).toBe(false);
  });

  it('takes the place of what a crash left behind', () => {
    writeFileSync(file, 'http://127.0.0.1:1\n', { mode: 0o644 });
    announce(config, 4711);
    expect(announced(config)).toBe('http://127.0.0.1:4711');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not taken back by a service whose place another took', () => {
    const withdraw = announce(config, 4711);
    announce(config, 4712);
    withdraw();
    expect(announced(config)).toBe('http://127.0.0.1:4712');
  });

  it('is nowhere when the file is missing or makes no sense', () => {
    expect(announced(config)).toBeNull();
    writeFileSync(file, '');
    expect(announced(config)).toBeNull();
  });
});
