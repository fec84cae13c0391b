import type { Store } from '../store/store.js';
import type { ReplyDecided } from './events.js';
import type { DraftOffered } from './handoff/events.js';
import { readStream } from './stream.js';
import type { Turns } from './turns.js';
import type { Watch } from './watch.js';

export interface AwaitReplyDeps {
  readonly store: Store;
  readonly turns: Turns;
  readonly watch: Watch;
}

/** Where a message stands on the record. */
export interface MessagePlace {
  readonly conversation: string;
  readonly seq: number;
  readonly id: string;
}

/** A turn that failed on the store is begun again at once so often; then lease recovery does it. */
const MAX_WAKES = 5;

/**
 * Has the message answered and waits for the reply to it, or for the draft of it where a person holds
 * the pen and will answer in their own time; null: neither within `ms`.
 */
export async function awaitReply(
  deps: AwaitReplyDeps,
  place: MessagePlace,
  ms: number,
): Promise<ReplyDecided | DraftOffered | null> {
  const news = followRecords(deps.watch, place.conversation, ms);
  try {
    for (let wakes = 1; ; wakes += 1) {
      const recorded = news.next();
      if (wakes <= MAX_WAKES) deps.turns.wake(place.conversation);
      const reply = await replyTo(deps.store, place);
      if (reply || !(await recorded)) return reply;
    }
  } finally {
    news.stop();
  }
}

/** A reply stands behind its message: what is before that is not read. */
async function replyTo(
  store: Store,
  place: MessagePlace,
): Promise<ReplyDecided | DraftOffered | null> {
  for (const { event } of await readStream(store, place.conversation, place.seq)) {
    const isOutcome = event.kind === 'ReplyDecided' || event.kind === 'DraftOffered';
    if (isOutcome && event.inReplyTo.includes(place.id)) return event;
  }
  return null;
}

/** `next`: true at the next record from now on, false once `ms` have passed. */
function followRecords(watch: Watch, conversation: string, ms: number) {
  let tell: (isNews: boolean) => void = () => undefined;
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    tell(false);
  }, ms);
  const leave = watch.follow(conversation, ({ kind }) => {
    if (kind === 'recorded') tell(true);
  });
  return {
    next: () =>
      new Promise<boolean>((resolve) => {
        tell = resolve;
        if (isOver) resolve(false);
      }),
    stop: () => {
      clearTimeout(timer);
      leave();
    },
  };
}
