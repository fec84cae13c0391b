import { readConfig } from '../config.js';
import type { FindingsShown, TrialShown } from '../review/findings/finding-endpoints.js';
import { CommandFailure, printLine } from './command.js';
import type { RunningServer } from './running-server.js';
import { runningServer } from './running-server.js';

const BASE = '/api/v1/operations/review';

/** Conversations are read by the service that keeps them. */
async function service(): Promise<RunningServer> {
  const server = await runningServer(readConfig(process.env));
  if (!server) throw new CommandFailure('no service runs on this DATA_DIR: start it with `serve`');
  return server;
}

export const post = async <Answer>(path: string, body: object): Promise<Answer> => {
  const server = await service();
  return server.call(`${BASE}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  }) as Promise<Answer>;
};

export async function findings(
  filter: Readonly<Record<string, string | undefined>>,
): Promise<FindingsShown> {
  const given = Object.entries(filter).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const server = await service();
  const path = `${BASE}/findings?${new URLSearchParams(given).toString()}`;
  return server.call(path) as Promise<FindingsShown>;
}

export const inspectAgain = (since: string): Promise<{ readonly due: number }> =>
  post('/inspections', { since });

export const tryOnHistory = (rule: string, since: string, most: number): Promise<TrialShown> =>
  post('/trials', { rule, since, most });

export function printFindings({ findings }: FindingsShown): void {
  for (const one of findings) {
    const { at, rule, severity, title, conversation, seq, start, end, employee, then } = one;
    const place = `${conversation} #${seq} ${start}-${end}`;
    const who = employee ?? '-';
    printLine([at.slice(0, 16), rule, severity, title, place, who, then].join('  '));
  }
  if (findings.length === 0) printLine('nothing found');
}

export const printDue = ({ due }: { readonly due: number }): void =>
  printLine(`${due} conversations will be read again`);

export function printTrial({
  rule,
  title,
  conversations,
  fired,
  findings,
  examples,
}: TrialShown): void {
  printLine(`${rule} ${title}: fired in ${fired} of ${conversations}, ${findings} findings`);
  for (const { conversation, seq, start, end } of examples) {
    printLine(`  ${conversation} #${seq} ${start}-${end}`);
  }
}
