import type { Settled, ToolResult, TurnContext } from '../../conversation/agent.js';
import type { House } from '../../advice/routing/filters.js';
import { isOpen } from '../../conversation/handoff/callback-times.js';
import { isWithPerson } from '../../conversation/handoff/drafting.js';
import type { ToldPlace } from '../../conversation/handoff/events.js';
import type { HumanReason } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** 转人工 in words: who is called, when they can be reached, and how the customer can be. */

export interface HandoffDeps {
  readonly wordings: Wordings;
  readonly house: House;
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
  suitability: 'handoff',
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
  { wordings, house, hoursText }: HandoffDeps,
  context: TurnContext,
  all: readonly Settled[],
  reason: HumanReason,
  { slots, place }: ToolResult,
): Paragraph {
  if (reason === 'callback' && isWithPerson(context)) {
    return worded(wordings, 'handoff_call', {}, context.seed, offerOf(slots));
  }
  if (place) return queuedParagraph(wordings, context, all, reason, place);
  const id = handoffWording(context, all, reason);
  const availability = isOpen(house, context.now)
    ? '现在是人工服务时间。'
    : `人工服务时间是${hoursText}。`;
  return worded(wordings, id, { availability }, context.seed, offerOf(slots));
}

const offerOf = (slots: ToolResult['slots']): Pick<Paragraph, 'cards' | 'facts'> => ({
  cards: slots.length > 0 ? [{ kind: 'callback_offer', slots }] : [],
  facts: slots.flatMap(slotFacts),
});

/** Somebody is there: the customer hears where they stand, and that they may go on asking. */
function queuedParagraph(
  wordings: Wordings,
  context: TurnContext,
  all: readonly Settled[],
  reason: HumanReason,
  place: ToldPlace,
): Paragraph {
  const id = queuedWording(context, all, reason);
  return worded(wordings, id, { place: placeWords(place) }, context.seed, {
    facts: placeFacts(place),
  });
}

function queuedWording(
  { handoff }: TurnContext,
  all: readonly Settled[],
  reason: HumanReason,
): string {
  if (all.some(({ step }) => step.say === 'emergency')) return 'handoff_queued_safety';
  if (handoff?.pen === 'waiting') return 'handoff_queued_again';
  if (all.some(({ step }) => step.say === 'flow' && step.move.to === 'record')) {
    return 'handoff_queued_recorded';
  }
  return QUEUED_WORDING[reason] ?? 'handoff_queued';
}

const QUEUED_WORDING: Readonly<Partial<Record<HumanReason, string>>> = {
  complaint: 'handoff_queued_complaint',
  distress: 'handoff_queued_distress',
  weak_evidence: 'handoff_queued_unsure',
  repeated_failure: 'handoff_queued_unsure',
  suitability: 'handoff_queued_recorded',
};

/** 「排在第 2 位，约 3 分钟」; without a number where none can be told honestly. */
export const placeWords = ({ position, minutes }: ToldPlace): string =>
  `您排在第 ${position} 位${minutes === null ? '' : `，大约等 ${minutes} 分钟`}。`;

/** The figures the words state. */
export const placeFacts = (place: ToldPlace): readonly Fact[] => [
  { value: place.position, unit: 'count', label: placeWords(place) },
];

/** A slot's id is `YYYY-MM-DDTHH:MM`: its day is a figure the reply may state. */
export const slotFacts = ({ id }: { id: string }) => [
  { value: id.slice(0, 10), unit: 'date' as const, label: '回电日期' },
];
