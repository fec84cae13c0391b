import type { AddCommand } from './command.js';

export interface ProposeOptions {
  readonly kind: string;
  readonly reason: string;
  readonly effective?: string;
  readonly as: string;
  readonly json?: boolean;
}

interface AsOptions {
  readonly as: string;
  readonly json?: boolean;
}

/** `shuzhi change`: what the assistant may know and say, proposed by one and let by another. */
export const addChange: AddCommand = (program) => {
  const group = program
    .command('change')
    .description(
      'changes of knowledge, wordings, rules, questionnaire, assumptions, thresholds and products',
    );
  group
    .command('propose')
    .description(
      'propose what files say; each is read by what would serve it; the password is read from the terminal or stdin',
    )
    .argument('<path...>')
    .requiredOption(
      '--kind <kind>',
      'knowledge, wording, review_rules, questionnaire, assumptions, thresholds or product',
    )
    .requiredOption('--reason <text>', 'why')
    .option('--effective <instant>', 'when it takes effect, ISO 8601; absent: once approved')
    .requiredOption('--as <staff>', 'the account that proposes')
    .option('--json', 'print as JSON')
    .action(async (paths: string[], options: ProposeOptions) => {
      const { proposeChanges } = await import('./change-calls.js');
      await proposeChanges(paths, options);
    });
  group
    .command('list')
    .description('what waits for somebody or for its day')
    .option('--all', 'also what is in force or declined')
    .option('--json', 'print as JSON')
    .action(async ({ all = false, json = false }: { all?: boolean; json?: boolean }) => {
      const { listChanges } = await import('./change-calls.js');
      await listChanges(all, json);
    });
  group
    .command('show')
    .description('a change beside what stood when it was proposed')
    .argument('<id>')
    .option('--json', 'print as JSON')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { showChange } = await import('./change-calls.js');
      await showChange(id, json);
    });
  const decide = (name: string, what: string) =>
    group
      .command(name)
      .description(`${what}; the password is read from the terminal or stdin`)
      .argument('<id>')
      .requiredOption('--as <staff>', 'the account that does it')
      .option('--json', 'print as JSON');
  decide('approve', 'let what another person proposed').action(
    async (id: string, { as, json }: AsOptions) => {
      const { decideChange } = await import('./change-calls.js');
      await decideChange(as, id, 'approval', null, json ?? false);
    },
  );
  for (const [name, what, path] of [
    ['decline', 'decline what another person proposed', 'refusal'],
    ['revert', 'propose to go back to what stood before', 'revert'],
  ] as const) {
    decide(name, what)
      .requiredOption('--reason <text>', 'why')
      .action(async (id: string, { as, reason, json }: AsOptions & { reason: string }) => {
        const { decideChange } = await import('./change-calls.js');
        await decideChange(as, id, path, { reason }, json ?? false);
      });
  }
};
