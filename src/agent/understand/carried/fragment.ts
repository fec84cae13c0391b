import { normalize } from '../../../language/fold.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import { sumsApart } from '../money-words.js';

/** 半句话: words that change one thing of what was asked before, and ask nothing by themselves. */
export interface Fragment {
  /** As they were said; null: not named. */
  readonly sum: string | null;
  readonly time: string | null;
  readonly letter: 'A' | 'C' | null;
}

const NUMBER = '(?:\\d{1,4}|[一二两三四五六七八九十百]{1,5}|半)';
const UNIT = '(?:天|日|周|星期|礼拜|个半?月|季度|年)';
const TIME = new RegExp(
  `(?:第|不满|不到|没满|未满|满|超过|过|近)?${NUMBER}(?:多|几|来)?${UNIT}(?:半|多)?(?:以后|之后|后|以内|之内|内)?`,
  'g',
);
const LETTER = /(?<![a-z0-9])([ac])(?:类|份额|class)?(?![a-z0-9])/g;

/** Whether words count out a time. */
export const namesTime = (text: string): boolean =>
  (normalize(text).text.replace(/\s/g, '').match(TIME) ?? []).length > 0;

/** Words around what is named that ask for nothing else. */
const AROUND =
  /那么?|要是|如果|假如|假设|的话|就是|就|按照?|照|算|换成?|改成?|还是|要|我|放|存|拿|持有|卖掉?|赎回?|取|出|掉|时候|呢|吧|啊|呀|嘛|喃|吗|了|大概|大约|差不多|左右|的|再|又|那个|这个|只|到|说|来|先|应该|其实|不对|不是|错了|嗯|哦|哎|类|份额|块|元|钱|，/g;

/** What is one's own, or wished for, is told, and no question goes on with it. */
const TELLS =
  /我(?:有|想|要|打算|准备|先)|(?:想|先|打算|准备)(?:买|投|存|取|卖|赎|放)|每(?:年|月|天)/;

/** Longer than this, words say themselves what they ask. */
const LONGEST = 20;

/** Null: more is said than a sum, a time or a class, two of a kind are named, or none is. */
export function fragmentIn(text: string): Fragment | null {
  const said = normalize(text).text.replace(/[\s,，.。!！?？…~]/g, '');
  if ([...said].length > LONGEST || TELLS.test(said)) return null;
  const times = said.match(TIME) ?? [];
  const rest = said.replace(TIME, '，');
  const sums = spokenMoney(rest);
  const letters = [...rest.matchAll(LETTER)].map(([, letter = '']) => letter.toUpperCase());
  const found = [times, sums, letters];
  if (found.every((one) => one.length === 0) || found.some((one) => one.length > 1)) return null;
  const [sum] = sums;
  const bare = sum ? rest.slice(0, sum.start) + rest.slice(sum.end) : rest;
  if (bare.replace(LETTER, '').replace(AROUND, '') !== '') return null;
  return {
    sum: sum ? rest.slice(sum.start, sum.end) : null,
    time: times[0] ?? null,
    letter: (letters[0] as 'A' | 'C' | undefined) ?? null,
  };
}

/** A question with what the fragment names in the place of what it named itself. */
export function putInto(question: string, { sum, time }: Fragment): string {
  const folded = normalize(question).text.replace(/\s/g, '');
  const timed = time === null ? folded : withTime(folded, time);
  return sum === null ? timed : withSum(timed, sum);
}

function withTime(question: string, time: string): string {
  const [first] = question.match(TIME) ?? [];
  return first === undefined ? `${time}，${question}` : question.replace(first, time);
}

function withSum(question: string, sum: string): string {
  const plain = sumsApart(question);
  const [first] = spokenMoney(plain);
  return first === undefined
    ? `${sum}，${plain}`
    : plain.slice(0, first.start) + sum + plain.slice(first.end);
}
