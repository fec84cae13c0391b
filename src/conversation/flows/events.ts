import type { ConversationEvent, FlowAdvanced } from '../events.js';
import { flowsFor } from './engine.js';
import type { FlowContext, FlowMove } from './flow.js';

/** What a move leaves on record. */
export function flowEvents(move: FlowMove, context: FlowContext): readonly ConversationEvent[] {
  const { turn, message } = context;
  const { flow } = move;
  switch (move.to) {
    case 'close':
      return [{ kind: 'FlowClosed', turn, flow, how: move.how }];
    case 'record':
      return [
        ...(flowsFor(context.assessing)[flow]?.record(move.values, context) ?? []),
        { kind: 'FlowClosed', turn, flow, how: 'recorded' },
      ];
    default:
      return [advanced(move, turn, message)];
  }
}

/** Where a move that asks or echoes leaves its matter. */
export const advanced = (
  move: Extract<FlowMove, { to: 'ask' | 'confirm' }>,
  turn: string,
  message: string,
): FlowAdvanced => ({
  kind: 'FlowAdvanced',
  turn,
  flow: move.flow,
  source: message,
  learned: move.learned,
  values: move.values,
  asked: move.to === 'ask' ? move.asks : [],
  stage: move.to === 'ask' ? 'asking' : 'confirming',
  missed: move.manner === 'again' || move.manner === 'rejected',
  aside: move.manner === 'resumed',
});
