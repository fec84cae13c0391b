import { readFile } from 'node:fs/promises';
import type { FoundFile } from '../retrieval/files.js';
import { findFiles } from '../retrieval/files.js';
import type { IngestReport } from '../retrieval/ingest.js';
import { readAll, refusalOf } from '../retrieval/reading.js';
import type { RunningServer } from './running-server.js';

/** Of files as JSON, so that a request with its frame stays below 8 MB; a larger file goes alone. */
const REQUEST_BYTES = 7_999_900;
/** As many files as the door takes at once. */
const REQUEST_FILES = 5_000;

const NOTHING: IngestReport = {
  added: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  passages: 0,
  refused: [],
};

/**
 * Sends files to the running service in requests of a size it likes. They are judged here first, by
 * what would judge them without a service: a JSON body would hide that a file was no UTF-8.
 */
export async function sendFiles(
  server: Pick<RunningServer, 'call'>,
  paths: readonly string[],
  dryRun: boolean,
): Promise<IngestReport> {
  const { files, refused } = await findFiles(paths);
  const readings = await readAll(files);
  const good = readings.filter(({ outcome }) => outcome !== 'refused').map(({ file }) => file);
  let report: IngestReport = { ...NOTHING, refused: [...refused, ...readings.flatMap(refusalOf)] };
  for await (const bodies of requestsOf(good)) {
    // Joined by hand: each file is turned into JSON once, to be measured and to be sent.
    const body = `{"dryRun":${dryRun},"files":[${bodies.join(',')}]}`;
    const answer = await server.call('/api/v1/operations/documents', { method: 'POST', body });
    report = sum(report, answer as IngestReport);
  }
  return report;
}

/** Files as JSON, gathered into requests. Two files of one path (of two folders) never share one. */
async function* requestsOf(files: readonly FoundFile[]): AsyncGenerator<readonly string[]> {
  let bodies: string[] = [];
  let taken = new Set<string>();
  let bytes = 0;
  for (const { path, absolute } of files) {
    const body = JSON.stringify({ path, content: await readFile(absolute, 'utf8') });
    const size = Buffer.byteLength(body);
    const isFull = bytes + size > REQUEST_BYTES || bodies.length === REQUEST_FILES;
    if (bodies.length > 0 && (isFull || taken.has(path))) {
      yield bodies;
      bodies = [];
      taken = new Set();
      bytes = 0;
    }
    bodies.push(body);
    taken.add(path);
    bytes += size + ','.length;
  }
  if (bodies.length > 0) yield bodies;
}

const sum = (one: IngestReport, two: IngestReport): IngestReport => ({
  added: one.added + two.added,
  updated: one.updated + two.updated,
  unchanged: one.unchanged + two.unchanged,
  removed: one.removed + two.removed,
  passages: one.passages + two.passages,
  refused: [...one.refused, ...two.refused],
});
