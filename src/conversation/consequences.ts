import type { Settled, Step, ToolResult } from './agent.js';
import type { ConversationEvent } from './events.js';
import { flowEvents } from './flows/events.js';
import type { FlowContext } from './flows/flow.js';
import type { HandoffState } from './handoff/evolve.js';
import { noHandoff } from './handoff/evolve.js';
import type { Summary } from './handoff/summary.js';

/** Events besides the reply that the steps bring about. */
export function consequences(
  context: FlowContext & { readonly handoff?: HandoffState; readonly summary?: Summary },
  settled: readonly Settled[],
): readonly ConversationEvent[] {
  const { turn, handoff = noHandoff, summary } = context;
  return settled.flatMap(({ step, result }): readonly ConversationEvent[] => {
    if (step.say === 'flow') return flowEvents(step.move, context);
    if (step.say === 'handoff') return requestOf({ turn, handoff, summary }, step, result, settled);
    if (step.say === 'service_rated') {
      return [{ kind: 'ServiceRated', turn, by: handoff.person, ...step.rating }];
    }
    if (step.say === 'handoff_cancelled') return [{ kind: 'HandoffCancelled', turn }];
    if (step.say === 'callback_booked') return [{ kind: 'CallbackBooked', turn, slot: step.slot }];
    return [];
  });
}

/** The request, and the place in the queue where somebody is there to come; once there, no second one. */
function requestOf(
  {
    turn,
    handoff,
    summary,
  }: {
    readonly turn: string;
    readonly handoff: HandoffState;
    readonly summary: Summary | undefined;
  },
  { reason, told }: Extract<Step, { say: 'handoff' }>,
  result: ToolResult | null,
  settled: readonly Settled[],
): readonly ConversationEvent[] {
  const { slots = [], place } = result ?? {};
  const request = {
    kind: 'HandoffRequested',
    turn,
    reason,
    slots,
    ...(summary && { summary }),
  } as const;
  const emergency = settled.find(({ step }) => step.say === 'emergency')?.step;
  const urgent = emergency?.say === 'emergency' ? emergency.kind : reason;
  return [
    told ? { ...request, told } : request,
    ...(place && handoff.pen === 'assistant'
      ? [{ kind: 'HandoffQueued' as const, turn, reason: urgent, place }]
      : []),
  ];
}
