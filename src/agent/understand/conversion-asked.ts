import { judgeConversion } from '../../advice/suitability/professional-conversion.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { spokenMeans } from '../../language/spoken-means.js';
import type { Command } from '../../terms/command.js';
import type { Regime } from '../../terms/product.js';

/** 想转成专业投资者 (suitability.md row 23): for which side of the house, and whether the means told suffice. */

/** 「我已经是专业投资者」 asks for nothing of the kind. */
const ASKS =
  /(转|转成|转为|申请|升|升成|当|做|做个|成为|变成?|认定|办)(个|成|为|一个)?(你们)?(的)?专业(投资(者|人)|客户|资格|的)|专业投资(者|人)[^，。]{0,6}(条件|门槛|资格|要求|够|申请|行不行|认不认|算不算)|(够|算|符合|能不能|可以|能)[^，。]{0,8}专业(投资(者|人)|客户|资格)/;
const IS_ALREADY = /(已经|本来|早就|现在)[^，。]{0,3}是[^，。]{0,4}专业投资/;

const SIDES: readonly (readonly [Regime, RegExp])[] = [
  ['NFRA_INVEST', /理财|信托/],
  ['NFRA_INSURANCE', /保险|投连/],
];
/** 「理财那边也按专业的来」, and not 「我有两百万理财」. */
const ELSEWHERE =
  /(理财|信托|保险|投连险?)(产品)?(那边|这边|那里|那块|上|里)?(也|呢|算|认|能|可以|行|那边|这边|那块)|(买|投|看)[^，。]{0,6}(理财|信托|保险|投连)[^，。]{0,8}(也|算|认|能|行|用|按)|转[^，。]{0,8}(买|投)[^，。]{0,8}(理财|信托|保险|投连)/;

/** Document of the handbook. */
export const CONVERSION = 'faq:professional-investor';

/** Null: nothing of it is asked, or nothing that has to be judged. */
export function conversionAsked(
  text: string,
  { entries, flow }: ConversationState,
): Command | null {
  const goesOn = entries[0]?.document === CONVERSION;
  if (flow !== null || IS_ALREADY.test(text) || !(goesOn || ASKS.test(text))) return null;
  const regime = sideAsked(text);
  const { verdict } = judgeConversion({ regime, ...NOTHING_TOLD });
  if (verdict === 'BLOCK') return { do: 'answer', query: '买理财能用吗', entry: CONVERSION };
  const { assets, income, years } = spokenMeans(text);
  const isTold = (assets ?? income ?? years) !== null;
  return isTold ? { do: 'answer', query: '我的钱够不够', entry: CONVERSION } : null;
}

/** Where there is no such class of people, no means make one. */
const NOTHING_TOLD = { financialAssets: null, averageIncome: null, experienceYears: null };

const sideAsked = (text: string): Regime =>
  (ELSEWHERE.test(text) && SIDES.find(([, words]) => words.test(text))?.[0]) || 'CSRC_FUND';
