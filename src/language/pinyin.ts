import { pinyin } from 'pinyin-pro';

/** 拼音 of every UTF-16 unit, without tones; a sign that has none stands for itself. Read by word: 重庆 is chong qing. */
export const readingsOf = (text: string): readonly string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true });

const single = new Map<string, string>();

/** The commonest reading of one character by itself: how two characters are compared by ear. */
export function syllableOf(char: string): string {
  const known = single.get(char);
  if (known !== undefined) return known;
  const reading = readingsOf(char)[0] ?? char;
  single.set(char, reading);
  return reading;
}
