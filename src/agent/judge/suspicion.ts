/** 复核模型: a second reader of a finished conversation, which may add to what the rules found. */

export const CONCERNS = [
  'promise',
  'misleading',
  'pressure',
  'unsuitable',
  'coached',
  'unheard',
  'privacy',
  'off_channel',
] as const;
export type Concern = (typeof CONCERNS)[number];

/** Something said, with identifiers already covered. */
export interface JudgedLine {
  readonly seq: number;
  readonly speaker: 'customer' | 'bot' | 'advisor';
  readonly text: string;
}

/** Offsets are UTF-16 units of the line's words. */
export interface Suspicion {
  readonly seq: number;
  readonly start: number;
  readonly end: number;
  readonly concern: Concern;
}

export type Judge = (lines: readonly JudgedLine[]) => Promise<readonly Suspicion[]>;
