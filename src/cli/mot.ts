import type { AddCommand } from './command.js';
import { printJson } from './command.js';

interface Options {
  readonly date?: string;
  readonly json?: boolean;
}

/** `shuzhi mot`: key moments, for whoever runs them by hand or from a scheduler of their own. */
export const addMot: AddCommand = (program) => {
  program
    .command('mot')
    .description('key moments: what is due for whom')
    .command('run')
    .description('find what is due for everybody; run again it raises nothing twice')
    .option('--date <day>', 'as of this day, YYYY-MM-DD (default: today)')
    .option('--json', 'print as JSON')
    .action(async ({ date, json = false }: Options) => {
      const { printRun, runMot } = await import('./mot-run.js');
      const report = await runMot(date);
      if (json) printJson(report);
      else printRun(report);
    });
};
