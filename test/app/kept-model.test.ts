import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keptModel } from '../../src/app/kept-model.js';

describe('a model that is kept', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuzhi-models-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Made one second after the other, whatever the clock of the disk can tell apart. */
  const keep = (name: string, second: number): void => {
    keptModel(`${name}.model`, folder, () => second);
    utimesSync(join(folder, `${name}.model`), second, second);
  };

  it('is made once', () => {
    keptModel('router-1.model', folder, () => 'made');
    expect(keptModel('router-1.model', folder, () => 'made again')).toBe('made');
  });

  it('is made again where its file cannot be read', () => {
    writeFileSync(join(folder, 'router-1.model'), 'torn');
    expect(keptModel('router-1.model', folder, () => 'made again')).toBe('made again');
  });

  it('goes when four newer ones of its name are there, and no other name’s', () => {
    keep('vectors-0', 1);
    for (const second of [2, 3, 4, 5, 6]) keep(`router-${second}`, second);
    expect(readdirSync(folder).sort()).toEqual([
      'router-3.model',
      'router-4.model',
      'router-5.model',
      'router-6.model',
      'vectors-0.model',
    ]);
  });
});
