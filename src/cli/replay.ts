import type { AddCommand } from './command.js';
import { CommandFailure, printJson } from './command.js';

interface Options {
  readonly turn?: string;
  readonly sources?: boolean;
  readonly json?: boolean;
}

/** `shuzhi replay`: past answers made again on the versions of their day. */
export const addReplay: AddCommand = (program) => {
  program
    .command('replay')
    .description(
      'past answers of a conversation made again on the versions of their day; exit 1 where one differs',
    )
    .argument('<conversation>')
    .option('--turn <n>', 'the n-th answer alone, from 1')
    .option('--sources', 'also who approved what each was made of')
    .option('--json', 'print as JSON')
    .action(async (conversation: string, { turn, sources = false, json = false }: Options) => {
      const nth = turn === undefined ? null : Number(turn);
      if (nth !== null && !(Number.isInteger(nth) && nth >= 1)) {
        throw new CommandFailure(`--turn ${turn} is no number of an answer`);
      }
      const { replayed, printReplay } = await import('./replay-call.js');
      const shown = await replayed(conversation, nth);
      if (json) printJson(shown);
      else printReplay(shown, sources);
      if (shown.different > 0) {
        throw new CommandFailure(`${shown.different} answers come out different`);
      }
    });
};
