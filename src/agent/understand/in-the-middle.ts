import type { TurnContext } from '../../conversation/agent.js';
import type { FlowState } from '../../conversation/flows/flow.js';
import { normalize } from '../../language/fold.js';
import type { Command, PlanSide } from '../../terms/command.js';
import { mannersIn } from './dialogue-acts.js';
import { goalSideOf } from './goal-questions.js';
import { furtherOf } from './plan-further-words.js';
import { WITHIN_REACH } from './plan-wishes.js';
import type { Router } from './router.js';
import { slotsIn } from './slots/slots.js';
import { answeredIn } from './slots/told.js';

/** 说到一半: what is heard in the middle of a matter before its form is: manners, an alarm, a sum of every month. */

/** Null: the words are read as the form would. */
export function heardFirst(
  router: Router,
  context: TurnContext,
  flow: FlowState,
  text: string,
  others: () => readonly Command[],
): readonly Command[] | null {
  const manners = mannersIn(text);
  if (manners) return [manners];
  return (
    alarmIn(flow, text, others) ??
    addedMonthly(context, flow, text) ??
    ofPlanToCome(router, context, flow, text)
  );
}

/** What only a plan can tell; the rest of what may be asked of one is asked in general, too. */
const OF_PLANS_ALONE: readonly PlanSide[] = [
  'chance',
  'saving',
  'months',
  'stress',
  'share',
  'basis',
];

/** 「美股占多少」 「够不够四十万」 before there is a plan: it is told with the plan. */
function ofPlanToCome(
  { names }: Router,
  { state, today }: TurnContext,
  { name, stage }: FlowState,
  text: string,
): readonly Command[] | null {
  const isOfPlan = name === 'need' && stage === 'asking' && state.need === null;
  if (!isOfPlan || names.find(text).length > 0) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.、]/g, '');
  const values = slotsIn('need', answeredIn(text), state, today);
  const { target, ...others } = { ...slotsIn('need', text, state, today), ...values };
  const ofTarget = target !== undefined && Object.keys(others).length === 0;
  if (ofTarget && WITHIN_REACH.test(folded)) {
    return [
      { do: 'set_slots', values: { target } },
      { do: 'ask_plan', about: 'chance' },
    ];
  }
  const about = goalSideOf(folded) ?? furtherOf(folded)?.about;
  if (!about || !OF_PLANS_ALONE.includes(about) || Object.keys(values).length > 0) return null;
  return [{ do: 'ask_plan', about }];
}

/** Words that a fraud or a danger to life is told with, and a plan seldom is. */
const NEARS_ALARM =
  /转(账|钱|过|给|走|到)|转了|汇(了|款|过)|打(了)?款|骗|冒充|自称|验证码|链接|屏幕|微信|群里|对方|卡上|警|公安|法院|不想活|活不下|想死|没意思|撑不/;

/** Whether words in the middle of a matter may raise an alarm; a complaint keeps every word. */
export const nearsAlarm = ({ name }: FlowState, text: string): boolean =>
  name !== 'complaint' && name !== 'fraud' && NEARS_ALARM.test(text);

/** 「有人自称经理让我转钱到他卡上」 is no line of a plan. */
function alarmIn(
  flow: FlowState,
  text: string,
  others: () => readonly Command[],
): readonly Command[] | null {
  if (!nearsAlarm(flow, text)) return null;
  const alarms = others().filter((command) => command.do === 'emergency');
  return alarms.length > 0 ? alarms : null;
}

const ADDS_MONTHLY =
  /^(那|我|要是|如果|想|再)*(每个?月|月月)(再|还|另外|也|往里|往里面|多)*(加|存|投|攒|放|定投)[^，。？?]{2,12}(可以|行|好|成)(吗|么|不|不行|不可以)?[?？]?$/;

/** 「那每个月再加两千可以吗」 asks nothing but that it be written down. */
function addedMonthly(
  { state, today }: TurnContext,
  { name }: FlowState,
  text: string,
): readonly Command[] | null {
  if (name !== 'need' || !ADDS_MONTHLY.test(text.trim())) return null;
  const { saving } = slotsIn('need', answeredIn(text), state, today);
  return saving === undefined ? null : [{ do: 'set_slots', values: { saving } }];
}
