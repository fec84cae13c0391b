import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';

/** A file to ingest. */
export interface FoundFile {
  readonly absolute: string;
  /** Below the folder that was named, with `/`; the bare name of a file named by itself. */
  readonly path: string;
  /** The folder that was named; null for a file named by itself. */
  readonly folder: string | null;
}

export interface Refusal {
  readonly path: string;
  readonly reason: string;
}

const READABLE = new Set(['.md', '.markdown', '.txt']);

/** Files by path, in name order. A folder's other files are passed over; one named is refused. */
export async function findFiles(paths: readonly string[]): Promise<{
  readonly files: readonly FoundFile[];
  readonly folders: readonly string[];
  readonly refused: readonly Refusal[];
}> {
  const files: FoundFile[] = [];
  const folders: string[] = [];
  const refused: Refusal[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const entry = await stat(absolute).catch(() => null);
    if (entry?.isDirectory()) {
      folders.push(absolute);
      files.push(...(await walk(absolute)));
    } else if (!entry?.isFile()) refused.push({ path, reason: 'there is no such file or folder' });
    else if (!READABLE.has(extname(path).toLowerCase()))
      refused.push({ path, reason: 'only .md, .markdown and .txt files can be read' });
    else files.push({ absolute, path: basename(absolute), folder: null });
  }
  return { files, folders, refused };
}

async function walk(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()))
        found.push({ absolute: join(folder, path), path, folder });
    }
  };
  await visit('');
  return found;
}
