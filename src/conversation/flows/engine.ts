import type { Command, FlowName, SlotValues } from '../../terms/command.js';
import type { Assessing } from './assessment.js';
import { assessmentFlow } from './assessment.js';
import { isSameJson } from '../../terms/json.js';
import { callbackFlow } from './callback.js';
import { complaintFlow } from './complaint.js';
import type { Flow, FlowMove, FlowState } from './flow.js';
import { fraudFlow } from './fraud.js';
import { needFlow } from './need.js';
import { privacyFlow } from './privacy.js';

/** The assessment asks what its questionnaire asks, and only of a customer who is known. */
export type Flows = Readonly<Record<Exclude<FlowName, 'assessment'>, Flow>> & {
  readonly assessment?: Flow;
};

/** Every flow there is: to add one, write its file and name it here. */
export const FLOWS_BY_NAME: Flows = {
  need: needFlow,
  complaint: complaintFlow,
  privacy: privacyFlow,
  callback: callbackFlow,
  fraud: fraudFlow,
};

/** `confirmed`: a need that the customer confirmed in an earlier conversation; null: there is none. */
export const flowsFor = (
  assessing: Assessing | null | undefined,
  confirmed: SlotValues | null = null,
): Flows => ({
  ...FLOWS_BY_NAME,
  ...(confirmed && { need: { ...needFlow, confirmed } }),
  ...(assessing && { assessment: assessmentFlow(assessing) }),
});

/** So many replies that learned nothing end a flow: nobody is asked the same for ever. */
const MAX_MISSES = 2;

/** So many replies after a reminder, the matter still open is named again. */
const REMINDED_AFTER = 3;

const OF_A_FLOW = [
  'start_flow',
  'set_slots',
  'affirm',
  'deny',
  'cancel_flow',
  'skip_slots',
  'explain_slot',
];
export const isOfAFlow = (command: Command): boolean => OF_A_FLOW.includes(command.do);

/**
 * One turn of a flow. `commands` are the turn's; `digressed` says that the turn also answers something
 * else; `questionsAtOnce` is how many questions this customer is asked in one reply. Null: no flow is
 * open and none was started, or an answered digression needs no move.
 */
export function moveFlow(
  open: FlowState | null,
  commands: readonly Command[],
  digressed: boolean,
  questionsAtOnce: 1 | 2 = 2,
  flows: Flows = FLOWS_BY_NAME,
): FlowMove | null {
  const under = underWay(open, commands, flows, questionsAtOnce);
  if (!under) return null;
  const { flow, state, isNew } = under;
  if (commands.some((command) => command.do === 'cancel_flow')) {
    return { to: 'close', flow: flow.name, how: 'cancelled' };
  }
  const { learned, rejected } = learn(flow, commands);
  const skipped = isSkipping(flow, commands) ? state.asked : [];
  // One reminder is help, the second in a row is nagging: the matter stays open without a word.
  const saysNothing = !hasAny(learned) && rejected.length === 0 && skipped.length === 0;
  if (saysNothing && isLeftAlone(state, commands, digressed)) return null;
  const left = flow.renewed?.({ ...state.values, ...learned }) ?? null;
  if (left !== null) return anew(flow, left);
  const values = settled(
    flow,
    { ...state.values, ...unknown(skipped, learned), ...learned },
    learned,
  );
  if (state.stage === 'confirming')
    return afterConfirming(flow, state, commands, { learned, rejected, values, digressed });
  const explained = commands.some((command) => command.do === 'explain_slot');
  const returned = !isNew && commands.some((command) => command.do === 'start_flow');
  return onward(flow, state, {
    learned,
    values,
    rejected,
    digressed,
    isNew,
    skipped,
    explained,
    returned,
    agreed: commands.some((command) => command.do === 'affirm'),
  });
}

/** The flow that is open or begins now, and where it stands. */
function underWay(
  open: FlowState | null,
  commands: readonly Command[],
  flows: Flows,
  questionsAtOnce: 1 | 2,
) {
  const started = commands.find((command) => command.do === 'start_flow');
  const isNew = started !== undefined && started.flow !== open?.name;
  const name = isNew ? started.flow : open?.name;
  const whole = name && flows[name];
  if (!whole) return null;
  const flow = questionsAtOnce < whole.questionsAtOnce ? { ...whole, questionsAtOnce } : whole;
  const saysNothing = !commands.some((command) => command.do === 'set_slots');
  return { flow, state: isNew || !open ? begin(whole, saysNothing) : open, isNew };
}

/** What was said is of no use for it any more: the first question is put, with a word of why. */
function anew(flow: Flow, left: SlotValues): FlowMove {
  const values = { ...left, ...flow.begins?.() };
  const asks = missing(flow, values).slice(0, flow.questionsAtOnce);
  return { to: 'ask', flow: flow.name, values, learned: {}, asks, manner: 'renewed' };
}

const isSkipping = ({ isWhole }: Flow, commands: readonly Command[]): boolean =>
  !isWhole && commands.some((command) => command.do === 'skip_slots');

const settled = (flow: Flow, values: SlotValues, learned: SlotValues): SlotValues =>
  flow.settle?.(values, learned) ?? values;

/** The talk is about something else, and the matter was named once. */
const isLeftAlone = (state: FlowState, commands: readonly Command[], digressed: boolean): boolean =>
  (digressed || (isLaidAside(state) && !commands.some(isOfAFlow))) && isReminded(state);

const isReminded = (state: FlowState): boolean =>
  isLaidAside(state) || (state.reminded === true && (state.quiet ?? 0) <= REMINDED_AFTER);

/** Whoever went on asking after the reminder has left the plan: it waits until they tell more of it. */
export const isLaidAside = ({ name, stage, reminded }: FlowState): boolean =>
  name === 'need' && stage === 'asking' && reminded === true;

const begin = ({ name, begins, confirmed }: Flow, saysNothing: boolean): FlowState => ({
  name,
  values: { ...(saysNothing && confirmed), ...begins?.() },
  asked: [],
  stage: 'asking',
  misses: 0,
});

/** A slot the customer cannot fill is filled with null: it is not asked again. */
const unknown = (skipped: readonly string[], learned: SlotValues): SlotValues =>
  Object.fromEntries(skipped.filter((slot) => !(slot in learned)).map((slot) => [slot, null]));

function learn(flow: Flow, commands: readonly Command[]) {
  const said = commands.flatMap((command) =>
    command.do === 'set_slots' ? Object.entries(command.values) : [],
  );
  const known = said.filter(([slot]) => flow.slots.includes(slot));
  return {
    learned: Object.fromEntries(known.filter(([slot, value]) => flow.accepts(slot, value))),
    rejected: known.filter(([slot, value]) => !flow.accepts(slot, value)).map(([slot]) => slot),
  };
}

const missing = (flow: Flow, values: SlotValues): readonly string[] =>
  flow.slots.filter((slot) => flow.needs(slot, values) && !(slot in values));

interface Turn {
  readonly learned: SlotValues;
  readonly values: SlotValues;
  readonly rejected: readonly string[];
  readonly digressed: boolean;
  readonly isNew: boolean;
  readonly skipped: readonly string[];
  readonly explained: boolean;
  /** 「继续测评」 in the middle of it. */
  readonly returned: boolean;
  /** 「对」 to what was repeated: nothing was misheard. */
  readonly agreed: boolean;
}

function onward(flow: Flow, state: FlowState, told: Turn): FlowMove {
  const turn = { ...told, values: { ...told.values, ...leftOpen(flow, state, told) } };
  const { learned, values } = turn;
  const asks = missing(flow, values).slice(0, flow.questionsAtOnce);
  if (asks.length === 0) {
    return flow.confirms
      ? { to: 'confirm', flow: flow.name, values, learned, manner: 'first' }
      : { to: 'record', flow: flow.name, values, learned };
  }
  if (!hasMoved(turn) && !isKept(flow, values) && state.misses + 1 >= MAX_MISSES) {
    return { to: 'close', flow: flow.name, how: 'given_up' };
  }
  return { to: 'ask', flow: flow.name, values, learned, asks, manner: mannerOf(turn, state) };
}

/**
 * 「对」 or 「那你排吧」 where only what may stay open is still asked, and words nobody understood a second
 * time: it is not asked again.
 */
function leftOpen(flow: Flow, { asked, misses }: FlowState, turn: Turn): SlotValues {
  const left = missing(flow, turn.values);
  const mayStay = left.every((slot) => flow.mayStayOpen?.includes(slot) && asked.includes(slot));
  const goesOn = turn.agreed || turn.returned || (!hasMoved(turn) && misses + 1 >= MAX_MISSES);
  return mayStay && goesOn ? unknown(left, turn.learned) : {};
}

const hasMoved = (turn: Turn): boolean =>
  turn.isNew ||
  turn.digressed ||
  turn.explained ||
  turn.returned ||
  turn.agreed ||
  hasAny(turn.learned) ||
  turn.skipped.length > 0;

/** Many answers are not thrown away for words that were not understood. */
const isKept = ({ isWhole, slots }: Flow, values: SlotValues): boolean =>
  isWhole === true && slots.filter((slot) => slot in values).length > 1;

function mannerOf(turn: Turn, before: FlowState) {
  const { isNew, digressed, rejected, learned, skipped, explained, returned } = turn;
  if (isNew) return 'opening' as const;
  if (isCorrected(before.values, learned)) return 'corrected' as const;
  if (digressed) return 'resumed' as const;
  if (rejected.length > 0) return 'rejected' as const;
  if (explained) return 'explained' as const;
  if (hasAny(learned) || skipped.length > 0 || turn.agreed) return 'next' as const;
  return returned ? ('resumed' as const) : ('again' as const);
}

/** Agreed: recorded. Corrected: echoed again. 「不对」 alone: which of it? Anything else: asked once more. */
function afterConfirming(
  flow: Flow,
  state: FlowState,
  commands: readonly Command[],
  turn: Pick<Turn, 'learned' | 'rejected' | 'values' | 'digressed'>,
): FlowMove {
  const { learned, rejected, values, digressed } = turn;
  const name = flow.name;
  // A line that was named, and could not be read: it is asked for by itself.
  if (rejected.length > 0 && name === 'need') {
    return {
      to: 'ask',
      flow: name,
      values,
      learned,
      asks: rejected.slice(0, 1),
      manner: 'rejected',
    };
  }
  if (hasAny(changed(state.values, learned))) {
    const asks = missing(flow, values).slice(0, flow.questionsAtOnce);
    const manner = isCorrected(state.values, learned) ? 'corrected' : 'next';
    if (asks.length > 0) return { to: 'ask', flow: name, values, learned, asks, manner };
    return { to: 'confirm', flow: name, values, learned, manner: 'corrected' };
  }
  if (commands.some((command) => command.do === 'affirm')) {
    return agreedTo(flow, values, learned);
  }
  // Who denies, and says again what stands, is shown that it stands.
  if (commands.some((command) => command.do === 'deny') && !hasAny(learned)) {
    return { to: 'ask', flow: name, values, learned, asks: ['correction'], manner: 'next' };
  }
  if (digressed) return { to: 'confirm', flow: name, values, learned, manner: 'resumed' };
  const comesBack = commands.some(showsAgain) || hasAny(learned);
  if (comesBack) return { to: 'confirm', flow: name, values, learned, manner: 'first' };
  if (!isKept(flow, values) && state.misses + 1 >= MAX_MISSES)
    return { to: 'close', flow: name, how: 'given_up' };
  return { to: 'confirm', flow: name, values, learned, manner: 'again' };
}

/** Recorded, unless agreeing makes something else needed. */
function agreedTo(flow: Flow, before: SlotValues, learned: SlotValues): FlowMove {
  const values = { ...before, ...flow.agreed?.(before) };
  const asks = missing(flow, values).slice(0, flow.questionsAtOnce);
  if (asks.length === 0) return { to: 'record', flow: flow.name, values, learned };
  return { to: 'ask', flow: flow.name, values, learned, asks, manner: 'next' };
}

/** Back to the matter, or no words for a change: what is on the table is shown whole. */
const showsAgain = ({ do: act }: Command): boolean => act === 'start_flow' || act === 'skip_slots';

/** What was said again as it stood is no correction. */
const changed = (before: SlotValues, learned: SlotValues): SlotValues =>
  Object.fromEntries(
    Object.entries(learned).filter(([slot, value]) => !isSameJson(before[slot] ?? null, value)),
  );

/** Something told before was told otherwise now. */
const isCorrected = (before: SlotValues, learned: SlotValues): boolean =>
  Object.keys(changed(before, learned)).some((slot) => (before[slot] ?? null) !== null);

const hasAny = (values: SlotValues): boolean => Object.keys(values).length > 0;
