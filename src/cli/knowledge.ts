import type { IngestReport } from '../retrieval/ingest.js';
import type { SearchResult } from '../retrieval/knowledge-index.js';
import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { SearchOptions } from './search.js';

export const addIngest: AddCommand = (program) => {
  program
    .command('ingest')
    .description('take Markdown, text and law files into knowledge')
    .argument('<path...>', 'files or folders')
    .option('--dry-run', 'read and judge everything, write nothing')
    .option('--json', 'print the report as JSON')
    .action(async (paths: string[], options: { dryRun?: boolean; json?: boolean }) => {
      // Heavy rooms are loaded by the commands that need them, so that --help answers at once.
      const { readConfig } = await import('../config.js');
      const { ingestPaths } = await import('./ingest.js');
      const report = await ingestPaths(readConfig(process.env), paths, options.dryRun ?? false);
      if (options.json) printJson(report);
      else printReport(report);
      if (report.refused.length > 0) throw new CommandFailure(refusals(report));
    });
};

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
    .action(async (query: string, options: SearchOptions & { json?: boolean }) => {
      const { readConfig } = await import('../config.js');
      const { searchFor } = await import('./search.js');
      const found = await searchFor(readConfig(process.env), query, options);
      if (options.json) printJson(found);
      else printFound(found);
    });
};

function printFound({ passages, support }: SearchResult): void {
  printLine(`support ${support.toFixed(2)}`);
  passages.forEach(({ passage, score }, index) => {
    const article = passage.article ? ` ${passage.article}` : '';
    printLine(`${index + 1}. ${passage.title}${article}  (${score.toFixed(2)})`);
    printLine(`   ${passage.text.replaceAll('\n', ' ').slice(0, 100)}`);
  });
}
