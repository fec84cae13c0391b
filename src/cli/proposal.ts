import type { Command } from 'commander';
import { Option } from 'commander';
import { STAGES } from '../conversation/proposal/evolve.js';
import type { AddCommand } from './command.js';
import { printJson } from './command.js';
import type { Deciding } from './proposals.js';

interface Listing {
  readonly stage?: string;
  readonly customer?: string;
  readonly json?: boolean;
}

type Options = Omit<Deciding, 'do'> & { readonly json?: boolean };

/** `shuzhi proposal`: what an advisor does with drafted plans until the desk exists. */
export const addProposal: AddCommand = (program) => {
  const group = program.command('proposal').description('drafted plans, as an advisor sees them');
  group
    .command('list')
    .description('proposals, latest first')
    .addOption(new Option('--stage <stage>', 'only those at this stage').choices(STAGES))
    .option('--customer <id>', 'only those of this customer')
    .option('--json', 'print as JSON')
    .action(async ({ json = false, ...of }: Listing) => {
      const { proposals, printHeads } = await import('./proposals.js');
      const heads = await (await proposals()).list(of);
      if (json) printJson(heads);
      else printHeads(heads);
    });
  group
    .command('show')
    .description('one proposal: need, mix, products, and what happened to it')
    .argument('<id>')
    .option('--json', 'print as JSON')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { proposals, printWhole } = await import('./proposals.js');
      const whole = await (await proposals()).show(id);
      if (json) printJson(whole);
      else printWhole(whole);
    });
  decision(group, 'approve', 'sign it as it is').requiredOption(
    '--reason <words>',
    'why, for the record; the customer is not told',
  );
  decision(group, 'countersign', 'agree, as a second person, to what another has signed');
  withReason(
    decision(group, 'adjust', 'sign it with other products: all of them, by the same limits')
      .option('--products <file>', 'JSON: [{"code", "amount" or "percent"}, …]')
      .option('--product <share...>', 'QY0021=90000 (yuan) or QY0021=30% (of the sum)'),
  );
  withReason(decision(group, 'decline', 'say no to it'));
};

const decision = (group: Command, act: Deciding['do'], description: string): Command =>
  group
    .command(act)
    .description(description)
    .argument('<id>')
    .requiredOption('--as <employee>', 'the advisor who decides, e.g. advisor1')
    .option('--json', 'print as JSON')
    .action(async (id: string, { json = false, ...options }: Options) => {
      const { proposals, printDecided } = await import('./proposals.js');
      const decided = await (await proposals()).decide(id, { do: act, ...options });
      if (json) printJson(decided);
      else printDecided(decided);
    });

const withReason = (command: Command): Command =>
  command.requiredOption('--reason <words>', 'why, in plain words that the customer will read');
