import { isPair, tokens } from '../../language/tokens.js';

/** 逐句: an answer taken apart into sentences, and what two pieces of speech have in common. */

/** Each with its stop and its marks of citation. */
export const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^。！？\n]+[。！？]?(?:\s*\[\d+\])*/g)?.map((one) => one.trim()) ?? [];

/** What a figure may not be said without. */
export const isCaution = (sentence: string): boolean =>
  /不代表|以合同和公告为准|不构成|以交易记录为准|不是承诺/.test(sentence);

/** Neighbouring signs, each pair once. */
export const pairsOf = (text: string): ReadonlySet<string> => new Set(tokens(text).filter(isPair));

/** How many pairs of `wanted` a text has. */
export const sharedPairs = (text: string, wanted: ReadonlySet<string>): number =>
  [...pairsOf(text)].filter((pair) => wanted.has(pair)).length;
