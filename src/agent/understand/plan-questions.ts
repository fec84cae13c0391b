import type { TurnContext } from '../../conversation/agent.js';
import type { Stage } from '../../conversation/proposal/evolve.js';
import { normalize } from '../../language/fold.js';
import type { Command, PlanSide, SlotValues } from '../../terms/command.js';
import { goalAsked, goalSideOf, sumAnswered, sumAsked, triedOut } from './goal-questions.js';
import type { Further } from './plan-further-words.js';
import { furtherOf } from './plan-further-words.js';
import { POINTS, REFERS, sideOf } from './plan-side-words.js';
import { needTold } from './need-told.js';
import { isQuestion } from './question-words.js';
import { needSlots } from './slots/need-slots.js';

/** 追问方案: what is asked of the plan on the table, and what else is tried out for a sum to be reached. */

/** 「改成最多亏 5%」 「那就放七年吧」 right after a plan: told of the need, and no question. */
const REVISED = ['amount', 'horizon', 'liquidity', 'loss_limit', 'saving', 'withdrawal', 'target'];
const CHANGES = /改|换|调|不对|错了|变了|算了.{0,4}还是/;

const NAMES_PLAN =
  /方案|草稿|(这么|这样)(配|排|分|搭)|(刚才|刚说|前面|之前|上面)的?(那|这)(个|份|套|样)(配|排|分|安排|组合|$)|[这那](套|份)|(这|那)个(组合|配置|安排)/;
/** 「我这个」 「我那份」 「这里头」: the customer's own, and what they were just shown. */
const POINTS_AT_PLAN = /我(的)?(这|那)(个|份|笔)|(这|那)(几|些)(只|个|样)|这里(头|面)|里(头|面)的?/;

/** Null: no plan is on the table, or nothing is asked of it. */
export function planAsked(context: TurnContext, text: string): Command | null {
  const { state } = context;
  if (!isOpenTo(context, text) || (state.need === null && !hasPlan(context))) return null;
  if (changedOutright(context, text)) return null;
  const reached = state.need && (sumAnswered(context, text) ?? sumAsked(context, text));
  if (reached) return reached;
  const folded = fold(text);
  if (!isMeant(context, text, folded)) return null;
  return (
    goalAsked(context, text) ??
    triedAsked(context, text, folded) ??
    sideAsked(context, text) ??
    backToPlan(context, folded)
  );
}

function triedAsked(context: TurnContext, text: string, folded: string): Command | null {
  const isOfEnd = furtherOf(folded)?.about === 'gain';
  const mayTry = context.state.need !== null && isOnTable(context) && !isOfEnd;
  return mayTry ? triedOut(context, text) : null;
}

const fold = (text: string): string => normalize(text).text.replace(/[\s，。！？!?,.、]/g, '');

/** 「那刚才那个方案呢」 「说回方案」 「方案里有它吗」: the plan as it stands. */
function backToPlan({ state }: TurnContext, folded: string): Command | null {
  const isBack = BACK.test(folded) && !REBALANCES.test(folded) && [...folded].length <= BRIEF;
  if (!isBack || state.plan === null) return null;
  return state.need && !/还在|进展|怎么样了|如何了/.test(folded)
    ? { do: 'ask_plan', about: 'products' }
    : { do: 'plan_status' };
}

const BACK =
  /^(算了|那)*(还是|还|就)?(按|照|用|依)(原来|之前|刚才|最开始|第一次)的?(那个|那份|那样)?(来|吧|算|办)*$|(回到|说回|回头说|接着|继续|刚才|前面|之前|上面|我的|那个|这个|那份|这份).{0,6}(方案|草稿)|^(方案|草稿)(呢|里|还在)|(刚才|前面|之前|上面)的?(那|这)(份|套).{0,6}(看|呢|说|$)/;
const BRIEF = 16;
/** How a plan is kept later on is no plan shown again. */
const REBALANCES = /再平衡|调仓/;

/** It is on the table, or named. */
const isMeant = (context: TurnContext, text: string, folded: string): boolean =>
  isOnTable(context) ||
  isUnmistakable(context, folded) ||
  (NAMES_PLAN.test(folded) && !needTold(context, text));

/** Whatever took its place, nothing else is asked so. */
function isUnmistakable({ state: { plan } }: TurnContext, folded: string): boolean {
  if (plan === null) return false;
  const about = goalSideOf(folded) ?? furtherOf(folded)?.about;
  return about !== undefined && OF_PLANS_ALONE.includes(about);
}

const OF_PLANS_ALONE: readonly PlanSide[] = [
  'chance',
  'saving',
  'months',
  'next',
  'who',
  'rejected',
  'advisor',
  'purpose',
];

const isOnTable = ({ state: { plan } }: TurnContext): boolean => plan !== null && !plan.aside;

/** Whether the plan is named in so many words. */
export const namesPlan = (text: string): boolean => NAMES_PLAN.test(fold(text));

/** A rule that only says whose it is, that nobody buys for the customer, or that a plan begins. */
export const leavesPlan = (rule: Command | null): boolean =>
  rule === null ||
  rule.do === 'own_account' ||
  (rule.do === 'refuse' && BUYING.includes(rule.subject)) ||
  (rule.do === 'start_flow' && rule.flow === 'need');

const BUYING: readonly string[] = ['discretion', 'personal_pick'];

/** While a changed need waits for its yes, what is asked is asked of the plan there is. */
function isOpenTo({ state: { flow } }: TurnContext, text: string): boolean {
  if (flow === null) return true;
  return flow.name === 'need' && flow.stage === 'confirming' && isQuestion(text);
}

/** On record from an earlier conversation, and not at an end. */
const hasPlan = ({ proposal }: TurnContext): boolean =>
  !!proposal && !ENDED.includes(proposal.state.stage);
const ENDED: readonly Stage[] = ['declined', 'refused', 'expired', 'superseded'];

function sideAsked(context: TurnContext, text: string): Command | null {
  const folded = fold(text);
  const isOfPlan = isJustTold(context);
  const outright = sideOf(folded, isOfPlan && !POINTS.test(folded));
  const further = furtherOf(folded);
  const isPointed = isOfPlan || pointsAtPlan(folded);
  const isOutright = outright !== null && (isPointed || ONLY_OF_PLANS.includes(outright));
  if (isOutright && (!further?.isOwn || PRECISE.includes(outright))) {
    return sideCommand(context, outright);
  }
  return further && mayBeOfPlan(further, isPointed, folded)
    ? sideCommand(context, further.about)
    : null;
}

const pointsAtPlan = (folded: string): boolean =>
  NAMES_PLAN.test(folded) || REFERS.test(folded) || POINTS_AT_PLAN.test(folded);

/** What is asked of anything is asked of the plan where it is pointed at, and of nothing else. */
function mayBeOfPlan(further: Further, isPointed: boolean, folded: string): boolean {
  if (further.isOwn || NAMES_PLAN.test(folded)) return true;
  return isPointed && !further.isOfNamed && !POINTS.test(folded);
}

/** Read by words that mean nothing else. */
const PRECISE: readonly PlanSide[] = [
  'classes',
  'product',
  'products',
  'earlier',
  'riskiest',
  'fit',
  'drag',
];

/** What products cost is looked up with the need. */
const sideCommand = ({ state }: TurnContext, about: PlanSide): Command | null =>
  about === 'cost' && state.need === null ? null : { do: 'ask_plan', about };

const ONLY_OF_PLANS: readonly PlanSide[] = [
  'next',
  'why',
  'share',
  'products',
  'bolder',
  'safer',
  'classes',
  'earlier',
  'riskiest',
];

/** The very last reply was about the plan. */
const isJustTold = ({ state: { plan, justShown } }: TurnContext): boolean => {
  if (plan === null || plan.aside) return false;
  // After one rule that was asked between, bare words are of the plan still; after a product they are of that.
  return plan.ago === 0 || (plan.ago === 1 && justShown.length === 0);
};

/**
 * A line of the need on record is told otherwise after a plan: the matter opens again with all that is
 * known, to be confirmed once more. Null: nothing is.
 */
export function needRevised(context: TurnContext, text: string): readonly Command[] | null {
  const { state, today } = context;
  if (state.need === null || state.flow !== null) return null;
  const said = normalize(text).text;
  const isSupposed = SUPPOSED.test(said);
  const words = isSupposed ? said.replace(HOW_THEN, '').replace(LEADS_IN, '') : said;
  if (asksElse(words) || PAST.test(words)) return null;
  if ([...words].length > (isSupposed ? LONG : SHORT)) return null;
  const isOutright = OUTRIGHT.test(words) && words === said;
  const isMeantSo =
    isOutright || isLately(context, isSupposed) || (!isSupposed && CHANGES.test(words));
  return isMeantSo ? changeOf(state.need, words, today) : null;
}

/** What is only supposed is heard a while longer. */
const isLately = (context: TurnContext, isSupposed: boolean): boolean =>
  isOnTable(context) && (context.state.plan?.ago ?? 0) < (isSupposed ? 4 : 1);

/** A question, of the plan or of other money, tells nothing of the need. */
function asksElse(words: string): boolean {
  const folded = fold(words);
  const isAsked = isQuestion(changeIn(words)) || OF_ANOTHER.test(words);
  return isAsked || furtherOf(folded)?.about === 'stress' || goalSideOf(folded) !== null;
}

/** 「每个月三千会不会太紧了，改成两千吧」 wonders first, and then says what it shall be. */
const changeIn = (words: string): string =>
  words.split(/[，,。！!？?；;]/).findLast((clause) => OUTRIGHT.test(clause)) ?? words;
const OUTRIGHT = /改成|改为|改回|改到|调成|调到|换成|还是按/;

/** A change in so many words is of the need on record, whatever was looked at since. */
export const changedOutright = (context: TurnContext, text: string): readonly Command[] | null =>
  OUTRIGHT.test(text) ? needRevised(context, text) : null;

/** What words tell of a need on record, with all that stands. */
function changeOf(
  need: SlotValues,
  words: string,
  today: TurnContext['today'],
): readonly Command[] | null {
  const slots = needSlots(words, [], today, need);
  // Money for another goal is another need.
  if ('goal' in slots && slots['goal'] !== need['goal']) return null;
  const told = Object.entries(slots).filter(([slot]) => REVISED.includes(slot));
  if (told.length === 0 || OF_A_PRODUCT.test(words)) return null;
  const { currency: _currency, ...known } = need;
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
const LONG = 44;
/** 「如果换成五年，而且我可以接受亏10%呢？」 is a change to be looked at. */
const SUPPOSED = /如果|要是|假如|的话|还是|换成|改成|放到|(呢|怎么(放|配|排|分|样))[？?]?$/;
const HOW_THEN =
  /(的话)?[，,]?((那|又|再|该|应该|要|会|方案)*(怎么|咋|如何|怎样)(放|配|排|分|安排|样|弄|算|办|变)?|(那|会)?(是)?什么样|(行|可以|好)(吗|么|不)|(能|可以)?(再|重新)?(帮|给)?我?(排|出|配|算|看)(一下|一份|个|一个|看)?(方案|草稿)?(吗|么)?)?(呢|啊|呀)?[？?]*$/;
const LEADS_IN = /^(那|那么|嗯|好|我想(问|看)?)*(如果|要是|假如|假设|万一)/;
const OF_ANOTHER = /另外|另一|别的|重新规划|还有一?笔|换一?笔|另开/;
const PAST = /(亏|赔|买|存|赚|跌|涨)了|手续费|利率|收益率/;
