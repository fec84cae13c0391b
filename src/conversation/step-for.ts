import type {
  Command,
  HumanReason,
  RefusedSubject,
  SlotValues,
  SocialAct,
} from '../terms/command.js';
import type { JsonObject } from '../terms/json.js';
import { RECORD_SIDES } from '../terms/transaction.js';
import type { Step, ToolCall } from './agent.js';
import type { ConversationState } from './evolve.js';
import type { Flows } from './flows/engine.js';
import { gatedNeed } from './flows/need.js';

/** 一个愿望到一步: what one command of the customer's comes to, and what is looked up for it. */

export const call = (name: ToolCall['name'], args: JsonObject): ToolCall => ({ name, args });

export const START_ASSESSMENT = call('start_risk_assessment', {});

export const proposalOf = (need: SlotValues): Step => ({
  say: 'propose',
  call: call('propose_allocation', { need }),
});

/** A plan for the need on record, or whether a sum that is named can be reached with it. */
function planStep(
  { need }: ConversationState,
  { target, changed, wants, within }: Extract<Command, { do: 'propose_plan' }>,
): Step {
  if (!need) return { say: 'clarify', options: [] };
  if (target === null) return proposalOf(need);
  const reached = { ...need, ...changed, target: { from: target, to: target } };
  const asked = call('project_goal', { need: reached, ...(within !== undefined && { within }) });
  return { say: 'goal', call: asked, ...(wants && { wants }) };
}

/** A side of the plan is told from the one that stands for the need, found by drafting it once more. */
function planSideStep(
  { need }: ConversationState,
  { about }: Extract<Command, { do: 'ask_plan' }>,
): Step {
  if (!need) return { say: 'plan_side', about };
  const tool = about === 'products' ? 'match_products' : 'propose_allocation';
  return { say: 'plan_side', about, call: call(tool, { need }) };
}

const clarifyStep = ({ options, against }: Extract<Command, { do: 'clarify' }>): Step => ({
  say: 'clarify',
  options,
  ...(against !== undefined && { against }),
});

export function stepFor(
  state: ConversationState,
  command: Command,
  flows: Flows,
): Step | readonly Step[] {
  switch (command.do) {
    case 'start_flow':
      // Of whoever is not known nothing is asked.
      return command.flow === 'assessment' && !flows.assessment
        ? { say: 'assessment_closed', call: START_ASSESSMENT }
        : [];
    case 'set_slots':
    case 'affirm':
    case 'deny':
    case 'cancel_flow':
    case 'skip_slots':
    case 'explain_slot':
      return [];
    case 'answer':
      return {
        say: 'answer',
        query: command.query,
        call: call('search_knowledge', {
          query: command.query,
          ...(command.entry !== undefined && { entry: command.entry }),
        }),
      };
    case 'describe_product':
      return {
        say: 'product',
        aspects: command.aspects,
        query: command.query,
        call: productCall(state, command),
      };
    case 'reckon_dates': {
      const { deal, code, type, submission, query } = command;
      const { day, part } = submission;
      const args = { deal, code, type, day: typeof day === 'string' ? day : { ...day }, part };
      return { say: 'dates', query, call: call('reckon_dates', args) };
    }
    case 'compare_products':
      return {
        say: 'comparison',
        aspects: command.aspects,
        ...(command.query !== undefined && { query: command.query }),
        call: call('compare_products', { codes: command.codes }),
      };
    case 'list_products':
      return {
        say: 'product_list',
        call: call('list_products', { query: command.query, skip: command.skip }),
      };
    case 'foreign_product':
      return { say: 'foreign_product' };
    case 'own_account':
      return ownAccountStep(command);
    case 'my_profile':
      return { say: 'my_profile', call: call('get_my_profile', {}) };
    case 'propose_plan':
      return planStep(state, command);
    case 'answer_plan':
      return { say: 'plan_answer', answer: command.answer, ...ofGoal(command) };
    case 'plan_status':
      return { say: 'plan_status', ...ofGoal(command) };
    case 'ask_plan':
      return planSideStep(state, command);
    case 'check_rebalance':
      return { say: 'rebalance', call: call('check_rebalance', {}) };
    case 'request_human':
      return personFor(command.reason);
    case 'book_callback':
      return bookingStep(state, command.slot);
    case 'cancel_human':
      return { say: 'handoff_cancelled' };
    case 'return_to_assistant':
      return { say: 'assistant_back' };
    case 'rate_service': {
      const { score, solved, words } = command;
      return { say: 'service_rated', rating: { score, solved, words } };
    }
    case 'clarify':
      return clarifyStep(command);
    case 'follow_settled':
      return { say: 'settled', flow: command.flow };
    case 'refuse':
      return refusalOf(command.subject);
    case 'emergency':
      // Stands before everything else: `emergencySteps`.
      return [];
    case 'look_back':
      return { say: 'look_back', how: command.how, words: command.words };
    case 'receive_files':
      return { say: 'files_kept' };
    case 'social':
      return socialStep(state, command.act);
    case 'out_of_scope':
      return { say: 'out_of_scope' };
  }
}

/** Row 28 of the suitability table; other refusals are the house's own, or their words name the rule. */
const RULE_BEHIND: Partial<Readonly<Record<RefusedSubject, JsonObject>>> = {
  discretion: { query: '全权委托', row: 28 },
};

function refusalOf(subject: RefusedSubject): Step {
  const rule = RULE_BEHIND[subject];
  return { say: 'refusal', subject, ...(rule && { call: call('search_knowledge', rule) }) };
}

/** Who wants to know whether it is for them is answered by the gate, in the light of their need. */
function productCall(
  { need }: ConversationState,
  { code, query, buyer, told }: Extract<Command, { do: 'describe_product' }>,
): ToolCall {
  if (!buyer) return call('get_product', { code, query });
  const { order = null, premium, finding, ...money } = told ?? {};
  const judged = needBesideTold(need, money);
  return call('check_suitability', {
    code,
    query,
    buyer,
    need: judged,
    ...(order !== null && { amount: order }),
    ...(premium !== undefined && { premium }),
    ...(finding !== undefined && { finding }),
  });
}

/** 「三个月后要用的钱能买吗」 narrows what is on record; no words ever widen it. */
function needBesideTold(need: SlotValues | null, told: SlotValues): JsonObject | null {
  const known = need && gatedNeed(need);
  if (Object.keys(told).length === 0) return known;
  const said = gatedNeed({ ...(need?.['amount'] && { amount: need['amount'] }), ...told });
  return {
    horizonDays: least(known?.horizonDays, said.horizonDays),
    maxLossPct: least(known?.maxLossPct, said.maxLossPct),
  };
}

function least(one: number | null = null, other: number | null = null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** What the institution's rows tell is looked up; whose rows they are is bound by the turn. */
function ownAccountStep({ query, about }: Extract<Command, { do: 'own_account' }>): Step {
  if (about === undefined) return { say: 'own_account' };
  const side = RECORD_SIDES.find((one) => one === about);
  return side === undefined
    ? { say: 'own_portfolio', about, query, call: call('get_my_holdings', { query }) }
    : { say: 'own_record', query, call: call('get_my_transactions', { side, query }) };
}

/** Upset once more: what was said did not help, so a person is called. */
const socialStep = ({ comforted }: ConversationState, act: SocialAct): Step =>
  act === 'upset' && comforted ? personFor('distress') : { say: 'social', act };

/** The step that calls a person, as every wish for one does. */
export const personFor = (reason: HumanReason): Extract<Step, { say: 'handoff' }> => ({
  say: 'handoff',
  reason,
  call: call('request_human', { reason }),
});

/** Only a slot we offered can be booked; anything else offers the times again. */
function bookingStep(state: ConversationState, wanted: string): Step {
  const slot = state.callbackSlots.find(({ id }) => id === wanted);
  if (slot) return { say: 'callback_booked', slot };
  return personFor('callback');
}

const ofGoal = ({ goal }: { readonly goal?: string }) => (goal === undefined ? {} : { goal });
