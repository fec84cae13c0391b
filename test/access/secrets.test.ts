import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { secret } from '../../src/access/secrets.js';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shuzhi-secrets-'));
  folder = join(root, 'secrets');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('a secret', () => {
  it('is the configured one, and then nothing is written', () => {
    expect(secret(folder, 'session', 'configured')).toBe('configured');
    expect(() => statSync(folder)).toThrow();
  });

  it('is made once, kept, and long enough', () => {
    const made = secret(folder, 'session', null);
    expect(Buffer.from(made, 'base64url')).toHaveLength(48);
    expect(secret(folder, 'session', null)).toBe(made);
    expect(secret(folder, 'directline', null)).not.toBe(made);
  });

  it('can be read by the service alone', () => {
    secret(folder, 'session', null);
    expect(statSync(join(folder, 'session')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is made anew when a full disk left an empty file behind: no secret opens every door', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'session'), '\n');
    const made = secret(folder, 'session', null);
    expect(made.length).toBeGreaterThan(40);
    expect(readFileSync(join(folder, 'session'), 'utf8').trim()).toBe(made);
  });
});
