import { originalRange } from '../../language/fold.js';
import type { Basis, Finding } from '../../terms/finding.js';
import type { Said, Transcript } from './transcript.js';

/** 发现: where in a conversation something is wrong. Offsets are UTF-16 units of the original words. */
export interface TranscriptFinding {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly basis: Basis;
  readonly seq: number;
  readonly start: number;
  readonly end: number;
}

/** A rule over a whole conversation (会话守则): sees what no single sentence shows. */
export interface TranscriptRule {
  readonly id: string;
  readonly title: string;
  readonly basis: Basis;
  inspect(transcript: Transcript): readonly TranscriptFinding[];
}

type Marked = Pick<TranscriptRule, 'id' | 'basis'>;

/** At a range of the folded words of something said. */
export function foundAt(
  { id, basis }: Marked,
  severity: Finding['severity'],
  said: Said,
  range: { readonly start: number; readonly end: number },
): TranscriptFinding {
  const { start, end } = originalRange(said.utterance.folded, range.start, range.end);
  return { rule: id, severity, basis, seq: said.seq, start, end };
}

/** All of something said. */
export const foundIn = (
  { id, basis }: Marked,
  severity: Finding['severity'],
  { seq, text }: Pick<Said, 'seq' | 'text'>,
): TranscriptFinding => ({ rule: id, severity, basis, seq, start: 0, end: text.length });
