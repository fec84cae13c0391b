import type { ComparedLine } from '../../conversation/changes/line-difference.js';
import { pieceDifference } from '../../conversation/changes/line-difference.js';

/** A figure with its sign of per cent, a word in letters, a run of blanks, or one character. */
const PIECE = /\d[\d,.]*%?|[A-Za-z]+|\s+|[\s\S]/gu;

/**
 * 逐字对照: what was said and what would be said as one text, piece by piece: `-` stands only in the
 * first, `+` only in the second. Neighbours of one sign are one piece.
 */
export function markedWords(then: string, now: string): readonly ComparedLine[] {
  const merged: ComparedLine[] = [];
  for (const { sign, text } of pieceDifference(piecesOf(then), piecesOf(now))) {
    const last = merged.at(-1);
    if (last?.sign === sign) merged[merged.length - 1] = { sign, text: last.text + text };
    else merged.push({ sign, text });
  }
  return merged;
}

const piecesOf = (text: string): readonly string[] => text.match(PIECE) ?? [];
