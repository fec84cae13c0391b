import type { AddCommand } from './command.js';
import { CommandFailure } from './command.js';

export interface ChatOptions {
  readonly as?: string;
  readonly say: readonly string[];
  readonly json?: boolean;
}

export const addChat: AddCommand = (program) => {
  program
    .command('chat')
    .description('talk to the digital employee in the terminal')
    .option('--as <customer>', 'speak as this customer, e.g. C1003')
    .option(
      '--say <text...>',
      'say this (repeat for several turns) instead of asking for input',
      [],
    )
    .option('--json', 'print replies with citations, tools, verdicts and timings as JSON')
    .action(async (options: ChatOptions) => {
      if (options.json && options.say.length === 0) throw new CommandFailure('--json needs --say');
      const { talk } = await import('./talk.js');
      await talk(options);
    });
};
