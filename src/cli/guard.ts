import type { AddCommand } from './command.js';

/** `shuzhi guard`: statements on stdin as JSON, one answer a line in their order. */
export const addGuard: AddCommand = (program) => {
  program
    .command('guard')
    .description('check sentences about to be said: JSON on stdin, findings on stdout')
    .option('--jsonl', 'one statement a line instead of one in all')
    .action(async (options: { jsonl?: boolean }) => {
      const { statementCheck } = await import('./guard-statements.js');
      const { answerStdin } = await import('./json-lines.js');
      await answerStdin(statementCheck(process.env['INSTITUTION_FILE']), options.jsonl ?? false);
    });
};
