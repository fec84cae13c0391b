import { Option } from 'commander';
import type { Role } from '../access/permissions.js';
import type { AddCommand } from './command.js';
import { printJson, printLine } from './command.js';
import type { Office, StaffLine } from './staff-office.js';

const ROLES: readonly Role[] = [
  ...(['advisor', 'supervisor', 'compliance'] as const),
  ...(['operator', 'auditor', 'admin'] as const),
];

interface AddOptions {
  readonly role: Role;
  readonly name: string;
  readonly employee?: string;
  readonly code?: boolean;
  readonly json?: boolean;
}

export const addStaff: AddCommand = (program) => {
  const group = program.command('staff').description('accounts of the staff');
  group
    .command('add')
    .description('add an account; its password is read from the terminal or from stdin, never argv')
    .argument('<id>', 'what the person signs in with')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .requiredOption('--name <name>', 'the person’s name')
    .option('--employee <id>', 'the employee whose licences they work under')
    .option('--code', 'print a one-time code instead of asking for a password')
    .option('--json', 'print as JSON')
    .action((id: string, options: AddOptions) => add(id, options));
  group
    .command('list')
    .description('every account')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const staff = await withOffice((office) => office.list());
      if (options.json) printJson(staff);
      else staff.forEach((one) => printLine(lineOf(one)));
    });
  group
    .command('reset')
    .description('put a one-time code in the place of a password; every session ends')
    .argument('<id>')
    .option('--json', 'print as JSON')
    .action(async (id: string, options: { json?: boolean }) => {
      const code = await withOffice((office) => office.reset(id));
      if (options.json) printJson({ id, ...code });
      else printLine(codeLine(id, code));
    });
  group
    .command('lock')
    .description('close an account; every session ends')
    .argument('<id>')
    .requiredOption('--reason <text>', 'why, for the record')
    .action((id: string, { reason }: { reason: string }) =>
      withOffice((office) => office.lock(id, reason)),
    );
  group
    .command('unlock')
    .description('open an account that was locked, by hand or after wrong passwords')
    .argument('<id>')
    .action((id: string) => withOffice((office) => office.unlock(id)));
};

/** Heavy rooms are loaded by the commands that need them, so that --help answers at once. */
async function withOffice<T>(work: (office: Office) => Promise<T>): Promise<T> {
  const { readConfig } = await import('../config.js');
  const { openOffice } = await import('./staff-office.js');
  return openOffice(readConfig(process.env), work);
}

async function add(id: string, options: AddOptions): Promise<void> {
  const { role, name, employee = null, code = false, json } = options;
  const { readNewPassword } = await import('./read-password.js');
  const password = code ? null : await readNewPassword(`password for ${id}`);
  const made = await withOffice((office) => office.add({ id, role, name, employee, password }));
  if (json) printJson({ id, oneTimeCode: made });
  else printLine(made ? codeLine(id, made) : `${id} may sign in`);
}

const codeLine = (id: string, { code, expires }: { code: string; expires: string }): string =>
  `one-time code for ${id}: ${code} (until ${expires}; shown this once)`;

function lineOf(one: StaffLine): string {
  const notes = [
    one.state === 'locked' ? 'locked' : '',
    one.mustChange ? 'must choose a password' : '',
    one.employee === null ? '' : `employee ${one.employee}`,
    one.signedInAt === null ? 'never signed in' : `signed in ${one.signedInAt}`,
  ];
  return [one.id, one.role, one.name, notes.filter(Boolean).join(', ')].join('\t');
}
