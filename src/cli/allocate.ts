import type { AddCommand } from './command.js';

/** `shuzhi allocate`: problems of the contract in quant.md on stdin, one answer a line in their order. */
export const addAllocate: AddCommand = (program) => {
  program
    .command('allocate')
    .description('solve allocation problems: JSON on stdin, weights with certificate on stdout')
    .option('--jsonl', 'one problem a line instead of one in all')
    .action(async ({ jsonl = false }: { jsonl?: boolean }) => {
      const { allocator, isInfeasible } = await import('./allocation/answer.js');
      const { answerStdin } = await import('./json-lines.js');
      // That rules conflict is an answer; alone it ends with a code of its own.
      await answerStdin(await allocator(), jsonl, (answer) => {
        if (isInfeasible(answer)) return jsonl ? 0 : 2;
        return 'error' in answer ? 1 : 0;
      });
    });
};
