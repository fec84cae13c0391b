import type { TurnContext } from '../../conversation/agent.js';
import type { Command, SlotValues } from '../../terms/command.js';
import { needSlots } from './slots/need-slots.js';

/** 短钱: money that is needed within weeks needs no plan: where such money may lie is told at once. */

/** Months; longer, and what may be lost on the way begins to matter. */
const SHORT = 3;
const WHERE =
  /放(在)?(哪|什么|啥)|存(在)?(哪|什么|啥)|(怎么|咋|如何)(放|存|理|打理)|买(什么|啥|哪)|(放|存)(哪|什么|啥)/;
const WANTS_PLAN = /规划|方案|配置|(需求|打算)(梳理|登记)|顾问/;

/** Null: it is not needed so soon, nobody asks where it may lie, or a plan is asked for. */
export function shortMoney(
  { state, today }: Pick<TurnContext, 'state' | 'today'>,
  text: string,
): readonly Command[] | null {
  if (state.flow !== null || !WHERE.test(text) || WANTS_PLAN.test(text)) return null;
  const { horizon, loss_limit: lossLimit } = needSlots(text, [], today);
  // Who says what may be lost has thought of a plan.
  if (lossLimit !== undefined) return null;
  const until = (horizon as { readonly to?: number } | null | undefined)?.to;
  if (until === undefined || until > SHORT) return null;
  return [
    { do: 'answer', query: until <= 1 ? WITHIN_A_MONTH : WITHIN_MONTHS },
    { do: 'list_products', query: '随时能取的R1产品', skip: 0 },
  ];
}

/** What was asked for money lately, with a sum and a day, is told of a plan that begins now. */
export function toldOfMoneyLately({ history, today }: TurnContext): SlotValues {
  const said = history.filter(({ role }) => role === 'customer').slice(-STILL_MEANT);
  const about = said.findLast(({ text }) => {
    const told = needSlots(text, [], today);
    return WHERE.test(text) && 'amount' in told && 'horizon' in told;
  });
  return about ? needSlots(about.text, [], today) : {};
}

const STILL_MEANT = 4;

/** As the handbook puts them. */
const WITHIN_A_MONTH = '下个月要用放哪';
const WITHIN_MONTHS = '过几个月就要用的钱，放哪里好？';
