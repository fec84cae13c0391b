import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { State } from '../store/version-archive.js';
import { contentHash } from '../store/version-archive.js';

/** A folder below `dataDir` with these files, named by their content; always rebuildable. */
export function laidOut(dataDir: string, files: State): string {
  const lines = [...files].map(([name, text]) => `${name} ${contentHash(text)}`).sort();
  const hash = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
  const folder = join(dataDir, 'versions', hash);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  write(draft, files);
  renameSync(draft, folder);
  return folder;
}

/** A folder with these files for as long as `read` looks at it. */
export function withFolder<Result>(files: State, read: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-files-'));
  try {
    write(folder, files);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, files: State): void {
  for (const [name, text] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, text);
  }
}
