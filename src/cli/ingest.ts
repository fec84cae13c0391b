import { TERMINAL } from '../access/staff/events.js';
import { withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import type { IngestReport } from '../retrieval/ingest.js';
import { ingest } from '../retrieval/ingest.js';
import { runningServer } from './running-server.js';
import { sendFiles } from './send-files.js';

/** Takes files in through the service that runs on this DATA_DIR, else on its own. */
export async function ingestPaths(
  config: Config,
  paths: readonly string[],
  dryRun: boolean,
): Promise<IngestReport> {
  const server = await runningServer(config);
  if (server) return sendFiles(server, paths, dryRun);
  return withOwnStore(config, (store) =>
    ingest(store, paths, {
      now: Date.now(),
      by: { author: TERMINAL, approver: null, basis: 'direct' },
      dryRun,
      onProgress: showProgress,
    }),
  );
}

function showProgress({ done, total, path }: { done: number; total: number; path: string }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} ${path.slice(-60)}\x1b[K`);
}
