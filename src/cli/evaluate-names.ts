import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readCsv } from '../language/csv.js';
import { CommandFailure, printJson, printLine } from './command.js';

/** `shuzhi eval names`: how well product names are known, however a customer puts them. */
export function addNames(group: Command): void {
  group
    .command('names')
    .description('product names over a catalogue: top-1 by the way they are put, asks, latency')
    .requiredOption('--catalogue <csv>', 'columns code,name')
    .option('--json', 'print as JSON')
    .action(async ({ catalogue, json }: { catalogue: string; json?: boolean }) => {
      const { evaluateNames } = await import('../agent/understand/evaluate-names.js');
      const { forms, ...figures } = evaluateNames(rowsIn(catalogue));
      if (json) return printJson({ ...figures, forms });
      for (const [name, value] of Object.entries(figures)) printLine(`${name} ${String(value)}`);
      for (const row of forms)
        printLine(
          Object.entries(row)
            .map(([name, value]) => `${name} ${String(value)}`)
            .join('  '),
        );
    });
}

function rowsIn(file: string): readonly { readonly code: string; readonly name: string }[] {
  const rows = readCsv(readFileSync(file, 'utf8')).map(({ code, name }) => ({
    code: code ?? '',
    name: name ?? '',
  }));
  if (rows.length === 0 || rows.some(({ code, name }) => code === '' || name === '')) {
    throw new CommandFailure(`${file}: columns code,name are needed, and both in each row`);
  }
  return rows;
}
