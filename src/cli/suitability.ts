import type { AddCommand } from './command.js';

/** `shuzhi suitability`: occasions on stdin as JSON, one verdict a line in their order. */
export const addSuitability: AddCommand = (program) => {
  program
    .command('suitability')
    .description('judge one customer, one product, one occasion: JSON on stdin, verdict on stdout')
    .option('--jsonl', 'one occasion a line instead of one in all')
    .action(async (options: { jsonl?: boolean }) => {
      const { occasionJudge } = await import('./suitability-occasions.js');
      const { answerStdin } = await import('./json-lines.js');
      await answerStdin(occasionJudge(process.env['INSTITUTION_FILE']), options.jsonl ?? false);
    });
};
