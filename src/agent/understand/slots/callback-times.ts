import { normalize } from '../../../language/fold.js';
import type { CallbackSlot } from '../../../terms/statement.js';
import type { LocalDate } from '../../../terms/time.js';
import { addDays, weekdayOf } from '../../../terms/time.js';

/** 回电时间: which of the times we offered a customer means, and whether words are about a call at all. */

/** 「第二个」 「就一个吧」; 「我一个人」 counts people. */
const nth = (written: string) =>
  `(第|选|要|约|就)(${written})(个|段)(?!人|月|问|次|遍|天)|^第?(${written})个?[吧呢。]*$`;
const ORDINALS = [
  new RegExp(`${nth('一|1')}|最早的?[那一]?(个|段)?(时间|时段)?[吧。]*$|越早越好|尽快`),
  new RegExp(`${nth('二|2')}|中间(那个|的)`),
  new RegExp(`${nth('三|3')}|最(后|晚)的?[那一]?(个|段)?(时间|时段)?[吧。]*$`),
];

/** The one offered time that the words fit; several or none is no answer. */
export function callbackTimeIn(
  folded: string,
  slots: readonly CallbackSlot[],
  today: LocalDate,
): CallbackSlot | null {
  const said = slots.find(({ label }) => folded.includes(normalize(label).text));
  if (said) return said;
  const fits = slots.filter((slot) => fitsDay(folded, slot, today) && fitsHalf(folded, slot));
  const isNamed = DAY.test(folded) || HALF.test(folded);
  if (isNamed && fits.length === 1) return fits[0] ?? null;
  const at = ORDINALS.findIndex((ordinal) => ordinal.test(folded));
  return at >= 0 ? (slots[at] ?? null) : null;
}

const DAY =
  /今天|明天|后天|周[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|\d{1,2}\s*[号日]/;
const HALF = /上午|早上|下午|午后/;
const WEEKDAYS = '日一二三四五六';

/** Whether a day or a half of one is named at all. */
export const namesTime = (text: string): boolean => {
  const folded = normalize(text).text;
  return DAY.test(folded) || HALF.test(folded);
};

/** What may stand beside a time and still say nothing but when to call. */
const BESIDE_A_TIME =
  /我|您|你|们|请|谢|辛苦|麻烦|劳驾|就|那|要|想|约|定|改|换|选|挑|成|在|到|个|段|的|时间|时候|时段|方便|有空|有时间|都|可以|行|好|能|不能|打|回|来|给|电话|手机|联系|过来|找|吧|吗|么|不|呢|啊|呀|了|左右|前后|之?[前后]|以[前后]|最|早|晚|快|点|第|[一二三四五六七八九十两半\d]|:|今天|明天|后天|[这本下]个?(?=周|星期|礼拜)|周|星期|礼拜|号|日|月|上午|早上|中午|下午|午后|[\s，。,.、！!？?~]/g;

/** 「明天上午行吗」 asks for a call then; 「明天上午买的几号确认」 asks something else. */
export function isOfCallTime(text: string): boolean {
  const folded = normalize(text).text;
  const isNamed = namesTime(text) || ORDINALS.some((ordinal) => ordinal.test(folded));
  return isNamed && folded.replace(BESIDE_A_TIME, '') === '';
}

const CALLS = /打|电话|来电|回|联系|约|方便|有空|有时间|在家|接/;

/** A time among more words books a call only where they speak of one. */
export const mayBeOfCall = (text: string): boolean => !namesTime(text) || CALLS.test(text);

function fitsDay(folded: string, { id }: CallbackSlot, today: LocalDate): boolean {
  const named = DAY.exec(folded)?.[0];
  if (!named) return true;
  const date = id.slice(0, 10);
  const ahead = ['今天', '明天', '后天'].indexOf(named);
  if (ahead >= 0) return date === addDays(today, ahead);
  const day = /\d{1,2}/.exec(named)?.[0];
  if (day) return Number(date.slice(8)) === Number(day);
  return named.replace('天', '日').endsWith(WEEKDAYS[weekdayOf(date)] ?? '');
}

function fitsHalf(folded: string, { id }: CallbackSlot): boolean {
  const half = HALF.exec(folded)?.[0];
  if (!half) return true;
  return /上午|早上/.test(half) === Number(id.slice(11, 13)) < 12;
}
