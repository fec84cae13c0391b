import { spokenMoney } from '../../../language/spoken-money.js';
import { readSpokenNumber } from '../../../language/spoken-number.js';
import type { Json } from '../../../terms/json.js';

/** 能接受的亏损: a share or a sum said beside a loss; none at all only where no bound is named. */

export const LOSS = /亏|赔|损失|跌|回撤|浮亏/;

/** 「不能亏太多」 names no bound yet; 「不能亏」 does. */
const NO_LOSS =
  /(一点|一分|半点)?(都|也)?(不|别|不能|不想|不要|不愿|没法|不许)(接受)?(有|再)?(亏|赔|损失)(?!得?(太|很|那么|这么|过|超过|多|大))|亏不起|不亏本|保住?本|本金(安全|不能)/;
const SHARE =
  /(\d+(?:\.\d+)?)\s*(?:%|％|个点|个百分点)|([一二两三四五六七八九半])成|百分之([零一二三四五六七八九十]+)/;

/** 「亏损改成零」. */
const ZERO = /(亏|损失)[^，。]{0,6}(0|零)[。！!]?$/;

/** 「说错了，是一百万」 takes back a sum told before: no answer to what was asked now. */
const CORRECTS = /不对|说错|搞错|记错|写错|更正|改成|应该是/;

/** `{percent}` or `{yuan}`; null: nothing is said of it. */
export function lossOf(folded: string, asked: readonly string[]): Json | null {
  const isAsked = asked.includes('loss_limit') && !CORRECTS.test(folded);
  const share = SHARE.exec(folded);
  if (share && (isAsked || LOSS.test(folded))) return { percent: shareOf(share) };
  if (LOSS.test(folded) && /一半/.test(folded)) return { percent: 50 };
  const sum = spokenMoney(folded).find(({ start }) =>
    LOSS.test(folded.slice(Math.max(0, start - 6), start)),
  );
  if (sum) return { yuan: sum.to };
  if (NO_LOSS.test(folded) || ZERO.test(folded)) return { percent: 0 };
  return isAsked ? bareAnswer(folded, asked) : null;
}

function bareAnswer(folded: string, asked: readonly string[]): Json | null {
  if (/^(不能|不行|零|0|不接受|不可以)(?!.{0,4}(太|多|超过))/.test(folded.trim())) {
    return { percent: 0 };
  }
  const [alone] = asked.includes('amount') ? [] : spokenMoney(folded);
  return alone ? { yuan: alone.to } : null;
}

function shareOf([, digits, tenths, hundredths]: RegExpExecArray): number {
  if (digits) return Number(digits);
  if (tenths === '半') return 5;
  if (tenths) return (readSpokenNumber(tenths)?.from ?? 0) * 10;
  return readSpokenNumber(hundredths ?? '')?.from ?? 0;
}
