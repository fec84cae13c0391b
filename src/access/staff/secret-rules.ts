import { randomBytes } from 'node:crypto';
import type { Instant } from '../../terms/time.js';
import { DAY } from '../limits.js';
import { Problem } from '../problem.js';

/** 口令规则: long rather than motley (NIST SP 800-63B §5.1.1.2), and nothing that is tried first. */

const SHORTEST = 12;
/** Beyond this only the hashing gets slower. */
const LONGEST = 128;
const FEWEST_DIFFERENT = 6;
/** Characters that must be left once everything well-known is taken out. */
const LEAST_LEFT = 8;

/** The same piece over and over, whatever its length. */
const REPEATED = /^(.{1,12}?)\1+$/su;
/** What stands at the head of every list of stolen passwords, and pieces of it. */
const TRIED_FIRST =
  /passw[o0]rd|qwerty|asdfgh|zxcvbn|1q2w3e|letmein|welcome|iloveyou|admin|shuzhi/giu;
/** Upwards, downwards or along a row of keys. */
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

export type Fault = 'short' | 'long' | 'guessable';

const FAULT_WORDS: Readonly<Record<Fault, string>> = {
  short: `口令至少 ${SHORTEST} 个字符，一句自己记得住的话就很好`,
  long: `口令最多 ${LONGEST} 个字符`,
  guessable: '这个口令太容易被猜到，请换一个',
};

/** What is wrong with a new password; null: nothing. `own`: words of its owner (id, name). */
export function passwordFault(secret: string, own: readonly string[]): Fault | null {
  const text = secret.normalize('NFKC');
  const length = [...text].length;
  if (length < SHORTEST) return 'short';
  if (length > LONGEST) return 'long';
  return isGuessable(text.toLowerCase(), own) ? 'guessable' : null;
}

/** Throws a 400 Problem that says what is wrong with a new password. */
export function checkPassword(password: string, own: readonly string[]): void {
  const fault = passwordFault(password, own);
  if (fault !== null) throw new Problem(400, FAULT_WORDS[fault]);
}

function isGuessable(text: string, own: readonly string[]): boolean {
  if (new Set(text).size < FEWEST_DIFFERENT || REPEATED.test(text)) return true;
  // What is left once the well-known pieces are taken out is all there is to guess.
  let rest = text.replaceAll(TRIED_FIRST, '');
  for (const word of own.filter((one) => [...one].length > 1)) {
    rest = rest.replaceAll(word.toLowerCase(), '');
  }
  return [...withoutRuns(rest)].length < LEAST_LEFT;
}

const RUN = 4;

/** Without runs of four and more along a row, in either direction. */
function withoutRuns(text: string): string {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
  let rest = text;
  for (const row of rows) {
    for (let from = 0; from < row.length; from += 1) {
      for (let to = row.length; to - from >= RUN; to -= 1) {
        rest = rest.replaceAll(row.slice(from, to), '');
      }
    }
  }
  return rest;
}

/** A one-time code is good for a day. */
export const CODE_LIFETIME: Instant = DAY;
/** Crockford's base 32: nothing that is read for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 16;

/** 一次性代码: 80 random bits in four groups, to be read out or copied. */
export function newCode(): string {
  const letters = [...randomBytes(CODE_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]);
  return (letters.join('').match(/.{4}/g) as string[]).join('-');
}

/** A code as it was made, however it was typed. */
export const readCode = (typed: string): string =>
  (
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .replaceAll(/[^0-9A-Z]/g, '')
      .match(/.{1,4}/g) ?? []
  ).join('-');
