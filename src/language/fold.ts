import { disguisesIn } from './aliases.js';
import { SIMPLIFIED } from './traditional.js';

/** A text made comparable, with the way back: unit i came from `[starts[i], ends[i])` of the original. */
export interface Folded {
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Original UTF-16 range of the folded range `[start, end)`; an empty range stays empty. */
export function originalRange(
  folded: Folded,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = folded.starts[start] ?? folded.original.length;
  return {
    start: from,
    end: end > start ? (folded.ends[end - 1] ?? folded.original.length) : from,
  };
}

/**
 * 逐字归一: NFKC, lower case, traditional to simplified; what the eye does not see (zero-width, bidi,
 * tags, variation selectors, combining marks, lone surrogates) is dropped, pictures become a space.
 * Layout is kept, so figures and addresses read as written.
 */
export function normalize(original: string): Folded {
  const out = writer(original);
  for (let at = 0; at < original.length;) {
    const point = original.codePointAt(at)!;
    const end = at + (point > 0xffff ? 2 : 1);
    out.put(plain(point), at, end);
    at = end;
  }
  return out.done();
}

/** 规则用的折叠: `normalize`, then what splits a Han word is taken out and known disguises undone. */
export const fold = (original: string): Folded => foldFrom(normalize(original));

/** The same for a text that is normalized already. */
export const foldFrom = (normalized: Folded): Folded => unmask(squeeze(normalized));

const UNSEEN = /[\p{M}\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u3164\uffa0]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u2800]/u;

function plain(point: number): string {
  if (point < 0x80) return ascii(point);
  const char = String.fromCodePoint(point);
  if (point >= 0x4e00 && point <= 0x9fff) return SIMPLIFIED.get(char) ?? char;
  if (UNSEEN.test(char)) return '';
  if (point === 0x2757 || point === 0x203c) return '!';
  if (point === 0x2753 || point === 0x2754) return '?';
  const simple = char.normalize('NFKC').toLowerCase();
  // A picture of a character (🈚) is read as the character.
  if (PICTURE.test(char) && !HAN.test(simple)) return ' ';
  return SIMPLIFIED.get(simple) ?? LOOKS_LATIN.get(simple) ?? withoutTone(simple);
}

/** Cyrillic and Greek letters that look like the Latin ones pinyin is written in. */
const LOOKS_LATIN = new Map(
  [...'аеорсухіјѕԁһгтмнвкο'].map((letter, at) => [letter, [...'aeopcyxijsdhrtmhbko'][at]!]),
);

/** Bǎo běn: the tone is no part of the letter. */
const withoutTone = (text: string): string =>
  LATIN.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
const LATIN = /\p{Script=Latin}/u;

function ascii(point: number): string {
  if (point >= 0x41 && point <= 0x5a) return String.fromCharCode(point + 32);
  if (point === 0x0a) return '\n';
  if (point === 0x0d || point === 0x09) return ' ';
  return point < 0x20 || point === 0x7f ? '' : String.fromCharCode(point);
}

const HAN = /\p{Script=Han}/u;
/** Signs people put between the characters of a word; clause punctuation, brackets and ≠ are not among them. */
const SPLITTER = /[ .·•‧∙・*_\-‐‑‒–~^|/\\+#@&`'×※°■□◆◇●○★☆♥♡]/u;

/** Takes splitters out between two Han characters, line breaks around a lone one, brackets round one. */
function squeeze(folded: Folded): Folded {
  const { text, starts, ends } = folded;
  const out = writer(folded.original);
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (at > 0 && mayGo(char) && HAN.test(text[at - 1]!)) {
      const next = skip(text, at);
      if (next < text.length && HAN.test(text[next]!) && joins(text, at, next, at - line)) {
        at = next - 1;
        line = next;
        continue;
      }
    }
    if (char === ' ' && isBesideHan(text, at)) continue;
    if (char === '\n') line = at + 1;
    if (isLoneBracket(text, at)) continue;
    out.put(char, starts[at]!, ends[at]!);
  }
  return out.done();
}

/** 中文与数字、英文之间的空格 is layout. */
const isBesideHan = (text: string, at: number): boolean =>
  HAN.test(text[at - 1] ?? '') || HAN.test(text[at + 1] ?? '');

const mayGo = (char: string): boolean => char === '\n' || SPLITTER.test(char);

function skip(text: string, at: number): number {
  let next = at;
  while (next < text.length && mayGo(text[next]!)) next += 1;
  return next;
}

/** Writing one character a line is a disguise; two lines of prose are not. */
function joins(text: string, at: number, next: number, lineLength: number): boolean {
  if (!text.slice(at, next).includes('\n')) return true;
  return lineLength === 1 || next + 1 === text.length || text[next + 1] === '\n';
}

const OPEN = '([{<【「『《〈';
const CLOSE = ')]}>】」』》〉';

function isLoneBracket(text: string, at: number): boolean {
  const char = text[at]!;
  if (OPEN.includes(char)) {
    return HAN.test(text[at + 1] ?? '') && CLOSE.includes(text[at + 2] ?? ' ');
  }
  if (!CLOSE.includes(char)) return false;
  return HAN.test(text[at - 1] ?? '') && at > 1 && OPEN.includes(text[at - 2]!);
}

/** Homophones, look-alikes and pinyin of the words that rules look for. */
function unmask(folded: Folded): Folded {
  const { text, starts, ends } = folded;
  const disguises = disguisesIn(text);
  if (disguises.length === 0) return folded;
  const out = writer(folded.original);
  let at = 0;
  for (const { start, end, word } of disguises) {
    for (; at < start; at += 1) out.put(text[at]!, starts[at]!, ends[at]!);
    at = end;
    out.put(word, starts[start]!, ends[end - 1]!);
  }
  for (; at < text.length; at += 1) out.put(text[at]!, starts[at]!, ends[at]!);
  return out.done();
}

function writer(original: string) {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    /** Every unit of `text` stands for the whole original range. */
    put(text: string, start: number, end: number): void {
      parts.push(text);
      for (let i = 0; i < text.length; i += 1) {
        starts.push(start);
        ends.push(end);
      }
    },
    done: (): Folded => ({ original, text: parts.join(''), starts, ends }),
  };
}
