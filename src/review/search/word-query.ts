import { fold } from '../../language/fold.js';
import { gramsWithin } from './index/grams.js';

/** 检索式: what a reviewer typed, taken apart. All of it is folded as the rules fold what was said. */
export interface WordQuery {
  /** Each must occur, as it stands. */
  readonly wanted: readonly string[];
  /** None of them may. */
  readonly unwanted: readonly string[];
}

const PART = /(-?)(?:["“「『]([^"”」』]+)["”」』]?|([^\s"“「『]+))/gu;

/**
 * Words apart, whichever way they stand: `保本收益` wants 保本 and 收益. In quotation marks (of any
 * kind) it is one phrase. A minus before either: without it.
 */
export function parseWords(typed: string): WordQuery {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, bare] of typed.matchAll(PART)) {
    const folded = fold(phrase ?? bare ?? '').text.trim();
    if (minus) unwanted.push(folded);
    else wanted.push(...(phrase === undefined ? piecesOf(folded) : [folded]));
  }
  return { wanted: distinct(wanted), unwanted: distinct(unwanted) };
}

/**
 * Those that the index can find nothing by: no letters, or one that is no Han character. Beside others they
 * are looked for in what those find.
 */
export const unfindable = ({ wanted }: WordQuery): readonly string[] =>
  wanted.filter((one) => gramsWithin(one).length === 0);

const distinct = (terms: readonly string[]): readonly string[] => [
  ...new Set(terms.filter((term) => term !== '')),
];

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const LONE = /^[\p{L}\p{N}]$/u;
/** Particles that say nothing by themselves. */
const PARTICLE = /^[的了吗呢吧啊呀着]$/u;

/**
 * Words of a term. What the segmenter leaves as single characters (保|本, A|股, 3|天) stays together with
 * its neighbours: it knows no words of this trade.
 */
function piecesOf(term: string): readonly string[] {
  const pieces: string[] = [];
  let lone = '';
  const settle = () => {
    if (lone !== '') pieces.push(lone);
    lone = '';
  };
  for (const { segment, isWordLike } of WORDS.segment(term)) {
    if (LONE.test(segment)) {
      lone += segment;
      continue;
    }
    settle();
    if (isWordLike) pieces.push(segment);
  }
  settle();
  const telling = pieces.filter((piece) => !PARTICLE.test(piece));
  return telling.length > 0 ? telling : pieces;
}
