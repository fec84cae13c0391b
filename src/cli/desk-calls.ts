import type { ConversationShown } from '../desk/conversation-shown.js';
import type { QueueShown } from '../desk/queue-endpoints.js';
import type { LineShown } from '../desk/queue-lines.js';
import { readConfig } from '../config.js';
import { CommandFailure, printLine } from './command.js';
import { runningServer } from './running-server.js';

export type Served = 'claim' | 'say' | 'resolve';

export interface DeskCalls {
  queue(): Promise<QueueShown>;
  act(act: Served, conversation: string, body: object): Promise<ConversationShown>;
}

/** Customers are in a running service only: there is no desk without one. */
export async function desk(employee: string): Promise<DeskCalls> {
  const server = await runningServer(readConfig(process.env));
  if (!server) throw new CommandFailure('no service runs on this DATA_DIR: start it with `serve`');
  const base = `/api/v1/desk/as/${encodeURIComponent(employee)}`;
  return {
    queue: () => server.call(`${base}/queue`) as Promise<QueueShown>,
    act: (act, conversation, body) =>
      server.call(`${base}/conversations/${encodeURIComponent(conversation)}/${act}`, {
        method: 'POST',
        ...(act !== 'claim' && { body: JSON.stringify(body) }),
      }) as Promise<ConversationShown>,
  };
}

export function printQueue({ waiting, mine, others }: QueueShown): void {
  const groups = { waiting, mine, others };
  for (const [name, lines] of Object.entries(groups)) {
    if (lines.length === 0) continue;
    printLine(`${name}:`);
    lines.forEach((line) => printLine(`  ${lineOf(line)}`));
  }
  if (waiting.length + mine.length + others.length === 0) printLine('nobody waits');
}

const lineOf = ({ conversation, customer, reason, person, deadline, last }: LineShown): string =>
  [
    conversation,
    customer === null ? 'visitor' : `${customer.id} ${customer.name}`,
    reason ?? 'taken over',
    person === null ? 'with nobody' : person.name,
    deadline === null ? '' : `answer due ${deadline.at.slice(0, 16).replace('T', ' ')}`,
    last === null ? '' : `${last.role}: ${last.text.slice(0, 60)}`,
  ]
    .filter(Boolean)
    .join('  ');

/** The last words, and the draft for the next ones. */
export function printConversation({ id, pen, person, utterances, draft }: ConversationShown): void {
  printLine(`${id}: ${person === null || pen !== 'advisor' ? pen : `with ${person.name}`}`);
  for (const { speaker, text } of utterances.slice(-6)) printLine(`  ${speaker}: ${text}`);
  if (draft?.text) printLine(`draft: ${draft.text}`);
}
