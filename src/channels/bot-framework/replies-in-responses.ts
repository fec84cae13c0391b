import type { Response } from 'express';
import type { Due } from '../../conversation/outbox.js';
import type { SenderDeps } from '../sender.js';
import { noteDelivered } from '../sender.js';

export interface RepliesInResponsesDeps extends Pick<SenderDeps, 'store' | 'origin' | 'now'> {
  readonly report: (error: unknown) => void;
}

/** Takes a reply into the response; false: the caller is gone or another response has it. */
export type Carry = (due: Due) => boolean;

export interface RepliesInResponses {
  /** The sender keeps off a conversation while a response may carry its replies. */
  isAwaited(conversation: string): boolean;
  expect(conversation: string, res: Response): Carry;
}

/**
 * `expectReplies`: replies that leave in the HTTP response. One counts as delivered once the whole
 * response is out; when the connection breaks before that, the reply is still the sender's to send.
 */
export function repliesInResponses(deps: RepliesInResponsesDeps): RepliesInResponses {
  const awaited = new Map<string, number>();
  const carried = new Set<string>();
  const release = (conversation: string): void => {
    const left = (awaited.get(conversation) ?? 1) - 1;
    if (left > 0) awaited.set(conversation, left);
    else awaited.delete(conversation);
  };
  return {
    isAwaited: (conversation) => awaited.has(conversation),
    expect(conversation, res) {
      awaited.set(conversation, (awaited.get(conversation) ?? 0) + 1);
      let mine: Due | null = null;
      let isOver = false;
      const settle = async (isOut: boolean): Promise<void> => {
        isOver = true;
        if (mine && isOut) await noteDelivered(deps, mine);
      };
      void outcomeOf(res)
        .then(settle)
        .catch(deps.report)
        .finally(() => {
          if (mine) carried.delete(mine.id);
          release(conversation);
        });
      return (due) => {
        if (isOver || carried.has(due.id)) return false;
        carried.add(due.id);
        mine = due;
        return true;
      };
    },
  };
}

/** Resolves when the response is over: whether all of it went out, and as a success. */
const outcomeOf = (res: Response): Promise<boolean> =>
  new Promise((resolve) => {
    if (res.destroyed) resolve(false);
    res.once('finish', () => resolve(res.statusCode === 200));
    res.once('close', () => resolve(false));
  });
