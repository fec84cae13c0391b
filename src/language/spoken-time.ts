import type { LocalDate } from '../terms/time.js';
import type { PartOfDay } from '../terms/settlement.js';
import { normalize } from './fold.js';
import { parseHanNumber } from './numerals.js';

/** 说的钟点: whether a time of day that words name lies before the cut-off or after it. */

export interface Clock {
  readonly today: LocalDate;
  /** `HH:MM` */
  readonly time: string;
}

/** How days and times of day are read off a text. */
export const unspaced = (text: string): string => normalize(text).text.replace(/\s/g, '');

/** Up to 59 and no more: in 「周五三点」 the number is 三. */
export const COUNTED = '\\d{1,2}|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九]';

export const countedNumber = (text: string): number | null => {
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : parseHanNumber(text);
};

const HOUR = new RegExp(
  `(?<half>凌晨|早上|上午|早晨|中午|下午|傍晚|晚上|夜里|今晚|昨晚)?(?<hour>${COUNTED}|两)(?:[点时](?!以?[基评])|:(?=\\d\\d))(?<minute>半|\\d{1,2}|${COUNTED})?分?[钟多整来]?(?<side>之前|以前|前|不到|之后|以后|后|过后)?`,
  'g',
);
const PART_WORDS: readonly (readonly [RegExp, 'before' | 'after'])[] = [
  [/收盘(之|以)?前|收市前|上午|早上|早晨|今早|明早|中午|凌晨|开盘/, 'before'],
  [/收盘(之|以)?后|收市后|傍晚|晚上|夜里|半夜|今晚|昨晚|明晚|今夜|昨夜/, 'after'],
];

/** Whether a time of day named lies before the cut-off; null: none is, or it may be either. */
export function spokenPart(text: string, cutOff: string): PartOfDay {
  const [first] = [...text.matchAll(HOUR)].flatMap(({ groups = {} }) => timeOf(groups, cutOff));
  if (first !== undefined) return first;
  return PART_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Empty: no time of day. */
function timeOf(groups: Groups, cutOff: string): readonly PartOfDay[] {
  const time = clockOf(groups);
  if (time === null) return [];
  const { side = '' } = groups;
  if (/前|不到/.test(side)) return [time <= cutOff ? 'before' : null];
  if (/后/.test(side)) return [time >= cutOff ? 'after' : null];
  return [time < cutOff ? 'before' : 'after'];
}

/** 「四点半」 without a half of the day is in the afternoon, 「九点」 in the morning; `HH:MM`. */
function clockOf({ half = '', hour = '', minute = '' }: Groups): string | null {
  const said = hour === '两' ? 2 : countedNumber(hour);
  if (said === null || said > 24) return null;
  const isLate = /下午|傍晚|晚/.test(half) || (half === '' && said >= 1 && said <= 6);
  const minutes = minute === '半' ? 30 : (countedNumber(minute) ?? 0);
  return [isLate && said < 12 ? said + 12 : said, minutes]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
