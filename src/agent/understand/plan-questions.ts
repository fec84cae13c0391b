import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { Stage } from '../../conversation/proposal/evolve.js';
import { normalize } from '../../language/fold.js';
import { spokenMoney } from '../../language/spoken-money.js';
import { readSpokenNumber } from '../../language/spoken-number.js';
import type { Command, PlanSide, SlotValues } from '../../terms/command.js';
import { POINTS, REFERS, sideOf } from './plan-side-words.js';
import { ANOTHER, WITHIN_REACH } from './plan-wishes.js';
import { isQuestion } from './question-words.js';
import { needSlots, targetOf } from './slots/need-slots.js';
import { isRegular } from './slots/regular-sums.js';

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
  if (!isOpenTo(context, text) || (state.need === null && !hasPlan(context))) return null;
  const reached = state.need && sumAsked(context, text);
  if (reached) return reached;
  const lately = history
    .filter(isOurs)
    .slice(-LATELY)
    .map((one) => one.text)
    .join('\n');
  const tried = state.need && TELLS_GOAL.test(lately) ? triedOut(context, text) : null;
  return tried ?? sideAsked(context, text, TELLS_PLAN.test(lately));
}

/** While a changed need waits for its yes, what is asked is asked of the plan there is. */
function isOpenTo({ state: { flow } }: TurnContext, text: string): boolean {
  if (flow === null) return true;
  return flow.name === 'need' && flow.stage === 'confirming' && isQuestion(text);
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

const ONLY_OF_PLANS: readonly PlanSide[] = [
  'next',
  'why',
  'products',
  'bolder',
  'safer',
  'classes',
  'earlier',
  'riskiest',
];

/** The very last reply was about the plan. */
const isOfPlan = ({ history }: TurnContext): boolean =>
  TELLS_PLAN.test(history.findLast(isOurs)?.text ?? '');

/** So many replies after it was spoken of, the plan is still meant. */
const LATELY = 2;

/**
 * A line of the need on record is told otherwise after a plan: the matter opens again with all that is
 * known, to be confirmed once more. Null: nothing is.
 */
export function needRevised(context: TurnContext, text: string): readonly Command[] | null {
  const { state, history, today } = context;
  if (state.need === null || state.flow !== null) return null;
  const said = normalize(text).text;
  const isSupposed = SUPPOSED.test(said);
  const words = isSupposed ? said.replace(HOW_THEN, '').replace(LEADS_IN, '') : said;
  if (isQuestion(changeIn(words)) || OF_ANOTHER.test(words)) return null;
  const lately = history.filter(isOurs).slice(isSupposed ? -4 : -1);
  const isOfPlanLately = lately.some((one) => TELLS_PLAN.test(one.text));
  const isOutright = OUTRIGHT.test(words) && words === said;
  if (!isOfPlanLately && !isOutright && (isSupposed || !CHANGES.test(words))) return null;
  if ([...words].length > (isSupposed ? LONG : SHORT) || PAST.test(words)) return null;
  return changeOf(state.need, words, today);
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

const TRIED = ['saving', 'horizon'];

/** 「每个月再存三千，十年后能到一百万吗」. */
function sumAsked({ today }: TurnContext, text: string): Command | null {
  const words = normalize(text).text;
  const reached = targetOf(words);
  const target = reached ?? (ENOUGH.test(words) && /年/.test(words) ? sumNeeded(words) : null);
  if (!target || !WITHIN_REACH.test(words) || ANOTHER.test(words)) return null;
  // 「一年要5万，读四年」 counts no time until then; 「五年后」 does.
  const changed = triedIn(reached ? text : (UNTIL.exec(words)?.[0] ?? ''), today);
  const isTried = Object.keys(changed).length > 0;
  return { do: 'propose_plan', target: target.to, ...(isTried && { changed }) };
}

const UNTIL = /[^，,。]{1,4}(年|个月)(以|之)?后/;
const ENOUGH = /够不?够|够吗|够用/;
const YEARS = /(?:读|上|念|共|总共|一共|要|花)?([一二两三四五六七八九十\d]+)年/;

/** 「大学一年要5万，四年20万，够不够」: the whole that is named, or so many years of so much. */
function sumNeeded(words: string): { from: number; to: number } | null {
  const sums = spokenMoney(words);
  const whole = sums.findLast(({ start, end }) => !isRegular(words, start, end));
  if (whole) return { from: whole.from, to: whole.to };
  const [yearly] = sums;
  const years = yearly && readSpokenNumber(YEARS.exec(words.slice(yearly.end))?.[1] ?? '');
  return yearly && years ? { from: yearly.to * years.to, to: yearly.to * years.to } : null;
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
