import type { Command } from 'commander';
import type { Desk } from './case-calls.js';
import type { AddCommand } from './command.js';

interface AsOptions {
  readonly as: string;
  readonly json?: boolean;
}

type Body = Readonly<Record<string, string>>;

/** What is the same at both desks. */
function addDesk(program: Command, desk: Desk, description: string) {
  const group = program.command(desk).description(description);
  group
    .command('list')
    .description('what waits for an answer, what is due first comes first')
    .option('--all', 'also what is closed')
    .option('--json', 'print as JSON')
    .action(async ({ all = false, json = false }: { all?: boolean; json?: boolean }) => {
      const { listCases } = await import('./case-calls.js');
      await listCases(desk, all, json);
    });
  group
    .command('show')
    .description('its clock and everything that was written and said')
    .argument('<id>')
    .option('--json', 'print as JSON')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { showCase } = await import('./case-calls.js');
      await showCase(desk, id, json);
    });
  /** An act in somebody's own name; `options`: what its body holds. */
  const act = (name: string, path: string, what: string, options: Body = {}) => {
    const command = group
      .command(name)
      .description(`${what}; the password is read from the terminal or stdin`)
      .argument('<id>')
      .requiredOption('--as <staff>', 'the account of compliance that does it')
      .option('--json', 'print as JSON');
    for (const [option, meaning] of Object.entries(options)) {
      command.requiredOption(`--${option} <${option}>`, meaning);
    }
    command.action(async (id: string, { as: staff, json = false, ...body }: AsOptions & Body) => {
      const { actOn } = await import('./case-calls.js');
      const sent = Object.keys(options).length > 0 ? body : null;
      await actOn(desk, { staff, id, act: path }, sent, json);
    });
  };
  const words = (what: string): Body => ({ words: what });
  act('take', 'owner', 'look after it oneself');
  act('note', 'notes', 'a note for colleagues', words('the note'));
  act('say', 'messages', 'words for the customer', words('what is told in the chat'));
  act('heard', 'heard', 'what the customer said', {
    channel: 'phone, letter or counter',
    words: 'what was said',
  });
  act('escalate', 'escalation', 'bring it before whoever answers for it', words('why'));
  act('decide', 'outcome', 'decide; it closes once the customer was told', {
    outcome: OUTCOMES[desk],
    words: 'the reasons, as the customer is told',
  });
  act('told', 'told', 'it was told outside the chat', {
    channel: 'phone, letter or counter',
    through: 'the number of the last that was told, of those that show says wait',
  });
  return { group, act, words };
}

const OUTCOMES: Readonly<Record<Desk, string>> = {
  complaints: 'upheld, partly_upheld, not_upheld, settled or withdrawn',
  rights: 'granted, partly or refused',
};

/** `shuzhi complaints`: complaints with their three deadlines. */
export const addComplaints: AddCommand = (program) => {
  const { act, words } = addDesk(program, 'complaints', 'complaints until the customer was told');
  act('extend', 'extension', 'it is complex: 30 days', words('why, as the customer is told'));
  act('ask-extension', 'extension/request', 'ask for the last extension', words('why'));
  act('agree-extension', 'extension/approval', 'agree to what another person asked for');
  act('refuse-extension', 'extension/refusal', 'refuse it', words('why'));
  act('review', 'review', 'the customer does not agree: another person looks once more', {
    channel: 'phone, letter or counter',
    words: 'what was said',
  });
};

/** `shuzhi rights`: requests about personal information. */
export const addRights: AddCommand = (program) => {
  const { group, act } = addDesk(program, 'rights', 'requests about personal information');
  act('identify', 'identity', 'say how it was made sure who asks', {
    how: 'signed_in, called_back or in_person',
  });
  group
    .command('copy')
    .description('write a copy of all that is on file; the password is read from terminal or stdin')
    .argument('<id>')
    .requiredOption('--as <staff>', 'the account of compliance that does it')
    .requiredOption('--out <file>', 'where to')
    .action(async (id: string, { as: staff, out }: { as: string; out: string }) => {
      const { copyInto } = await import('./case-calls.js');
      await copyInto(staff, id, out);
    });
  group
    .command('explain')
    .description('how plans came about, out of the record of their drafting')
    .argument('<id>')
    .option('--json', 'print as JSON')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { explainPlans } = await import('./case-calls.js');
      await explainPlans(id, json);
    });
};
