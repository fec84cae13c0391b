import { spokenMoney } from '../../language/spoken-money.js';
import { normalize } from '../../language/fold.js';

/** 数对不对: the figure a claim names, held against those of an answer. */

type Kind = 'yuan' | 'percent' | 'days' | 'grade';

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
  const [, grade] = /[rc]\s*([1-5])(?!\d)/.exec(text) ?? [];
  if (grade) return exactly('grade', Number(grade));
  const [, share] = /(\d+(?:\.\d+)?)\s*(?:%|个点)/.exec(text) ?? [];
  if (share) return exactly('percent', Number(share));
  const [, days] =
    /t\s*\+\s*(\d{1,2})/.exec(text) ??
    /(\d{1,2}|[一两二三四五六七八九十])\s*个?(?:工作日|交易日|天)/.exec(text) ??
    [];
  if (days) return exactly('days', DIGITS.indexOf(days) > 0 ? DIGITS.indexOf(days) : Number(days));
  const sum = spokenMoney(text).at(-1);
  return sum ? { kind: 'yuan', from: sum.from, to: sum.to } : null;
}

const DIGITS = '〇一二三四五六七八九十';

const exactly = (kind: Kind, value: number): Figure => ({ kind, from: value, to: value });

/** Whether a sentence has the figure: `other` where it has only others of its kind; null: none. */
export function heldAgainst({ kind, from, to }: Figure, sentence: string): 'same' | 'other' | null {
  const values = valuesOf(kind, sentence.replace(/\*/g, ''));
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
    case 'grade':
      return [...text.matchAll(/[RC]\s*([1-5])(?!\d)/g)].map(([, digits]) => Number(digits));
  }
}
