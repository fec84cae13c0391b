import type { AddCommand } from './command.js';

interface AsOptions {
  readonly as: string;
  readonly json?: boolean;
}

/** `shuzhi erasure`: requests to erase, and terms that have run out. */
export const addErasure: AddCommand = (program) => {
  const group = program
    .command('erasure')
    .description('requests to erase personal information, and records whose term is over');
  group
    .command('list')
    .description('what waits for somebody, what is due first comes first')
    .option('--all', 'also what is done or declined')
    .option('--json', 'print as JSON')
    .action(async ({ all = false, json = false }: { all?: boolean; json?: boolean }) => {
      const { listErasures } = await import('./erasure-calls.js');
      await listErasures(all, json);
    });
  group
    .command('show')
    .description('what is to become of everything on record about it, and why')
    .argument('<id>')
    .option('--json', 'print as JSON')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { showErasure } = await import('./erasure-calls.js');
      await showErasure(id, json);
    });
  const decide = (name: string, what: string) =>
    group
      .command(name)
      .description(`${what}; the password is read from the terminal or stdin`)
      .argument('<id>')
      .requiredOption('--as <staff>', 'the account of compliance that does it')
      .option('--json', 'print as JSON');
  decide('propose', 'propose to do what the rules say')
    .requiredOption('--checked <how>', 'signed_in, called_back, in_person or term')
    .action(async (id: string, { as, checked, json }: AsOptions & { checked: string }) => {
      const { decideErasure } = await import('./erasure-calls.js');
      await decideErasure(as, id, 'proposal', { checked }, json ?? false);
    });
  decide('approve', 'approve what another person proposed: done at once and for good').action(
    async (id: string, { as, json }: AsOptions) => {
      const { decideErasure } = await import('./erasure-calls.js');
      await decideErasure(as, id, 'approval', null, json ?? false);
    },
  );
  decide('decline', 'decline it')
    .requiredOption('--reason <text>', 'what the customer is told')
    .action(async (id: string, { as, reason, json }: AsOptions & { reason: string }) => {
      const { decideErasure } = await import('./erasure-calls.js');
      await decideErasure(as, id, 'refusal', { reason }, json ?? false);
    });
};
