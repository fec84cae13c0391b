import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedCheckpoint } from './checkpoint.js';
import { parseCheckpoint } from './checkpoint.js';

/**
 * Checkpoints outside the database, one file each, never replaced: `000000/000000001234` is the one
 * of 1,234 leaves. Best owned by somebody else, with leave for the service to add files only.
 */
export interface CheckpointFolder {
  /** Null: none is there, or the service may not look. */
  latest(): Promise<SignedCheckpoint | null>;
  /** Throws OtherCheckpoint where another of this size is there already. */
  publish(size: number, note: string): Promise<void>;
  /** Lays down the line of the key that signs, beside what it signs. */
  publishKey(line: string): Promise<void>;
  /** Lines of keys that were laid down; none where the service may not look. */
  keyLines(): Promise<readonly string[]>;
}

/** Lines of keys in a checkpoint folder end so. */
export const KEY_FILE_ENDING = '.vkey';

/** Two different trees of one size. */
export class OtherCheckpoint extends Error {
  constructor(size: number) {
    super(`another checkpoint of ${size} leaves is published already`);
    this.name = 'OtherCheckpoint';
  }
}

const SIZES_A_FOLDER = 1_000_000;
const DIGITS = /^\d+$/;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

export function checkpointFolder(folder: string): CheckpointFolder {
  return {
    async latest() {
      for (const part of await namesIn(folder)) {
        for (const name of await namesIn(join(folder, part))) {
          const file = join(folder, part, name);
          const checkpoint = parseCheckpoint(await readFile(file, 'utf8'));
          if (checkpoint === null) throw new Error(`${file} is no checkpoint`);
          return checkpoint;
        }
      }
      return null;
    },
    async publish(size, note) {
      const part = join(folder, String(Math.floor(size / SIZES_A_FOLDER)).padStart(6, '0'));
      if (await layDown(part, String(size).padStart(12, '0'), note)) return;
      throw new OtherCheckpoint(size);
    },
    async publishKey(line) {
      const id = line.split('+')[1] ?? '';
      await layDown(folder, `${id}${KEY_FILE_ENDING}`, `${line}\n`);
    },
    async keyLines() {
      const names = await listed(folder);
      const files = names.filter((name) => name.endsWith(KEY_FILE_ENDING));
      return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    },
  };
}

/** Whole or not at all, and never over another one: false where another text is there already. */
async function layDown(folder: string, name: string, text: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  await writeDurably(draft, text);
  try {
    await link(draft, join(folder, name));
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return (await readFile(join(folder, name), 'utf8').catch(unlessHidden(text))) === text;
  } finally {
    await rm(draft, { force: true });
  }
}

/** What a service that may only add cannot compare, it takes to be its own. */
const unlessHidden =
  (note: string) =>
  (error: unknown): string => {
    if (codeOf(error) === 'EACCES') return note;
    throw error;
  };

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Numbers among the names, highest first. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await listed(folder);
  return names
    .filter((name) => DIGITS.test(name))
    .sort()
    .reverse();
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES') return [];
    throw error;
  }
}
