import type { Settled, Toned, TurnContext } from '../agent.js';
import type { ConversationEvent } from '../events.js';
import { advanced } from '../flows/events.js';
import type { Claim } from '../lease.js';
import { outcomeOf } from '../outcome.js';
import type { Made } from '../turn-events.js';
import type { DraftOffered } from './events.js';

/** 顾问草稿: the same turn while a person holds the pen; nothing of it is said, and nothing follows from it. */

export const isWithPerson = ({ handoff }: Pick<TurnContext, 'handoff'>): boolean =>
  handoff?.pen === 'advisor';

/** A button that gives the pen back has its way at once; all else is for the person to answer. */
export const draftsOnly = (context: TurnContext, settled: readonly Settled[]): boolean =>
  isWithPerson(context) && !settled.some(({ step }) => step.say === 'assistant_back');

export function draftEventsOf(
  { turn }: Claim,
  context: TurnContext,
  { settled, named, spoken, trace }: Made,
  tones: readonly Toned[],
): readonly ConversationEvent[] {
  const { stopped, findings, isSafeReply, statement } = spoken;
  const outcome = outcomeOf(settled, named);
  const draft = isSafeReply ? null : statement;
  return [
    ...(stopped ? [{ kind: 'DraftBlocked' as const, turn, draft: stopped, findings }] : []),
    draftFor(context, turn, {
      draft,
      tones,
      findings,
      outcome,
      trace,
      ...needIn(context, turn, settled),
    }),
  ];
}

/**
 * 需求问到哪里: what a person is told of a need is kept in mind for the next draft. Other matters end on
 * record, which no draft does: of them nothing is kept.
 */
function needIn(
  { messages }: TurnContext,
  turn: string,
  settled: readonly Settled[],
): Pick<DraftOffered, 'need'> {
  const move = settled.flatMap(({ step }) => (step.say === 'flow' ? [step.move] : [])).at(-1);
  if (move?.flow !== 'need') return {};
  const isOver = move.to === 'close' || move.to === 'record';
  return { need: isOver ? null : advanced(move, turn, messages.at(-1)?.id ?? '') };
}

export const draftFor = (
  { messages, handoff }: TurnContext,
  turn: string,
  made: Pick<DraftOffered, 'draft' | 'tones' | 'findings' | 'outcome' | 'trace' | 'need'>,
): DraftOffered => ({
  kind: 'DraftOffered',
  turn,
  inReplyTo: messages.map(({ id }) => id),
  epoch: handoff?.epoch ?? 0,
  ...made,
});
