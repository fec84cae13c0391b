import type { AddCommand } from './command.js';

export interface DraftOptions {
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly out: string;
}

/** `shuzhi drafts`: what became of the copilot's drafts, to learn from. */
export const addDrafts: AddCommand = (program) => {
  program
    .command('drafts')
    .description('drafts of the copilot and what advisors made of them')
    .command('export')
    .description(
      'one JSON a line: draft, what was said, how much was edited and why; goes on record',
    )
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day, YYYY-MM-DD')
    .requiredOption('--why <reason>', 'what they are taken for')
    .requiredOption('--out <file>', 'where they go; must not be there yet')
    .action(async (options: DraftOptions) => {
      const { exportDrafts } = await import('./drafts-export.js');
      await exportDrafts(options);
    });
};
