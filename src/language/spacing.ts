/** 空格: some put a space between words, as other languages do; most put one where a comma belongs. */

const HAN = /\p{Script=Han}/u;
/** Pieces at most this long on average are words. */
const WORD = 2.5;
const MIN_PIECES = 3;
/** Shorter pieces (「100 万」 「A 类」) are figures and letters set apart by layout. */
const MIN_CLAUSE = 2;

/**
 * The same sentence without spaces between words (「我 妹妹 可以 用 吗」), and with a comma where a space
 * parts two clauses (「我大三 想学理财」). Spaces beside Latin letters and figures stay.
 */
export function withoutLooseSpaces(text: string): string {
  const pieces = text.trim().split(/[ \u3000]+/u);
  if (pieces.length < 2) return text;
  const han = pieces.filter((piece) => HAN.test(piece));
  const length = han.reduce((sum, piece) => sum + [...piece].length, 0) / Math.max(han.length, 1);
  const joint = pieces.length >= MIN_PIECES && length <= WORD ? '' : '，';
  return pieces.reduce((said, piece) => said + jointOf(said, piece, joint) + piece);
}

function jointOf(before: string, after: string, joint: string): string {
  const isBetweenHan = HAN.test(before.at(-1) ?? '') && HAN.test(after[0] ?? '');
  if (!isBetweenHan) return ' ';
  const [last = ''] = before.split(/[ ，]/).slice(-1);
  const isShort = [...last].length < MIN_CLAUSE || [...after].length < MIN_CLAUSE;
  return joint === '，' && isShort ? '' : joint;
}
