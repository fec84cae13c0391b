import type { App } from '../../app.js';
import { proposalRows } from '../../conversation/queries/proposal.js';
import { readStream } from '../../conversation/stream.js';
import { decideOn } from '../../operations/proposals.js';
import type { Dialogue, DialogueTurn } from './dialogue.js';
import type { Fault } from './judge.js';
import { holds } from './judge.js';

/** What an advisor does in the middle of a dialogue, and what is wrong with what the customer is told of it. */
export async function decideAsAdvisor(
  app: App,
  { as: customer = '', must_not: forbidden }: Dialogue,
  { advisor }: DialogueTurn,
  place: { readonly conversation: string; readonly turn: number },
): Promise<readonly Fault[]> {
  if (!advisor) return [];
  const { turn } = place;
  const { told, ...decision } = advisor;
  const latest = await latestOf(app, customer);
  if (!latest) return [{ turn, kind: 'tool', what: 'there is no proposal to decide about' }];
  const before = (await readStream(app.store, place.conversation)).length;
  const decided = await decideOn(app.proposals, latest.id, decision);
  if ('refused' in decided) return [{ turn, kind: 'tool', what: decided.refused }];
  await app.tellProposals();
  const notice = await noticesAfter(app, place.conversation, before);
  return [
    ...told
      .filter((words) => !holds(notice, words))
      .map((what): Fault => ({ turn, kind: 'missing', what: `told ${what}` })),
    ...forbidden
      .filter((words) => holds(notice, words))
      .map((what): Fault => ({ turn, kind: 'forbidden', what: `told ${what}` })),
  ];
}

export const latestOf = async ({ store }: App, customer: string) =>
  (await proposalRows(store, { stage: null, customer }, 1))[0];

/** Whatever else the customer is told meanwhile, of a case of theirs, stands beside it. */
async function noticesAfter({ store }: App, conversation: string, seen: number): Promise<string> {
  const events = (await readStream(store, conversation)).slice(seen);
  const texts = events.flatMap(({ event }) =>
    event.kind === 'ReplyDecided' && event.outcome.kind === 'notice' ? [event.statement.text] : [],
  );
  return texts.join('\n');
}
