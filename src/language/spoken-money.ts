import { normalize } from './fold.js';
import type { NumberRange } from './spoken-number.js';
import { SPOKEN_NUMBER, loosen, readSpokenNumber } from './spoken-number.js';

/** An amount of money somebody named (口语金额), in yuan; `from` and `to` differ when it was vague. */
export interface SpokenMoney extends NumberRange {
  /** Offsets of the normalized text. */
  readonly start: number;
  readonly end: number;
}

const SCALES: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  w: 1e4,
  千: 1e3,
  k: 1e3,
  百: 100,
};

const BEFORE = '(?:(?<before>大概|大约|差不多|将近|接近|不到|小|好|快|约)\\s*)?';
const AFTER = '(?<after>来|几|多|把|出头)?';
/** 「一个亿」 「两个多亿」 count hundreds of millions as if they were things. */
const SCALE =
  '(?:个(?<several>来|几|多)?(?=亿))?(?<scale>亿|千万|百万|十万|万|千(?!\\d)|百(?!分)|w(?![a-z])|k(?![a-z]))?';
const LATER = '(?<later>来|多|把|出头)?';
/** 「三万五」 「1万2」: a last digit counts a tenth of the scale before it. */
const TAIL =
  '(?<tail>[一二三四五六七八九](?![十百千万个年月天共起直次样定般些下点类只笔])|[1-9](?![\\d.%十百千万个年月天日号点期周岁层类只笔次折倍成位]))?';
const UNIT = '(?<unit>块钱?|元|人民币|rmb|钱)?';
const AROUND = '(?<around>左右|上下|出头|以内|以上)?';

const MONEY = new RegExp(
  `${BEFORE}(?<number>${SPOKEN_NUMBER})${AFTER}\\s*${SCALE}${LATER}${TAIL}\\s*${UNIT}${AROUND}`,
  'g',
);

/** What follows shows that the number counted something else. */
const NOT_MONEY = /^\s*(年|月|个|天|日|号|岁|%|％|点|期|只|次|位|折|倍|级|股|份|周|小时|分钟|成)/;
const MIN_BARE = 1000;

/**
 * Amounts of money in a sentence: 「十来万」「5w」「三十万左右」「两三千块」「小一百万」. A bare number counts
 * from 1,000 on; years, days, percents and product codes are none.
 */
export function spokenMoney(text: string): readonly SpokenMoney[] {
  const folded = normalize(text).text;
  return [...folded.matchAll(MONEY)].flatMap((match) => {
    const amount = readMatch(match, folded);
    return amount ? [{ ...amount, start: match.index, end: match.index + match[0].length }] : [];
  });
}

type Parts = Readonly<Record<string, string | undefined>>;

function readMatch(match: RegExpMatchArray, folded: string): NumberRange | null {
  const parts: Parts = match.groups ?? {};
  if (countsSomethingElse(match, parts, folded)) return null;
  const said = readSpokenNumber(parts['number'] ?? '');
  if (!said || !isLikelyMoney(said, parts)) return null;
  const times = SCALES[parts['scale'] ?? ''] ?? 1;
  const extra = parts['scale'] ? (tailOf(parts) * times) / 10 : 0;
  const inner = loosen(said, parts['after'] ?? parts['several'] ?? '');
  const scaled = { from: inner.from * times + extra, to: inner.to * times + extra };
  return rounded(
    [parts['later'], parts['before'], parts['around']].reduce(
      (range, word) => loosen(range, word ?? ''),
      scaled,
    ),
  );
}

const tailOf = ({ tail }: Parts): number => (tail ? (readSpokenNumber(tail)?.from ?? 0) : 0);

function countsSomethingElse(match: RegExpMatchArray, { unit }: Parts, folded: string): boolean {
  const start = match.index ?? 0;
  if (/[a-z0-9.第]/.test(folded[start - 1] ?? '')) return true;
  return !unit && NOT_MONEY.test(folded.slice(start + match[0].length));
}

/** A scale or a unit says so; a bare number must be large and no year. */
function isLikelyMoney(said: NumberRange, { number = '', scale, unit }: Parts): boolean {
  if (scale || unit || /[万亿千]/.test(number)) return true;
  return said.from >= MIN_BARE && !/^(19|20)\d\d$/.test(number);
}

const rounded = ({ from, to }: NumberRange): NumberRange => ({
  from: Math.round(from),
  to: Math.round(to),
});
