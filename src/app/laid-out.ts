import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Texts } from '../store/version-archive.js';
import { contentHash } from '../store/version-archive.js';

/** So many folders are kept, the last used: what is in force, and days that are being made again. */
const KEPT = 8;
/** Files written at once. */
const BATCH = 64;

/**
 * A folder below `dataDir` with these files, named by their content; always rebuildable. To be read at
 * once: it goes when `KEPT` others have been used since.
 */
export async function laidOut(dataDir: string, files: Texts): Promise<string> {
  const versions = join(dataDir, 'versions');
  const folder = join(versions, nameOf(files));
  if (!(await isUsed(folder))) await layOut(folder, files);
  await clear(versions);
  return folder;
}

function nameOf(files: Texts): string {
  const lines = [...files].map(([name, text]) => `${name} ${contentHash(text)}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** Whether it is there; if so, it was used now. */
async function isUsed(folder: string): Promise<boolean> {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => true,
    () => false,
  );
}

async function layOut(folder: string, files: Texts): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const draft = await mkdtemp(`${folder}.`);
  await write(draft, files);
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster with the same files.
    if (!(await isUsed(folder))) throw error;
  });
}

async function clear(versions: string): Promise<void> {
  const names = await readdir(versions);
  const used = await Promise.all(
    names.map(async (name) => {
      const folder = join(versions, name);
      return {
        folder,
        at: await stat(folder).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      };
    }),
  );
  const old = used.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}

/** A folder with these files for as long as `read` looks at it. */
export async function withFolder<Result>(
  files: Texts,
  read: (folder: string) => Result,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'shuzhi-files-'));
  try {
    await write(folder, files);
    return read(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(folder: string, files: Texts): Promise<void> {
  const all = [...files].map(([name, text]) => ({ file: join(folder, name), text }));
  for (const parent of new Set(all.map(({ file }) => dirname(file)))) {
    await mkdir(parent, { recursive: true, mode: 0o700 });
  }
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    await Promise.all(batch.map(({ file, text }) => writeFile(file, text)));
  }
}
