import type { TurnContext } from '../../conversation/agent.js';
import { middleOf } from '../../conversation/flows/need.js';
import type { Command, SlotValues } from '../../terms/command.js';
import { speaksOfFailure } from './failed-words.js';
import { wantsPlan } from './plan-wishes.js';
import { isQuestion } from './question-words.js';
import { needSlots } from './slots/need-slots.js';
import { toldIn } from './slots/told.js';

/** 一句话说完的打算: a sum, a time and what may be lost or what it is for begin a plan without a word for one. */

const HAS_BEEN = /(亏|赔|跌|买|套|赚|骗)了|被骗|贷|欠|利息|手续费|到账|赎|保险|存单|国债/;

/** 「想把到期的 30 万换成收益高一点的，3 年不用」: what they want for it stands for what may be lost. */
const SEEKS_BETTER =
  /(想|打算|准备|希望|要)(把|拿|找|换|投|放|做|买).{0,24}(收益|利息|回报)(能)?(再)?(高|好|多|稳)|(想|打算|准备|希望)(换|找|投|放|买)(成|到|个|点)?.{0,6}(高|好|稳|划算)(一?点|些)的/;

/** 「10 年后想攒 30 万，一个月要存多少」: what is put by each month hangs on what is there already. */
const MONTHLY = /(每个?|一个?|个)月[^，。]{0,4}(存|投|攒|放)(个)?多少/;

/** 「我想给孩子存点教育金」 「手里有二十万想放三年」: a wish, with no question and none of the ways to go about it. */
const WISHES =
  /(?<![不没])(想|打算|准备|希望|计划|要|得)(要|再|先|就|给|为|替)*[^，,。不]{0,12}(存|攒|备|留|放|理财|交|付)(?!款|单|折|吗|么|过|在|上当)/;
const FOR_LATER =
  /(?<![不没])(想|打算|准备|希望|计划|要|得)[^，,。不]{0,12}(存|攒|备|留)(?!款|单|折|吗|么|过|在)/;
const OF_A_KIND = /定期|活期|通知存款|存款|基金|货币|债|理财产品|定投|信托|年金|密码|资料|记录/;
/** Purposes that say by themselves that money is put by for them. */
const LATER: readonly unknown[] = ['retirement', 'education', 'home', 'inheritance'];

/** Null: too little is told, or something else is asked than whether a sum can become another. */
export function needTold({ state, today }: TurnContext, text: string): readonly Command[] | null {
  const seeks = SEEKS_BETTER.test(text);
  const isPast = HAS_BEEN.test(seeks ? text.replaceAll('利息', '') : text);
  if (state.flow !== null || isPast || speaksOfFailure(text)) return null;
  const told = needSlots(text, [], today);
  const isAsked = isQuestion(text);
  const begins =
    asksForPlan(text, told) ||
    isToBecome(told, isAsked) ||
    (!isAsked && (isWhole(told, seeks) || isOwnWish(text, told)));
  return begins ? [{ do: 'start_flow', flow: 'need' }] : null;
}

const isWhole = (told: SlotValues, seeks: boolean): boolean =>
  'amount' in told && 'horizon' in told && ('loss_limit' in told || seeks);

/** 「没测评能先给我个方案吗，二十万五年后用」: a question or not, a plan begins with the need. */
const asksForPlan = (text: string, told: SlotValues): boolean =>
  ('amount' in told && wantsPlan(text)) ||
  (MONTHLY.test(text) && 'target' in told && 'horizon' in told);

/** What somebody else says, or a way that is already chosen, is no wish for a plan. */
function isOwnWish(text: string, told: SlotValues): boolean {
  const own = toldIn(text);
  if (OF_A_KIND.test(own)) return false;
  const isOfSum = 'amount' in told && ('horizon' in told || LATER.includes(told['goal']));
  return (isOfSum && WISHES.test(own)) || (LATER.includes(told['goal']) && FOR_LATER.test(own));
}

/** A sum that is to grow; as a question it needs a time, or it is one about something else. */
function isToBecome({ amount, target, horizon }: SlotValues, isAsked: boolean): boolean {
  const [now, then] = [middleOf(amount), middleOf(target)];
  return now !== null && then !== null && then > now && (!isAsked || horizon !== undefined);
}
