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
const isReadable = (name: string): boolean => READABLE.has(extname(name).toLowerCase());

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
      const below = await walk(absolute);
      files.push(...below.files);
      refused.push(...below.refused);
    } else if (!entry?.isFile()) refused.push({ path, reason: 'there is no such file or folder' });
    else if (basename(absolute).startsWith('.'))
      refused.push({ path, reason: 'hidden files are not read' });
    else if (!isReadable(path))
      refused.push({ path, reason: 'only .md, .markdown and .txt files can be read' });
    else files.push({ absolute, path: basename(absolute), folder: null });
  }
  return { files, folders, refused };
}

interface Walked {
  readonly files: readonly FoundFile[];
  readonly refused: readonly Refusal[];
}

async function walk(folder: string): Promise<Walked> {
  const files: FoundFile[] = [];
  const refused: Refusal[] = [];
  const visit = async (below: string): Promise<void> => {
    const here = join(folder, below);
    const entries = await readdir(here, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      refused.push({ path: below || folder, reason: 'the folder cannot be opened' });
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile() && isReadable(entry.name))
        files.push({ absolute: join(folder, path), path, folder });
    }
  };
  await visit('');
  return { files, refused };
}
