import { spokenMoney } from '../../../language/spoken-money.js';
import { readSpokenNumber } from '../../../language/spoken-number.js';
import type { Json, JsonObject } from '../../../terms/json.js';

/** 能接受的亏损: a share or a sum said beside a loss; none at all only where no bound is named. */

const LOSS = /亏|赔|损失|跌|回撤|浮亏/;

/** 「不能亏太多」 names no bound yet; 「不能亏」 does. */
const NO_LOSS =
  /(一点|一分|半点)?(都|也)?(不|别|莫|不能|不想|不要|不愿|没法|不许)(接受)?(有|再)?(亏|赔|损失)(?!得?(太|很|那么|这么|过|超过|多|大))|(少|掉)(一分|一点|半分)(钱)?(都|也)?(不行|不成|不可以|不干)|(一分|一点|半分)(钱)?(都|也)?(不能少|少不得)|亏不起|不亏本|保住?本|本金(安全|不能|不好动|不好少|动不得)/;
/** 「我不要有风险的」; 「不要风险太高的」 names no bound. */
const NO_RISK =
  /(不|不能|不想|不要|不愿|不愿意|不想要|别)(有|冒|担|带|要)(任何|一点|一丁点|半点|什么)?儿?风险(?!.{0,2}(太|很|那么|这么|高|大))|(要|想要|求|只要)(没有?|零)风险/;
const SHARE =
  /(\d+(?:\.\d+)?)\s*(?:%|％|个点|个百分点)|([一二两三四五六七八九半1-9])成(半|[一二三四五六七八九1-9](?![\d百千万个年月]))?|百分之([零一二三四五六七八九十]+)/;

/** 「能亏的再少点，最多5000」: the bound of a loss stands a clause after it. */
const BOUNDED = /(亏|赔|损失)[^。！!？?]{0,10}(最多|顶多|至多|不超过|别超过|不能超过)(是|就)?$/;

/** 「亏损改成零」. */
const ZERO = /(亏|损失)[^，。]{0,6}(0|零)[。！!]?$/;

/** 「说错了，是一百万」 takes back a sum told before: no answer to what was asked now. */
const CORRECTS = /不对|说错|搞错|记错|写错|更正|改成|应该是/;

/** 「按50万算吧」 「还是30万」 goes back to the sum that was told. */
const CHANGES_SUM = /^(那|就|嗯|要不)*(按照?|照着?|还是)[^亏赔损]{1,16}$/;

/** Whether the sum that stands there is one to lose. */
export const isOfLoss = (folded: string, start: number): boolean =>
  LOSS.test(folded.slice(Math.max(0, start - 6), start)) || BOUNDED.test(folded.slice(0, start));

/** 「以前在别的银行买过，亏了两万」 tells of what was lost, and bounds nothing. */
const LOST_BEFORE =
  /(以前|之前|过去|曾经?|上次|上回|那次|去年|前年|前几年|当年|早年|(买|投|炒|做)过)[^。！!？?]*?(亏|赔|跌|损失)(掉|过)?(了|过|掉)[^，,。！!；;]*[，,]?/g;

export const withoutLostBefore = (folded: string): string => folded.replace(LOST_BEFORE, '');

/** `{percent}` or `{yuan}`; null: nothing is said of it. */
export function lossOf(folded: string, asked: readonly string[]): Json | null {
  const isAsked = asked.includes('loss_limit') && !CORRECTS.test(folded);
  const share = SHARE.exec(folded);
  if (share && (isAsked || LOSS.test(folded))) return { percent: shareOf(share) };
  if (LOSS.test(folded) && /一半/.test(folded)) return { percent: 50 };
  const sum = spokenMoney(folded).find(({ start }) => isOfLoss(folded, start));
  if (sum) return { yuan: sum.to };
  if ([NO_LOSS, NO_RISK, ZERO].some((one) => one.test(folded))) return { percent: 0 };
  return isAsked && !CHANGES_SUM.test(folded.trim()) ? bareAnswer(folded, asked) : null;
}

/** 「钱加到四十万」 「再投十万」 「另外还有十万」: the sum that is placed, whatever was asked. */
const isOfMoney = (folded: string, start: number): boolean =>
  /(钱|本金|金额|总额|总数|另外|还有|加|增|追|提|减|降|投|放|存|凑|(?<!没)有|账上|手里|手头|卡里)[^，,。]{0,3}$/.test(
    folded.slice(Math.max(0, start - 6), start),
  );

/** Whether the bound was told as a bare sum, which is none of the money itself. */
export const isBareLoss = (folded: string, asked: readonly string[], limit: Json | null): boolean =>
  asked.includes('loss_limit') &&
  typeof (limit as JsonObject | null)?.['yuan'] === 'number' &&
  !LOSS.test(folded);

function bareAnswer(folded: string, asked: readonly string[]): Json | null {
  if (/^(不能|不行|零|0|不接受|不可以)(?!.{0,4}(太|多|超过))/.test(folded.trim())) {
    return { percent: 0 };
  }
  const [alone] = asked.includes('amount') ? [] : spokenMoney(folded);
  return alone && !isOfMoney(folded, alone.start) ? { yuan: alone.to } : null;
}

/** 「一成五」 「一成半」: what follows counts hundredths. */
function shareOf([, digits, tenths, more, hundredths]: RegExpExecArray): number {
  if (digits) return Number(digits);
  if (tenths === '半') return 5;
  if (tenths) {
    const rest = more === '半' ? 5 : (readSpokenNumber(more ?? '')?.from ?? 0);
    return (readSpokenNumber(tenths)?.from ?? 0) * 10 + rest;
  }
  return readSpokenNumber(hundredths ?? '')?.from ?? 0;
}
