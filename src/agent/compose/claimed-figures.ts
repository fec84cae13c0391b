import { spokenMoney } from '../../language/spoken-money.js';
import { normalize } from '../../language/fold.js';

/** 数对不对: the figure a claim names, held against those of an answer. */

type Kind = 'yuan' | 'percent' | 'days' | 'grade' | 'weekday';

interface Figure {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** 「4000 块」 stands for 4,030. */
const CLOSE = 0.03;

/** The last figure of a claim is the one claimed; what stands before it is what it follows from. */
export function figureIn(claim: string): Figure | null {
  const text = normalize(claim).text;
  const found = COUNTED.flatMap(([kind, words]) =>
    [...text.matchAll(words)].map(({ index, 1: said = '' }) => {
      const value = numberOf(said);
      return { kind, from: value, to: value, at: index };
    }),
  );
  const sums = spokenMoney(text).map(({ from, to, start }) => ({
    kind: 'yuan' as const,
    from,
    to,
    at: start,
  }));
  const [last] = [...found, ...sums].sort((a, b) => b.at - a.at);
  return last ? { kind: last.kind, from: last.from, to: last.to } : null;
}

const COUNTED: readonly (readonly [Kind, RegExp])[] = [
  ['grade', /[rc]\s*([1-5])(?!\d)/g],
  ['percent', /(\d+(?:\.\d+)?)\s*(?:%|个点)/g],
  ['days', /t\s*\+\s*(\d{1,2})/g],
  ['days', /(\d{1,2}|[一两二三四五六七八九十])\s*个?(?:工作日|交易日|天)/g],
  ['weekday', /(?:周|星期|礼拜)([一二三四五六日天])(?!后)/g],
];

const DIGITS = '〇一二三四五六七八九十';

/** 「三」, 「两」, 「12」; a Sunday counts seven. */
function numberOf(said: string): number {
  if (said === '两') return 2;
  if (said === '日' || said === '天') return 7;
  const digit = DIGITS.indexOf(said);
  return digit > 0 ? digit : Number(said);
}

/** Whether a sentence has the figure: `other` where it has only others of its kind; null: none. */
export function heldAgainst({ kind, from, to }: Figure, sentence: string): 'same' | 'other' | null {
  // Of several days the stressed one is the answer.
  const stressed =
    kind === 'weekday' ? [...sentence.matchAll(/\*\*(.+?)\*\*/g)].map(([all]) => all) : [];
  const said = stressed.filter((one) => one.includes('周')).join('，') || sentence;
  const values = valuesOf(kind, said.replace(/\*/g, ''));
  if (values.length === 0) return null;
  const margin = kind === 'yuan' ? CLOSE : 0;
  const isSame = values.some((one) => one >= from * (1 - margin) && one <= to * (1 + margin));
  return isSame ? 'same' : 'other';
}

function valuesOf(kind: Kind, text: string): readonly number[] {
  switch (kind) {
    case 'yuan':
      return [...text.matchAll(/([\d,]+(?:\.\d+)?)\s*(万|亿)?元/g)].map(
        ([, digits = '', scale]) =>
          Number(digits.replaceAll(',', '')) * (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1),
      );
    case 'percent':
      return [...text.matchAll(/(\d+(?:\.\d+)?)\s*%/g)].map(([, digits]) => Number(digits));
    case 'days':
      return [...text.matchAll(/(\d{1,3})\s*个?(?:工作日|交易日|天)/g)].map(([, digits]) =>
        Number(digits),
      );
    case 'weekday':
      return [...text.matchAll(/周([一二三四五六日])/g)].map(([, sign = '']) => numberOf(sign));
    case 'grade':
      return [...text.matchAll(/[RC]\s*([1-5])(?!\d)/g)].map(([, digits]) => Number(digits));
  }
}
