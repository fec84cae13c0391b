import type { TurnContext } from '../../conversation/agent.js';
import type { Stage } from '../../conversation/proposal/evolve.js';
import { normalize } from '../../language/fold.js';
import type { Command, PlanSide, SlotValues } from '../../terms/command.js';
import { POINTS, REFERS, sideOf } from './plan-side-words.js';
import { ANOTHER, WITHIN_REACH } from './plan-wishes.js';
import { isQuestion } from './question-words.js';
import { needSlots, targetOf } from './slots/need-slots.js';

/** 追问方案: what is asked of the plan on the table, and what else is tried out for a sum to be reached. */

/** 「改成最多亏 5%」 「那就放七年吧」 right after a plan: told of the need, and no question. */
const REVISED = ['amount', 'horizon', 'liquidity', 'loss_limit', 'saving', 'withdrawal', 'target'];
const CHANGES = /改|换|调|不对|错了|变了|算了.{0,4}还是/;

const NAMES_PLAN = /方案|草稿|(这么|这样)(配|排|分|搭)/;
/** Every reply about a plan says so. */
const TELLS_PLAN = /草稿|方案|个性化推荐/;
const TELLS_GOAL = /攒够|模拟/;

/** Null: no plan is on the table, or nothing is asked of it. */
export function planAsked(context: TurnContext, text: string): Command | null {
  const { state, history } = context;
  if (state.flow !== null || (state.need === null && !hasPlan(context))) return null;
  const reached = state.need && sumAsked(context, text);
  if (reached) return reached;
  const lately = history
    .filter(({ role }) => role === 'assistant')
    .slice(-LATELY)
    .map((one) => one.text)
    .join('\n');
  const tried = state.need && TELLS_GOAL.test(lately) ? triedOut(context, text) : null;
  return tried ?? sideAsked(context, text, TELLS_PLAN.test(lately));
}

/** On record from an earlier conversation, and not at an end. */
const hasPlan = ({ proposal }: TurnContext): boolean =>
  !!proposal && !ENDED.includes(proposal.state.stage);
const ENDED: readonly Stage[] = ['declined', 'refused', 'expired', 'superseded'];

function sideAsked(context: TurnContext, text: string, isLately: boolean): Command | null {
  const folded = normalize(text).text.replace(/[\s，。！？!?,.、]/g, '');
  const isNamed = NAMES_PLAN.test(folded);
  if (!isNamed && !isLately) return null;
  const about = sideOf(folded, isOfPlan(context) && !POINTS.test(folded));
  // What products cost is looked up with the need.
  if (!about || (about === 'cost' && context.state.need === null)) return null;
  // What was looked at since is what is bought, or may lose.
  const isMeant = isNamed || isOfPlan(context) || REFERS.test(folded);
  return isMeant || ONLY_OF_PLANS.includes(about) ? { do: 'ask_plan', about } : null;
}

const ONLY_OF_PLANS: readonly PlanSide[] = ['next', 'why', 'products', 'bolder', 'safer'];

/** The very last reply was about the plan. */
const isOfPlan = ({ history }: TurnContext): boolean =>
  TELLS_PLAN.test(history.findLast(({ role }) => role === 'assistant')?.text ?? '');

/** So many replies after it was spoken of, the plan is still meant. */
const LATELY = 2;

/**
 * A line of the need on record is told otherwise after a plan: the matter opens again with all that is
 * known, to be confirmed once more. Null: nothing is.
 */
export function needRevised(context: TurnContext, text: string): readonly Command[] | null {
  const { state, history, today } = context;
  if (state.need === null || state.flow !== null || isQuestion(text)) return null;
  const last = history.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const words = normalize(text).text;
  if (!TELLS_PLAN.test(last) && !CHANGES.test(words)) return null;
  if ([...words].length > SHORT || PAST.test(words)) return null;
  const slots = needSlots(text, [], today, state.need);
  // Money for another goal is another need.
  if ('goal' in slots && slots['goal'] !== state.need['goal']) return null;
  const told = Object.entries(slots).filter(([slot]) => REVISED.includes(slot));
  if (told.length === 0 || OF_A_PRODUCT.test(words)) return null;
  const { currency: _currency, ...known } = state.need;
  const values = { ...known, ...Object.fromEntries(told) };
  return [
    { do: 'start_flow', flow: 'need' },
    { do: 'set_slots', values },
  ];
}

/** 「那我想买…，三年那个」. */
const OF_A_PRODUCT = /(?<!要)买(?!房|车)|[那这](个|只|款|支)|产品|基金|理财/;

/** A longer sentence tells of something else. */
const SHORT = 24;
const PAST = /(亏|赔|买|存|赚|跌|涨)了|手续费|利率|收益率/;

const TRIED = ['saving', 'horizon'];

/** 「每个月再存三千，十年后能到一百万吗」. */
function sumAsked({ today }: TurnContext, text: string): Command | null {
  const words = normalize(text).text;
  const target = targetOf(words);
  if (!target || !WITHIN_REACH.test(words) || ANOTHER.test(words)) return null;
  const changed = triedIn(text, today);
  const isTried = Object.keys(changed).length > 0;
  return { do: 'propose_plan', target: target.to, ...(isTried && { changed }) };
}

/** 「每个月再存一千呢」 「放到七年呢」 after a sum was reckoned: the same sum, with that as well. */
function triedOut({ history, today }: TurnContext, text: string): Command | null {
  const now = triedIn(text, today);
  if (Object.keys(now).length === 0) return null;
  const said = history.filter(({ role }) => role === 'customer').map((one) => one.text);
  const named = said.findLastIndex((words) => targetOf(normalize(words).text) !== null);
  const target = targetOf(normalize(said[named] ?? '').text);
  if (!target) return null;
  const before = said.slice(named + 1).map((words) => triedIn(words, today));
  return {
    do: 'propose_plan',
    target: target.to,
    changed: Object.assign({}, ...before, now) as SlotValues,
  };
}

const triedIn = (text: string, today: TurnContext['today']): SlotValues =>
  Object.fromEntries(
    Object.entries(needSlots(text, ['saving'], today)).filter(
      ([slot, value]) => TRIED.includes(slot) && value !== null,
    ),
  );
