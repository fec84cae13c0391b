import type { Command } from 'commander';
import { Option } from 'commander';
import type { AddCommand } from './command.js';
import { printJson } from './command.js';
import type { Served } from './desk-calls.js';

interface Options {
  readonly as: string;
  readonly json?: boolean;
}

const OUTCOMES = ['solved', 'unsolved', 'follow_up'] as const;

/** `shuzhi desk`: what an advisor does at the desk, through the service that runs on this DATA_DIR. */
export const addDesk: AddCommand = (program) => {
  const group = program
    .command('desk')
    .description('serve customers as an advisor, through the running service');
  asAdvisor(group.command('queue').description('who waits, and who is with this advisor')).action(
    async ({ as, json = false }: Options) => {
      const { desk, printQueue } = await import('./desk-calls.js');
      const queue = await (await desk(as)).queue();
      if (json) printJson(queue);
      else printQueue(queue);
    },
  );
  act(group, 'claim', 'take a conversation: nobody else speaks in it from now on');
  act(group, 'say', 'say something to the customer, held to the guard’s rules')
    .argument('<words>')
    .option('--reason <words>', 'why it is sent although the guard softly objects');
  act(group, 'resolve', 'end the service; the customer is asked how it was')
    .addOption(
      new Option('--outcome <outcome>', 'how it ended').choices(OUTCOMES).makeOptionMandatory(),
    )
    .option('--note <words>', 'for colleagues');
};

const asAdvisor = (command: Command): Command =>
  command
    .requiredOption('--as <employee>', 'the advisor who serves, e.g. advisor1')
    .option('--json', 'print as JSON');

interface ActOptions extends Options {
  readonly reason?: string;
  readonly outcome?: string;
  readonly note?: string;
}

/** Arguments and options of its own are added by the caller; the words of `say` are the second. */
function act(group: Command, name: Served, description: string): Command {
  const command = asAdvisor(group.command(name).description(description)).argument(
    '<conversation>',
    'as `desk queue` names it',
  );
  return command.action(async () => {
    const { desk, printConversation } = await import('./desk-calls.js');
    const [conversation = '', text] = command.args;
    const { as, json = false, ...more } = command.opts<ActOptions>();
    const body = text === undefined ? more : { text, ...more };
    const served = await (await desk(as)).act(name, conversation, body);
    if (json) printJson(served);
    else printConversation(served);
  });
}
