import type { TurnContext } from '../../conversation/agent.js';
import { receivedOn } from '../../conversation/agent.js';
import { complaintDeadlines } from '../../compliance/complaint-deadlines.js';
import { complaintNumber } from '../../conversation/cases/number.js';
import { FLOWS_BY_NAME } from '../../conversation/flows/engine.js';
import type { Right } from '../../compliance/rights.js';
import { isAtOnce } from '../../compliance/rights.js';
import { rightsOf } from '../../conversation/flows/privacy.js';
import type { FlowMove } from '../../conversation/flows/flow.js';
import type { FlowName, SlotValues } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { Victim } from '../../terms/fraud.js';
import type { Json, JsonObject } from '../../terms/json.js';
import { isSameJson } from '../../terms/json.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import { complaintWords } from './complaint-on-record.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { PLAN } from './proposal.js';
import { factsOfSlots, slotLabel, slotText } from '../../conversation/flows/slot-words.js';
import { VICTIM_WORDS } from './victim-words.js';

/** One move of a flow in words: what was heard, then at most two questions, or the echo, or the end. */
export function flowParagraph(
  wordings: Wordings,
  context: TurnContext,
  move: FlowMove,
): Paragraph | null {
  const say = (id: string, values: Record<string, string> = {}) =>
    worded(wordings, id, values, context.seed);
  switch (move.to) {
    case 'close':
      if (move.how === 'interrupted') return null;
      return say(
        move.flow === 'fraud' && move.how === 'given_up'
          ? 'flow_given_up_fraud'
          : `flow_${move.how}`,
      );
    case 'ask':
      return withFacts(
        askParagraph(say, context, move),
        move.values,
        suggestionsFor(context, move),
      );
    case 'confirm':
      return withFacts(confirmParagraph(say, context, move), move.values, CONFIRMING);
    case 'record':
      return recordParagraph(say, context, move);
  }
}

type Say = (id: string, values?: Record<string, string>) => Paragraph;
type Ask = Extract<FlowMove, { to: 'ask' }>;
type Confirm = Extract<FlowMove, { to: 'confirm' }>;
type Recording = Extract<FlowMove, { to: 'record' }>;

function askParagraph(say: Say, context: TurnContext, move: Ask): Paragraph {
  const before = isLineOfEcho(context, move) ? [say('flow_change_line')] : leadIn(say, move);
  const [first, second] = move.asks.map((slot) => questionFor(say, context, move, slot));
  const questions =
    first && second
      ? say('flow_two_questions', { first: first.text, second: second.text })
      : (first ?? say('flow_again'));
  // What a plan would be for is asked of nobody who is not told that none is made.
  const isWithheld = context.optedOut && move.flow === 'need' && move.manner === 'opening';
  const told = isWithheld ? [say('flow_opening_need_opted_out')] : [];
  return join([...told, ...before, questions]);
}

/** 「改用途」 under the echo: that line is asked for by itself. */
const isLineOfEcho = ({ state: { flow } }: TurnContext, { manner }: Ask): boolean =>
  manner === 'rejected' && flow?.name === 'need' && flow.stage === 'confirming';

function leadIn(say: Say, { manner, flow, learned, values, asks }: Ask): readonly Paragraph[] {
  if (manner === 'corrected' && flow === 'need') {
    return [say('flow_corrected', { heard: labelled(flow, values) })];
  }
  const heard = heardText(flow, withoutEcho(learned));
  const echo = heard ? [say('flow_heard', { heard })] : [];
  // Whoever is being cheated has just had the next step: only the question is put.
  if (flow === 'fraud' && manner !== 'again') return [];
  if (manner === 'opening') return [say(`flow_opening_${flow}`), ...echo];
  if (manner === 'explained') return [say(`explain_${flow}_${asks[0] ?? ''}`)];
  if (manner === 'next' || manner === 'corrected') return echo;
  return [...echo, say(mannerWording(flow, manner, asks))];
}

const AGAIN: Readonly<Partial<Record<FlowName, string>>> = {
  fraud: 'flow_again_fraud',
  complaint: 'flow_again_complaint',
};

/** What an answer nobody understood is met with depends on what is at stake. */
function mannerWording(flow: FlowName, manner: string, [slot]: readonly string[]): string {
  if (manner === 'again') return AGAIN[flow] ?? 'flow_again';
  if (flow === 'need' && manner === 'rejected' && slot === 'goal') return 'flow_rejected_goals';
  return `flow_${manner}`;
}

/** Free words are repeated at the end, not after every sentence. */
const heardText = (flow: FlowName, learned: SlotValues): string =>
  flow === 'complaint'
    ? ''
    : inOrder(flow, learned)
        .map(([slot, value]) => heardSlot(flow, slot, value))
        .join('，');

/** Which way a sum goes is said with it: 「每月 3,000 元」 alone could be either. */
function heardSlot(flow: FlowName, slot: string, value: Json): string {
  const isSum = slot === 'saving' || slot === 'withdrawal';
  if (!isSum) return slotText(flow, slot, value);
  if (value === null) return slot === 'saving' ? '不再存入' : '中间不取';
  return `${slotLabel(flow, slot)}${slotText(flow, slot, value)}`;
}

/** After a correction all of it is said, so that nobody has to wonder what still stands. */
const labelled = (flow: FlowName, values: SlotValues): string =>
  inOrder(flow, values)
    .map(([slot, value]) => `${slotLabel(flow, slot)}：${slotText(flow, slot, value)}`)
    .join('；');

/** As the flow asks, whatever order the customer told it in. */
const inOrder = (flow: FlowName, values: SlotValues): readonly (readonly [string, Json])[] =>
  (flow === 'assessment' ? [] : FLOWS_BY_NAME[flow].slots).flatMap((slot) => {
    const value = values[slot];
    return value === undefined ? [] : [[slot, value] as const];
  });

/** 「随时」 beside 「随时可能要用」 says the same twice. */
function withoutEcho({ horizon, ...others }: SlotValues): SlotValues {
  const isSaid =
    others['liquidity'] === 'anytime' && (horizon as JsonObject | null)?.['from'] === 0;
  return horizon === undefined || isSaid ? others : { ...others, horizon };
}

function questionFor(
  say: Say,
  context: TurnContext,
  { flow, values }: Ask,
  slot: string,
): Paragraph {
  if (slot === 'correction') return say('flow_which');
  if (flow === 'fraud') return fraudQuestion(say, (values['victim'] ?? 'self') as Victim);
  if (flow !== 'callback') return say(`ask_${flow}_${slot}`);
  const times = context.state.callbackSlots.map(({ label }) => label).join('，');
  return times ? say('ask_callback_time', { times }) : say('ask_callback_time_none');
}

/** The move carries whose money it is, which no reply has put on record yet. */
const fraudQuestion = (say: Say, victim: Victim): Paragraph =>
  victim === 'self' ? say('ask_fraud_sent') : say('ask_fraud_sent_other', VICTIM_WORDS[victim]);

function confirmParagraph(say: Say, { state }: TurnContext, move: Confirm): Paragraph {
  const { flow, values, manner } = move;
  if (flow === 'need') return needEcho(say, state, move);
  if (manner === 'resumed') return say(`flow_held_${flow}`);
  if (manner === 'again') return join([say('flow_unclear'), say(`flow_held_${flow}`)]);
  const isAdded = manner === 'corrected' && flow === 'complaint';
  const id = isAdded ? 'flow_corrected_complaint' : `flow_confirm_${flow}`;
  return say(id, confirmValues(flow, values));
}

/** The need echoed: what changed of it first, and what was only said again as it stands. */
function needEcho(
  say: Say,
  { flow: open, need }: TurnContext['state'],
  { flow, values, learned, manner }: Confirm,
): Paragraph {
  const whole = confirmValues(flow, values);
  // Money for another goal is another need, and changes nothing of this one.
  const isRevised = open === null && need !== null && need['goal'] === values['goal'];
  const revised = isRevised ? changesIn(flow, need, learned) : '';
  if (revised) return say('flow_revised_need', { ...whole, changes: revised });
  if (manner === 'resumed') return say('flow_held_need');
  if (manner === 'again') return join([say('flow_unclear'), say('flow_held_need')]);
  const changes = changesIn(flow, open?.values ?? {}, learned);
  if (manner === 'corrected' && changes) return say('flow_corrected_need', { ...whole, changes });
  const same = open?.stage === 'confirming' ? heardText(flow, learned) : '';
  const echo = say('flow_confirm_need', whole);
  return same ? join([say('flow_same', { heard: same }), echo]) : echo;
}

/** What is otherwise than it was on the table, line by line: no change is claimed that was not made. */
const changesIn = (flow: FlowName, before: SlotValues, learned: SlotValues): string =>
  inOrder(flow, learned)
    .filter(([slot, value]) => !isSameJson(before[slot] ?? null, value))
    .map(([slot, value]) => `${slotLabel(flow, slot)}改成「${slotText(flow, slot, value)}」`)
    .join('，');

function confirmValues(flow: FlowName, values: SlotValues): Record<string, string> {
  // A complaint's own words may hold anything: they are on record, and are not said again by us.
  if (flow === 'complaint') return {};
  if (flow === 'privacy') return { right: slotText(flow, 'right', values['right'] ?? null) };
  if (flow === 'callback') return { time: slotText(flow, 'time', values['time'] ?? null) };
  const lines = inOrder(flow, values).map(
    ([slot, value]) => `- ${slotLabel(flow, slot)}：${slotText(flow, slot, value)}`,
  );
  return { lines: lines.join('\n') };
}

function recordParagraph(
  say: Say,
  context: TurnContext,
  { flow, values }: Recording,
): Paragraph | null {
  switch (flow) {
    case 'need':
      return isForPerson(values)
        ? say('flow_recorded_need_person')
        : withFacts(say('flow_recorded_need'), values, [CALL_BACK]);
    case 'complaint':
      return complaintFiled(say, context);
    case 'privacy': {
      const right = slotText(flow, 'right', values['right'] ?? null);
      if (context.customer === null) return say('flow_recorded_privacy_visitor', { right });
      return privacyRecorded(say, rightsOf(values['right'] ?? null), context.state.need !== null);
    }
    case 'callback': {
      const { label = '' } = (values['time'] ?? {}) as JsonObject;
      return withFacts(say('callback_booked', { slot: String(label) }), values, []);
    }
    case 'assessment':
      // Said by `assessment.ts`, which knows the questionnaire.
      return null;
    case 'fraud':
      // What helps is said by `emergency.ts`, which knows all that was told.
      return null;
  }
}

/** What holds from now on, and what waits for a person, each as it is. */
function privacyRecorded(say: Say, rights: readonly Right[], isNeedKnown: boolean): Paragraph {
  const named = (some: readonly Right[]) => ({ right: slotText('privacy', 'right', [...some]) });
  const atOnce = rights.filter(isAtOnce);
  const waiting = rights.filter((right) => !isAtOnce(right) && right !== 'delete');
  return join([
    ...(atOnce.length > 0 ? [say('flow_recorded_privacy_at_once', named(atOnce))] : []),
    ...(waiting.length > 0 ? [say('flow_recorded_privacy', named(waiting))] : []),
    ...(rights.includes('delete') ? [say('flow_recorded_privacy_delete')] : []),
    ...(rights.includes('opt_in') ? [mayPlanAgain(say, isNeedKnown)] : []),
  ]);
}

/** What had waited for it may go on. */
const mayPlanAgain = (say: Say, isNeedKnown: boolean): Paragraph => ({
  ...say(isNeedKnown ? 'flow_recorded_opt_in_plan' : 'flow_recorded_opt_in'),
  suggestions: [isNeedKnown ? PLAN : TO_PLAN],
});
const TO_PLAN: Suggestion = { label: '规划一笔钱', say: '我想规划一笔钱' };

const isForPerson = ({ goal }: SlotValues): boolean =>
  goal === 'inheritance' || goal === 'business';

/** 投诉办法 art. 18: the customer is told the days on which answers are due, and by what number to ask. */
function complaintFiled(say: Say, context: TurnContext): Paragraph {
  const days = complaintDeadlines(receivedOn(context));
  const { values, facts } = complaintWords(complaintNumber(context.turn ?? ''), days);
  return { ...say('flow_recorded_complaint', values), facts };
}

/** The figures among the answers that may be tapped: ours, offered and not claimed. */
const OFFERED: readonly Fact[] = (
  [
    [5, '%'],
    [20, '%'],
    [3, 'month'],
    [1, 'year'],
    [3, 'year'],
    [5, 'year'],
  ] as const
).map(([value, unit]) => ({ value, unit, label: '可选的回答' }));

const withFacts = (
  words: Paragraph,
  values: SlotValues,
  suggestions: readonly Suggestion[],
): Paragraph => ({ ...words, facts: [...factsOfSlots(values), ...OFFERED], suggestions });

const STOP: Suggestion = { label: '先不说了', say: '先不说了' };
const CALL_BACK: Suggestion = { label: '预约回电', say: '请顾问给我回电' };
const CONFIRMING: readonly Suggestion[] = [
  { label: '对', say: '对' },
  { label: '要改一下', say: '不对' },
  STOP,
];

/** Answers that may be tapped, for the first of the questions. */
function suggestionsFor(context: TurnContext, { flow, asks }: Ask): readonly Suggestion[] {
  const [slot = ''] = asks;
  if (flow === 'callback')
    return context.state.callbackSlots.map(({ label }) => ({ label, say: label }));
  const answers = ANSWERS[`${flow}.${slot}`] ?? [];
  return [...answers.map((say) => ({ label: say, say })), ...(flow === 'fraud' ? [] : [STOP])];
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'need.correction': ['改用途', '改金额', '改多久要用', '改中间要不要用', '改能接受的亏损'],
  'need.goal': ['养老', '孩子教育', '买房', '近期要花'],
  'need.horizon': ['三个月', '一年', '三年', '五年'],
  'need.liquidity': ['随时可能用', '到时候才用', '不急用'],
  'need.loss_limit': ['不能接受亏损', '最多亏 5%', '最多亏 20%'],
  'need.priority': ['少亏一点', '能接受波动'],
  'privacy.right': ['查看', '删除', '停止营销'],
  'fraud.sent': ['已经转了', '还没转'],
};
