import { StoreFailure } from '../store/store.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import type { Statement } from '../terms/statement.js';
import type { AwaitReplyDeps } from './await-reply.js';
import { awaitReply } from './await-reply.js';
import type { ReplyDecided } from './events.js';
import type { IntakeDeps } from './intake.js';
import { receive } from './intake.js';
import { newConversationId, openConversation } from './opening.js';

export type AskDeps = IntakeDeps & AwaitReplyDeps;

/** A channel for whoever sits at this machine: the command line, alone or through the service. */
export const TERMINAL = 'terminal';

/** More than two turns may take; a store that stays broken is reported then. */
const LONGEST_WAIT_MS = 120_000;

export async function openTerminal(
  deps: AskDeps,
  customer: CustomerId | null,
  greeting: Statement,
): Promise<ConversationId> {
  const id = newConversationId();
  await openConversation(deps, {
    id,
    channel: TERMINAL,
    channelConv: id,
    customer,
    address: null,
    greeting,
    isSent: false,
  });
  return id;
}

/** The message is on record, and a person will answer it in their own time. */
export class WithPerson extends Error {
  constructor() {
    super('a person is with this customer and will answer');
    this.name = 'WithPerson';
  }
}

/**
 * One message in, the reply to it out: through the same inbox and turn as every channel. Throws
 * `WithPerson` while a person holds the pen.
 */
export async function ask(
  deps: AskDeps,
  conversation: ConversationId,
  text: string,
): Promise<ReplyDecided> {
  const receipt = await receive(deps, {
    conversation,
    key: newConversationId(),
    activity: { type: 'message', text },
    event: { text, value: null },
  });
  if (receipt.kind !== 'accepted') throw new StoreFailure('the message was not taken');
  const reply = await awaitReply(deps, { conversation, ...receipt }, LONGEST_WAIT_MS);
  if (!reply) throw new StoreFailure('the message is on record but could not be answered');
  if (reply.kind === 'DraftOffered') throw new WithPerson();
  return reply;
}
