import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';

/** 说过账: every reply about the account, and no other, says 「您名下」 or 「账面」. */
const ACCOUNT = /您名下|账面|卖不卖由您自己定/;

const repliesOf = ({ history }: TurnContext): readonly string[] =>
  history.filter(isOurs).map(({ text }) => text);

/** The last reply was about the account. */
export const saysAccount = (context: TurnContext): boolean =>
  ACCOUNT.test(repliesOf(context).at(-1) ?? '');

/** One of the last `replies` was. */
export const saidAccount = (context: TurnContext, replies: number): boolean =>
  repliesOf(context)
    .slice(-replies)
    .some((said) => ACCOUNT.test(said));

/** The one product of the account that the last reply was of: 「它」 is that one; null: there is none. */
export function justSingledOut(context: TurnContext): string | null {
  const [only, ...more] = context.state.justShown;
  return only !== undefined && more.length === 0 && saysAccount(context) ? only : null;
}
