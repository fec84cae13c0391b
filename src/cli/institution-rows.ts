import { Option } from 'commander';
import type { ImportReport } from '../profiles/import/import.js';
import type { KindName } from '../profiles/import/kinds.js';
import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';

const KINDS: readonly KindName[] = [
  ...(['customers', 'products', 'holdings', 'transactions', 'prices'] as const),
  ...(['employees', 'events'] as const),
];
/** As many faults as one line may hold. */
const SAID_FAULTS = 10;

interface Options {
  readonly kind?: KindName;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const addImport: AddCommand = (program) => {
  program
    .command('import')
    .description('load an institution’s own rows: CSV or JSON Lines, all of them or none')
    .argument('<path...>', 'files, or folders of files, named by their kind: customers.csv')
    .addOption(
      new Option('--kind <kind>', 'what every file holds, whatever its name').choices(KINDS),
    )
    .option('--dry-run', 'read and judge everything, write nothing')
    .option('--json', 'print the report as JSON')
    .action(async (paths: string[], { kind, dryRun, json }: Options) => {
      // Heavy rooms are loaded by the commands that need them, so that --help answers at once.
      const { readConfig } = await import('../config.js');
      const { importPaths } = await import('./import.js');
      const report = await importPaths(readConfig(process.env), paths, {
        kind: kind ?? null,
        dryRun: dryRun ?? false,
      });
      if (json) printJson(report);
      else printReport(report);
      if (report.faults > 0) throw new CommandFailure(faultsOf(report));
    });
};

function printReport({ kinds, events }: ImportReport): void {
  for (const [kind, { added, updated, unchanged }] of Object.entries(kinds)) {
    printLine(`${kind}: added ${added}, updated ${updated}, unchanged ${unchanged}`);
  }
  const counted = Object.entries(events).map(([kind, count]) => `${kind} ${count}`);
  if (counted.length > 0) printLine(`events by kind: ${counted.join(', ')}`);
}

function faultsOf({ refused, faults }: ImportReport): string {
  const said = refused
    .slice(0, SAID_FAULTS)
    .map(({ file, line, reason }) => `${file}${line > 0 ? `:${line}` : ''}: ${reason}`);
  const more = faults - said.length;
  return `nothing is loaded: ${said.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
