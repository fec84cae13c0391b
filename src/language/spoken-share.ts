import { normalize } from './fold.js';
import { readSpokenNumber } from './spoken-number.js';

/** 说的几分之几: how much of a whole words name. */

const DIGIT = '[一二两三四五六七八九十\\d]';
const PARTS = new RegExp(`(${DIGIT}{1,2})分之(${DIGIT}{1,2})`);
const TENTHS = new RegExp(`(${DIGIT}(?:\\.\\d)?)成`);
const PERCENT = /(?:百分之)(\d{1,2}|[一二三四五六七八九十]{1,3})|(\d{1,2})%/;
const HALF = /一半|半数|对半/;
const ALL = /全部|全都|所有|^(那|就|要是|如果|还是)*全(卖|赎|取|清|部|)|都(卖|赎|取)|清仓/;

/** 「一半」 0.5, 「三分之一」, 「三成」 0.3, 「全部」 1; null where none is named. */
export function spokenShare(text: string): number | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (HALF.test(folded)) return 0.5;
  const [, whole = '', part = ''] = PARTS.exec(folded) ?? [];
  if (part !== '' && whole !== '百') return within(numberOf(part) / numberOf(whole));
  const [, han, digits] = PERCENT.exec(folded) ?? [];
  const percent = han ?? digits;
  if (percent !== undefined) return within(numberOf(percent) / 100);
  const [, tenths] = TENTHS.exec(folded) ?? [];
  if (tenths !== undefined) return within(numberOf(tenths) / 10);
  return ALL.test(folded) ? 1 : null;
}

const numberOf = (said: string): number => readSpokenNumber(said)?.from ?? Number.NaN;

const within = (share: number): number | null => (share > 0 && share <= 1 ? share : null);
