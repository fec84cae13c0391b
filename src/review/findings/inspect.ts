import { inspect as guardInspect } from '../../compliance/guard.js';
import { RULE_VERSION } from '../../compliance/rules.js';
import type { Said, Transcript } from '../../compliance/transcript/transcript.js';
import { OURS, isSaid, saidBy } from '../../compliance/transcript/transcript.js';
import type {
  TranscriptFinding,
  TranscriptRule,
} from '../../compliance/transcript/transcript-rule.js';
import { TRANSCRIPT_RULE_VERSION } from '../../compliance/transcript/transcript-rules.js';

/** 质检: the guard's rules over every word of ours as they stand today, and those over the whole talk. */

/** What the guard had decided when the words were said. */
export type Then =
  /** It had nothing to object to. */
  | 'passed'
  /** It objected softly, and a reason was given. */
  | 'reasoned'
  /** They were the customer's, or something that was done: it was never asked. */
  | 'not_asked';

export interface Found extends TranscriptFinding {
  readonly then: Then;
  /** Whose words they are: an employee; null: the customer's or the digital employee's. */
  readonly by: string | null;
  readonly at: number;
}

/** Of both rule books together. */
export const FINDING_VERSION = `${RULE_VERSION}+${TRANSCRIPT_RULE_VERSION}`;

/** Figures, citations and names want grounds that only the moment of speaking had. */
export const NEEDS_GROUNDS: readonly string[] = ['FIGURE', 'CITE', 'NAME', 'LENGTH'];

export function findingsIn(
  transcript: Transcript,
  rules: readonly TranscriptRule[],
): readonly Found[] {
  const ofWords = saidBy(transcript, ...OURS).flatMap(ruledOut);
  const ofTalk = rules.flatMap((rule) => rule.inspect(transcript));
  return [...ofWords, ...ofTalk].map((finding) => placed(transcript, finding));
}

function ruledOut(said: Said): readonly TranscriptFinding[] {
  return guardInspect(said.text, said.utterance.context)
    .filter(({ rule }) => !NEEDS_GROUNDS.includes(rule))
    .map(({ rule, severity, basis, start, end }) => {
      return { rule, severity, basis, start, end, seq: said.seq };
    });
}

function placed({ acts }: Transcript, finding: TranscriptFinding): Found {
  const act = acts.find(({ seq }) => seq === finding.seq);
  const said = act && isSaid(act) ? act : null;
  return { ...finding, at: act?.at ?? 0, by: said?.by ?? null, then: thenOf(said, finding.rule) };
}

export function thenOf(said: Said | null, rule: string): Then {
  if (said === null || said.speaker === 'customer') return 'not_asked';
  return said.objected.includes(rule) ? 'reasoned' : 'passed';
}
