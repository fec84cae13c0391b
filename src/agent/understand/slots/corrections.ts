/** 更正: 「刚才说的三十万，改成四十万」: what follows the correcting words stands, what went before does not. */

const BECOMES =
  /(?:改成|改为|改到|改作|换成(?!收益|利息|稳|好一?点|别的)|(?<=金额|期限|时间|用途|亏损)变成|调(?:成|到|为)|更正为|应该是|应当是|不是.{1,14}?[，, ]*(?:而)?是|(?:说|记|写|搞|弄)错了?[，, ]*(?:应该)?是?|改(?=[\d一二两三四五六七八九十](?![下改点遍些版])))/;

const VALUES =
  /百分之[零一二三四五六七八九十]+|[\d一二两三四五六七八九十百千万亿零.]+\s*(?:%|％|个点|成|[wWkK]|元|块钱?|个?月|年|天|岁)?(?:左右|上下|多|来)?/g;

export interface Corrected {
  /** The words that name what is corrected, without its old value. */
  readonly about: string;
  /** The new value. */
  readonly now: string;
}

/** 「钱加到四十万，时间也」: what a clause of its own changes is no old value. */
const CHANGES = /(加|增|提高?|减|降|升|涨|缩|调)(少|高|短|长)?(到|成|为|至)/;

const withoutOld = (start: string): string =>
  start
    .split(/(?<=[，,。；;])/)
    .map((clause) => (CHANGES.test(clause) ? clause : clause.replace(VALUES, '')))
    .join('');

/** Null: nothing is corrected in so many words. */
export function correctionIn(folded: string): Corrected | null {
  const found = BECOMES.exec(folded);
  const now = found ? folded.slice(found.index + found[0].length) : '';
  if (!found || now.trim() === '') return null;
  const start = /不是/.exec(found[0]) ? '' : folded.slice(0, found.index);
  return { about: withoutOld(start), now };
}
