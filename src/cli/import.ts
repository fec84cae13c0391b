import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TERMINAL } from '../access/staff/events.js';
import { withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import type { Fault, GivenFile } from '../profiles/import/file-rows.js';
import type { ImportOptions, ImportReport } from '../profiles/import/import.js';
import { importFiles } from '../profiles/import/import.js';
import { CommandFailure } from './command.js';
import { runningServer } from './running-server.js';

/** What the door takes at once; one call is one unit of work and cannot be cut. */
const REQUEST_BYTES = 128_000_000;

/** Loads an institution's rows through the service that runs on this DATA_DIR, else on its own. */
export async function importPaths(
  config: Config,
  paths: readonly string[],
  options: Pick<ImportOptions, 'kind' | 'dryRun'>,
): Promise<ImportReport> {
  const { files, faults } = await readFiles(paths);
  if (faults.length > 0) return { kinds: {}, events: {}, refused: faults, faults: faults.length };
  const server = await runningServer(config);
  if (!server) {
    const brought = { now: Date.now(), by: { author: TERMINAL, approver: null, basis: 'direct' } };
    return withOwnStore(config, (store) => importFiles(store, files, { ...options, ...brought }));
  }
  const body = JSON.stringify({ ...options, files });
  if (Buffer.byteLength(body) > REQUEST_BYTES) {
    throw new CommandFailure('more than 128 MB: stop the service and import without it');
  }
  const answer = await server.call('/api/v1/operations/rows', { method: 'POST', body });
  return answer as ImportReport;
}

/** Files as named, and of a folder those that hold rows, in name order. */
async function readFiles(
  paths: readonly string[],
): Promise<{ readonly files: readonly GivenFile[]; readonly faults: readonly Fault[] }> {
  const files: GivenFile[] = [];
  const faults: Fault[] = [];
  for (const path of (await Promise.all(paths.map(filesAt))).flat()) {
    const text = await textOf(path).catch((error: unknown) => reasonOf(error));
    if (typeof text === 'string') files.push({ path, text });
    else faults.push({ file: path, line: 0, reason: text.reason });
  }
  return { files, faults };
}

async function filesAt(path: string): Promise<readonly string[]> {
  const entry = await stat(path).catch(() => null);
  if (!entry?.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => /^[^.].*\.(csv|jsonl|ndjson)$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
}

function reasonOf(error: unknown): { readonly reason: string } {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return { reason: 'there is no such file or folder' };
  if (error instanceof TypeError) return { reason: 'is not UTF-8 text' };
  return { reason: `cannot be opened (${code ?? String(error)})` };
}
