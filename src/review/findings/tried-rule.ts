import { merge } from '../../compliance/guard.js';
import { RULES } from '../../compliance/rules.js';
import type { Rule } from '../../compliance/rule.js';
import type { Said, Transcript } from '../../compliance/transcript/transcript.js';
import { OURS, saidBy } from '../../compliance/transcript/transcript.js';
import type { TranscriptFinding } from '../../compliance/transcript/transcript-rule.js';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';
import { utteranceOf } from '../../compliance/utterance.js';
import type { Speaker } from '../../compliance/utterance.js';
import type { Recorded } from '../../conversation/events.js';
import type { Finding } from '../../terms/finding.js';
import type { Then } from './inspect.js';
import { NEEDS_GROUNDS, thenOf } from './inspect.js';

/** 试一条守则: what one rule of either book finds in one conversation, and what had been decided then. */

export interface Hit extends Pick<TranscriptFinding, 'seq' | 'start' | 'end'> {
  /** `blocked`: the guard kept these words back, so nobody was told them. */
  readonly then: Then | 'blocked';
  /** All that was said there; '' where something was done. */
  readonly text: string;
}

export interface Talk {
  readonly events: readonly Recorded[];
  readonly transcript: Transcript;
  readonly allowedHosts: readonly string[];
}

export interface TriedRule {
  readonly id: string;
  readonly title: string;
  /**
   * Figures, citations and names were checked against what only the moment of speaking had: the guard's
   * findings of then are counted instead of looking anew.
   */
  readonly isAsFoundThen: boolean;
  hits(talk: Talk): readonly Hit[];
}

/** The rule by its id, of the guard's or of those over whole conversations. */
export function ruleToTry(id: string): TriedRule | null {
  const talk = TRANSCRIPT_RULES.find((rule) => rule.id === id);
  if (talk) {
    const hits = ({ transcript }: Talk) =>
      talk.inspect(transcript).map((one) => at(transcript, one));
    return { id, title: talk.title, isAsFoundThen: false, hits };
  }
  const rule = RULES.find((one) => one.id === id);
  if (!rule) return null;
  const isAsFoundThen = NEEDS_GROUNDS.includes(id);
  const hits = isAsFoundThen
    ? ({ events }: Talk) => foundThen(id, events)
    : (told: Talk) => [...inSaid(rule, told), ...inBlocked(rule, told)];
  return { id, title: rule.title, isAsFoundThen, hits };
}

function at({ acts }: Transcript, { rule, seq, start, end }: TranscriptFinding): Hit {
  const act = acts.find((one) => one.seq === seq);
  const said = act?.kind === 'said' ? act : null;
  return { seq, start, end, then: thenOf(said, rule), text: said?.text ?? '' };
}

const inSaid = (rule: Rule, { transcript }: Talk): readonly Hit[] =>
  saidBy(transcript, ...OURS).flatMap((said: Said) =>
    merge(rule.inspect(said.utterance)).map(({ start, end }) => {
      return { seq: said.seq, start, end, then: thenOf(said, rule.id), text: said.text };
    }),
  );

const inBlocked = (rule: Rule, { events, allowedHosts }: Talk): readonly Hit[] =>
  events.flatMap((recorded) => {
    const blocked = blockedIn(recorded);
    if (!blocked) return [];
    const { seq, text, speaker } = blocked;
    const found = merge(rule.inspect(utteranceOf(text, { speaker, allowedHosts })));
    return found.map(({ start, end }) => ({ seq, start, end, then: 'blocked' as const, text }));
  });

/** A guard's finding stands where the words do; those in cards and buttons have no place in them. */
function foundThen(id: string, events: readonly Recorded[]): readonly Hit[] {
  return events.flatMap((recorded) => {
    const words = blockedIn(recorded) ?? sentIn(recorded);
    if (!words) return [];
    const { seq, text, then } = words;
    return words.findings
      .filter((one) => one.rule === id && text.slice(one.start, one.end) === one.text)
      .map(({ start, end }) => ({ seq, start, end, then, text }));
  });
}

interface Judged {
  readonly seq: number;
  readonly speaker: Speaker;
  readonly text: string;
  readonly then: Hit['then'];
  readonly findings: readonly Finding[];
}

function blockedIn({ seq, event }: Recorded): Judged | null {
  const then = 'blocked' as const;
  if (event.kind === 'DraftBlocked') {
    return { seq, speaker: 'bot', text: event.draft.text, then, findings: event.findings };
  }
  if (event.kind === 'AdvisorBlocked') {
    return { seq, speaker: 'advisor', text: event.text, then, findings: event.findings };
  }
  return null;
}

function sentIn({ seq, event }: Recorded): Judged | null {
  if (event.kind !== 'AdvisorSaid') return null;
  const { statement, findings } = event;
  return { seq, speaker: 'advisor', text: statement.text, then: 'reasoned', findings };
}
