import { StoreFailure } from '../store/store.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import type { Statement } from '../terms/statement.js';
import type { ReplyDecided } from './events.js';
import type { IntakeDeps } from './intake.js';
import { newConversationId, openConversation, receive } from './intake.js';
import { readStream } from './stream.js';
import type { Turns } from './turns.js';
import type { Watch } from './watch.js';

export interface AskDeps extends IntakeDeps {
  readonly turns: Turns;
  readonly watch: Watch;
}

/** A channel for whoever sits at this machine: the command line, alone or through the service. */
export const TERMINAL = 'terminal';

/** A turn that fails on the store is tried again; a store that stays broken is reported. */
const MAX_TRIES = 5;

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

/** One message in, the reply to it out: through the same inbox and turn as every channel. */
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
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const recorded = nextRecord(deps.watch, conversation);
    deps.turns.wake(conversation);
    await recorded;
    const reply = await replyTo(deps, conversation, receipt.id);
    if (reply) return reply;
  }
  throw new StoreFailure('the message is on record but could not be answered');
}

const nextRecord = (watch: Watch, conversation: string): Promise<void> =>
  new Promise((resolve) => {
    const stop = watch.follow(conversation, (news) => {
      if (news.kind !== 'recorded') return;
      stop();
      resolve();
    });
  });

async function replyTo(
  { store }: AskDeps,
  conversation: string,
  message: string,
): Promise<ReplyDecided | null> {
  const recorded = await readStream(store, conversation);
  const found = recorded.findLast(
    ({ event }) => event.kind === 'ReplyDecided' && event.inReplyTo.includes(message),
  );
  return found ? (found.event as ReplyDecided) : null;
}
