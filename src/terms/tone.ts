/** 语气: the same answer, shorter or warmer. */
export const TONES = ['brief', 'warm'] as const;
export type Tone = (typeof TONES)[number];
