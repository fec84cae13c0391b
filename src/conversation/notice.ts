import type { ConversationRow } from '../store/schema.js';
import type { Store, Write } from '../store/store.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { activityId } from './activity-id.js';
import type { ReplyDecided } from './events.js';
import { enqueue } from './outbox.js';
import { recordEvents } from './record.js';
import type { Watch } from './watch.js';

/** 主动告知: what the customer is told without having asked. */
export interface NoticeWay {
  readonly store: Store;
  readonly origin: string;
  readonly watch: Watch;
  /** Channels whose statements must be sent. */
  readonly sentChannels: readonly string[];
}

/**
 * Says it in a conversation, in one unit with what follows from its being said. `also` is given the
 * place and the id the statement gets there. False: what it follows from holds no more.
 */
export async function sayNotice(
  { store, origin, watch, sentChannels }: NoticeWay,
  conversation: string,
  statement: Statement,
  at: Instant,
  also: (place: ConversationRow, statementId: string) => readonly Write[],
): Promise<boolean> {
  const said = [{ actor: 'assistant' as const, at, event: noticeReply(statement) }];
  const isTold = await recordEvents(store, origin, conversation, said, (row) => {
    const { id, next_seq: seq, channel } = row;
    const entry = { conversation: id, seq, channel, statement, inReplyTo: null };
    return [
      ...also(row, activityId(id, seq)),
      ...(sentChannels.includes(channel) ? [enqueue(store, entry, at)] : []),
    ];
  });
  if (isTold) watch.tell(conversation, { kind: 'recorded' });
  return isTold;
}

const noticeReply = (statement: Statement): ReplyDecided => ({
  kind: 'ReplyDecided',
  turn: null,
  inReplyTo: [],
  statement,
  outcome: { kind: 'notice', products: [] },
  trace: null,
});
