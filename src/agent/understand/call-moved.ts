import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import type { CallbackSlot } from '../../terms/statement.js';
import { clausesOf } from './clauses.js';
import { callbackTimeIn, namesTime } from './slots/callback-times.js';

/** 改回电时间: a call that is booked is moved to another of the times there are. */

const MOVES = /改|换|挪|调(?!查|取|解)|提前|推迟|延(后|到)|早(一)?点|晚(一)?点/;
const OF_A_CALL = /回电|电话|打(给|过来|来)|来电|回访|(约|预约)(的)?(时间|那)/;

export interface MovedCall {
  readonly commands: readonly Command[];
  /** What was said besides; empty: nothing. */
  readonly rest: string;
}

/** Null: no call is booked, or nothing is said of another time for it. */
export function callMoved({ state, today }: TurnContext, text: string): MovedCall | null {
  const { flow, callback, handoff } = state;
  if (flow !== null || handoff !== 'booked' || callback === null) return null;
  const clauses = clausesOf(text).flatMap((clause) => clause.split(/[，,。；;！!？?]/));
  const said = clauses.filter((clause) => namesTime(clause) && MOVES.test(clause));
  const isOfCall = said.some((clause) => OF_A_CALL.test(clause)) || clauses.length === said.length;
  if (said.length === 0 || !isOfCall) return null;
  const words = normalize(said.join('，')).text;
  const open = state.otherTimes.filter(({ id }) => id.slice(0, 10) >= today);
  const time = timeIn(words, open, callback, today);
  const rest = clauses
    .filter((clause) => !said.includes(clause))
    .map((clause) => clause.trim().replace(/^(另外|还有|顺便|对了|然后)/, ''))
    .filter((clause) => clause !== '')
    .join('，');
  const commands: readonly Command[] = time
    ? [
        { do: 'start_flow', flow: 'callback' },
        { do: 'set_slots', values: { time: { ...time } } },
      ]
    : [{ do: 'request_human', reason: 'callback' }];
  return { commands, rest };
}

/** 「改成上午」 keeps the day that was booked; an hour nobody works at is none of the times. */
function timeIn(
  words: string,
  open: readonly CallbackSlot[],
  { id }: CallbackSlot,
  today: string,
): CallbackSlot | null {
  // 「周一的回电改成周二」: what it is moved to comes last.
  const to = words.split(/改|换|挪|调|推迟|提前/).at(-1) ?? words;
  const sameDay = open.filter((slot) => slot.id.slice(0, 10) === id.slice(0, 10));
  const found = callbackTimeIn(to, open, today) ?? callbackTimeIn(to, sameDay, today);
  const hour = hourIn(to);
  return found && (hour === null || isWithin(hour, found)) ? found : null;
}

const DIGITS = '零一二三四五六七八九十';

/** 「下午三点半」 as 15.5; null: no hour is named. */
function hourIn(words: string): number | null {
  const [, half, written = '', more] =
    /(上午|早上|中午|下午|晚上|傍晚)?\s*(\d{1,2}|十?[一二三四五六七八九十两])\s*[点:](半)?/.exec(
      words,
    ) ?? [];
  if (written === '') return null;
  const plain = written.replace('两', '二');
  const hour = /\d/.test(plain)
    ? Number(plain)
    : plain.length === 2
      ? 10 + DIGITS.indexOf(plain.slice(1))
      : DIGITS.indexOf(plain);
  const isLate = /下午|晚上|傍晚/.test(half ?? '') && hour < 12;
  return hour + (isLate ? 12 : 0) + (more ? 0.5 : 0);
}

function isWithin(hour: number, { label }: CallbackSlot): boolean {
  const [from, to] = [...label.matchAll(/(\d{1,2}):(\d{2})/g)].map(
    ([, h, m]) => Number(h) + Number(m) / 60,
  );
  return from === undefined || to === undefined || (hour >= from && hour <= to);
}
