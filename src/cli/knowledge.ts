import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import { readConfig } from '../config.js';
import { findFiles } from '../retrieval/files.js';
import type { IngestReport } from '../retrieval/ingest.js';
import { ingest } from '../retrieval/ingest.js';
import type { SearchResult } from '../retrieval/knowledge-index.js';
import { buildIndex, hashOf } from '../retrieval/knowledge-index.js';
import { readKnowledge } from '../retrieval/queries.js';
import { vectorsOf } from '../retrieval/vectors.js';
import { isLocalDate, toLocalDate } from '../terms/time.js';
import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { RunningServer } from './running-server.js';
import { runningServer } from './running-server.js';

export const addIngest: AddCommand = (program) => {
  program
    .command('ingest')
    .description('take Markdown, text and law files into knowledge')
    .argument('<path...>', 'files or folders')
    .option('--dry-run', 'read and judge everything, write nothing')
    .option('--json', 'print the report as JSON')
    .action(async (paths: string[], options: { dryRun?: boolean; json?: boolean }) => {
      const report = await ingestPaths(readConfig(process.env), paths, options.dryRun ?? false);
      if (options.json) printJson(report);
      else printReport(report);
      if (report.refused.length > 0) throw new CommandFailure(refusals(report));
    });
};

async function ingestPaths(
  config: Config,
  paths: string[],
  dryRun: boolean,
): Promise<IngestReport> {
  const server = await runningServer(config);
  if (server) return ingestThrough(server, paths, dryRun);
  return withOwnStore(config, (store) =>
    ingest(store, paths, { now: Date.now(), dryRun, onProgress: showProgress }),
  );
}

async function ingestThrough(
  server: RunningServer,
  paths: string[],
  dryRun: boolean,
): Promise<IngestReport> {
  const { files, refused } = await findFiles(paths);
  const bodies = files.map(({ path, absolute }) => ({
    path,
    content: readFileSync(absolute, 'utf8'),
  }));
  const report = (await server.call('/api/v1/operations/documents', {
    method: 'POST',
    body: JSON.stringify({ dryRun, files: bodies }),
  })) as IngestReport;
  return { ...report, refused: [...refused, ...report.refused] };
}

function showProgress({ done, total, path }: { done: number; total: number; path: string }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} ${path.slice(-60)}\x1b[K`);
}

function printReport(report: IngestReport): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const { added, updated, unchanged, removed, passages } = report;
  printLine(
    `added ${added}, updated ${updated}, unchanged ${unchanged}, removed ${removed}; ${passages} passages read`,
  );
}

const refusals = ({ refused }: IngestReport): string =>
  refused.map(({ path, reason }) => `${path}: ${reason}`).join('; ');

export const addSearch: AddCommand = (program) => {
  program
    .command('search')
    .description('what the digital employee would find for a question')
    .argument('<query>')
    .option('-k <n>', 'how many passages', '5')
    .option('--as-of <date>', 'the day the answer is for, YYYY-MM-DD')
    .option('--json', 'print as JSON')
    .action(async (query: string, options: { k: string; asOf?: string; json?: boolean }) => {
      const found = await searchFor(readConfig(process.env), query, options);
      if (options.json) printJson(found);
      else printFound(found);
    });
};

async function searchFor(
  config: Config,
  query: string,
  options: { k: string; asOf?: string },
): Promise<SearchResult> {
  const k = Number(options.k);
  if (!Number.isInteger(k) || k < 1) throw new CommandFailure('-k takes a whole number from 1');
  if (options.asOf !== undefined && !isLocalDate(options.asOf)) {
    throw new CommandFailure('--as-of takes a date, YYYY-MM-DD');
  }
  const server = await runningServer(config);
  const asOf = options.asOf ?? toLocalDate(Date.now());
  if (server) {
    const asked = new URLSearchParams({ query, k: String(k), asOf });
    return (await server.call(`/api/v1/operations/search?${asked.toString()}`)) as SearchResult;
  }
  return withOwnStore(config, async (store) => {
    const rows = await readKnowledge(store);
    const vectors = vectorsOf(rows, hashOf(rows), join(config.dataDir, 'index'));
    return buildIndex(rows, { vectors }).search(query, { k, asOf });
  });
}

function printFound({ passages, support }: SearchResult): void {
  printLine(`support ${support.toFixed(2)}`);
  passages.forEach(({ passage, score }, index) => {
    const article = passage.article ? ` ${passage.article}` : '';
    printLine(`${index + 1}. ${passage.title}${article}  (${score.toFixed(2)})`);
    printLine(`   ${passage.text.replaceAll('\n', ' ').slice(0, 100)}`);
  });
}
