import { normalize } from './fold.js';
import { readSpokenNumber } from './spoken-number.js';

/** 口语利率: a rate a year that somebody read off a page, and for how long its money is asked. */

const HAN = '[零〇一二三四五六七八九]';
const NUMBER = `(?:\\d+(?:\\.\\d+)?|${HAN}(?:点${HAN}+)?)`;
const SAID = '(?:收益率?|利率)?(?:现在|目前|今天)?(?:显示|写着|只有|才|是|有|大概|约|到|为)*:?';
const AFTER_ITS_NAME = new RegExp(
  `(七日年化|7日年化|年化)${SAID}(百分之)?(${NUMBER})(%|个点|个百分点|点)?`,
);
const BEFORE_ITS_NAME = new RegExp(`(?:百分之)?(${NUMBER})(?:%|个点)?的?(七日年化|7日年化|年化)`);

export interface SpokenRate {
  /** 0.018 = 1.8 %. */
  readonly ratio: number;
  /** Of the last seven days (七日年化), or said to hold for a year. */
  readonly isSevenDay: boolean;
}

/** Above this no deposit or money fund pays: the number meant something else. */
const HIGHEST = 20;

/** 「七日年化1.8」 「年化百分之二点一」 「1.6%的七日年化」; null where no rate is named. */
export function spokenRate(text: string): SpokenRate | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  const after = AFTER_ITS_NAME.exec(folded);
  const before = after ? null : BEFORE_ITS_NAME.exec(folded);
  const [name, number] = after ? [after[1], after[3]] : [before?.[2], before?.[1]];
  if (!name || !number) return null;
  const value = decimal(number);
  if (!(value > 0 && value <= HIGHEST)) return null;
  return { ratio: value / 100, isSevenDay: name !== '年化' };
}

const decimal = (number: string): number =>
  /\d/.test(number)
    ? Number(number)
    : Number([...number].map((sign) => (sign === '点' ? '.' : digitOf(sign))).join(''));

const digitOf = (sign: string): string =>
  String('零一二三四五六七八九'.indexOf(sign === '〇' ? '零' : sign));

const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 月: 30, 年: 365 };
const SPAN = /(每|俩|[一二两三四五六七八九十半\d]+)(?:个)?(天|日(?!年化)|周|星期|月|年(?!化))/;

/** Days the money is asked for: 「一天」 1, 「三个月」 90, 「一年」 365; null where it is not said. */
export function spokenDays(text: string): number | null {
  const [, count = '', unit = ''] = SPAN.exec(normalize(text).text.replace(/\s/g, '')) ?? [];
  const each = DAYS[unit];
  if (!each) return null;
  if (count === '半') return Math.round(each / 2);
  const times = count === '每' ? 1 : count === '俩' ? 2 : readSpokenNumber(count);
  if (times === null) return null;
  return typeof times === 'number'
    ? each * times
    : times.from === times.to
      ? each * times.from
      : null;
}
