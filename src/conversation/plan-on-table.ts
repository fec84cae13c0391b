import type { Json } from '../terms/json.js';
import type { Draft } from '../terms/statement.js';
import type { ReplyOutcome, Trace } from './events.js';

/**
 * 桌上的方案: the plan a conversation is about, until something clearly different takes its place; whoever
 * names it then has it back. Folded from what was said and the commands that led to it.
 */
export interface PlanOnTable {
  /** Replies since one that was about it. */
  readonly ago: number;
  /** Another product, the customer's own holdings or another matter took its place. */
  readonly aside: boolean;
  /** What it is made of, by code; a talk about one of these is a talk about the plan. */
  readonly products: readonly string[];
}

interface Said {
  /** Null: nothing was said. */
  readonly draft: Pick<Draft, 'cards'> | null;
  readonly outcome: ReplyOutcome;
  readonly trace: Trace | null;
}

export function planAfter(
  before: PlanOnTable | null,
  { draft, outcome, trace }: Said,
): PlanOnTable | null {
  const [card] = (draft?.cards ?? []).flatMap((one) => (one.kind === 'plan' ? [one] : []));
  if (card) return { ago: 0, aside: false, products: card.plan.products.map(({ code }) => code) };
  if (outcome.kind === 'notice') return before;
  const done = commandsIn(trace?.commands ?? null);
  const isTried = trace?.tools.some(({ name }) => name === 'propose_allocation') === true;
  if (isTried || done.some(({ what }) => OF_PLAN.includes(what))) {
    return { ago: 0, aside: false, products: before?.products ?? [] };
  }
  if (!before) return null;
  const { aside, products } = before;
  const ago = before.ago + (SAID_NOTHING.includes(outcome.kind) ? 0 : 1);
  return { ago, aside: aside || takesOver(products, outcome, done), products };
}

const OF_PLAN = ['ask_plan', 'propose_plan', 'plan_status', 'answer_plan'];

/** Matters that leave no room beside them; a call to be booked is one about the plan. */
const OTHER_MATTERS = ['complaint', 'privacy', 'fraud', 'assessment'];
const ELSEWHERE = ['own_account', 'check_rebalance', 'list_products', 'emergency'];
const ALARMS: readonly ReplyOutcome['kind'][] = ['fraud_alert', 'crisis'];

/** Replies that told of nothing else. */
const SAID_NOTHING: readonly ReplyOutcome['kind'][] = ['unsure', 'out_of_scope', 'comforted'];

const takesOver = (own: readonly string[], outcome: ReplyOutcome, done: readonly Done[]): boolean =>
  ALARMS.includes(outcome.kind) ||
  outcome.products.some((code) => !own.includes(code)) ||
  done.some(({ what, flow }) => ELSEWHERE.includes(what) || OTHER_MATTERS.includes(flow));

interface Done {
  readonly what: string;
  readonly flow: string;
}

/** As a trace keeps them. */
const commandsIn = (commands: Json): readonly Done[] =>
  (Array.isArray(commands) ? commands : []).flatMap((one) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return [];
    const { do: what, flow } = one as { readonly do?: Json; readonly flow?: Json };
    return [{ what: String(what), flow: String(flow) }];
  });
