import type { AddCommand } from './command.js';

/** `shuzhi assign`: customers × advisors on stdin as JSON, the best assignment a line in their order. */
export const addAssign: AddCommand = (program) => {
  program
    .command('assign')
    .description('assign customers to advisors: scores on stdin, assignment with proof on stdout')
    .option('--jsonl', 'one problem a line instead of one in all')
    .action(async ({ jsonl = false }: { jsonl?: boolean }) => {
      const { answerAssignment } = await import('./assignment-problems.js');
      const { answerStdin } = await import('./json-lines.js');
      await answerStdin(answerAssignment, jsonl);
    });
};
