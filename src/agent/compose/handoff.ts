import type { Settled, ToolResult, TurnContext } from '../../conversation/agent.js';
import type { OfficeHours } from '../../conversation/handoff.js';
import { isOpen } from '../../conversation/handoff.js';
import type { HumanReason } from '../../terms/command.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** 转人工 in words: who is called, when they can be reached, and how the customer can be. */

export interface HandoffDeps {
  readonly wordings: Wordings;
  readonly hours: OfficeHours;
  readonly hoursText: string;
}

/** A visitor is heard in the words of the wish, but nobody has a number to call. */
const VISITOR_WORDING: Readonly<Partial<Record<HumanReason, string>>> = {
  complaint: 'handoff_visitor_complaint',
  distress: 'handoff_visitor_distress',
};

const HANDOFF_WORDING: Readonly<Record<HumanReason, string>> = {
  asked: 'handoff',
  callback: 'handoff',
  weak_evidence: 'handoff',
  repeated_failure: 'handoff',
  complaint: 'handoff_complaint',
  distress: 'handoff_distress',
  class_change: 'handoff',
};

/** Asked for already: said shorter, and never as if for the first time. */
function againWording({ customer }: TurnContext, reason: HumanReason): string {
  if (customer === null) return 'handoff_again_visitor';
  return reason === 'distress' ? 'handoff_again_distress' : 'handoff_again';
}

function handoffWording(
  context: TurnContext,
  all: readonly Settled[],
  reason: HumanReason,
): string {
  const { customer, state } = context;
  if (all.some(({ step }) => step.say === 'emergency')) {
    return customer === null ? 'handoff_safety_visitor' : 'handoff_safety';
  }
  const isRecorded = all.some(({ step }) => step.say === 'flow' && step.move.to === 'record');
  if (isRecorded) return customer === null ? 'handoff_recorded_visitor' : 'handoff_recorded';
  if (state.handoff === 'requested' && (reason === 'asked' || reason === 'distress')) {
    return againWording(context, reason);
  }
  return customer === null
    ? (VISITOR_WORDING[reason] ?? 'handoff_visitor')
    : HANDOFF_WORDING[reason];
}

export function handoffParagraph(
  { wordings, hours, hoursText }: HandoffDeps,
  context: TurnContext,
  all: readonly Settled[],
  reason: HumanReason,
  { slots }: ToolResult,
): Paragraph {
  const id = handoffWording(context, all, reason);
  const availability = isOpen(hours, context.now)
    ? '现在是人工服务时间。'
    : `人工服务时间是${hoursText}。`;
  return worded(wordings, id, { availability }, context.seed, {
    cards: slots.length > 0 ? [{ kind: 'callback_offer', slots }] : [],
    facts: slots.flatMap(slotFacts),
  });
}

/** A slot's id is `YYYY-MM-DDTHH:MM`: its day is a figure the reply may state. */
export const slotFacts = ({ id }: { id: string }) => [
  { value: id.slice(0, 10), unit: 'date' as const, label: '回电日期' },
];
