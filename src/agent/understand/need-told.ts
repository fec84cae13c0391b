import type { TurnContext } from '../../conversation/agent.js';
import { middleOf } from '../../conversation/flows/need.js';
import type { Command, SlotValues } from '../../terms/command.js';
import { speaksOfFailure } from './failed-words.js';
import { isQuestion } from './question-words.js';
import { needSlots } from './slots/need-slots.js';

/** 一句话说完的打算: a sum, a time and what may be lost or what it is for begin a plan without a word for one. */

const HAS_BEEN = /(亏|赔|跌|买|套|赚|骗)了|被骗|贷|欠|利息|手续费|到账|赎|保险|存单|国债/;

/** Null: too little is told, or something else is asked than whether a sum can become another. */
export function needTold({ state, today }: TurnContext, text: string): readonly Command[] | null {
  if (state.flow !== null || HAS_BEEN.test(text) || speaksOfFailure(text)) return null;
  const told = needSlots(text, [], today);
  const tells = (...slots: readonly string[]) => slots.every((slot) => slot in told);
  const isWhole = !isQuestion(text) && tells('amount', 'horizon', 'loss_limit');
  return isWhole || isToBecome(told, isQuestion(text))
    ? [{ do: 'start_flow', flow: 'need' }]
    : null;
}

/** A sum that is to grow; as a question it needs a time, or it is one about something else. */
function isToBecome({ amount, target, horizon }: SlotValues, isAsked: boolean): boolean {
  const [now, then] = [middleOf(amount), middleOf(target)];
  return now !== null && then !== null && then > now && (!isAsked || horizon !== undefined);
}
