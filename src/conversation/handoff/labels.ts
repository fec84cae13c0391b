import type { Tone } from '../../terms/tone.js';
import type { Command } from '../../terms/command.js';
import type { Instant } from '../../terms/time.js';
import type { Recorded, ReplyOutcome } from '../events.js';
import type { AdvisorSaid, DraftDiscarded, DraftFault, DraftOffered } from './events.js';

/** 标注: what became of a draft in an advisor's hands, as data to learn from. Pure. */

export const USES = ['as_drafted', 'edited', 'rewritten', 'discarded', 'unused'] as const;
export type Use = (typeof USES)[number];

export interface DraftLabel {
  readonly conversation: string;
  readonly turn: string;
  readonly at: Instant;
  /** What the customer had said. */
  readonly asked: string;
  readonly outcome: ReplyOutcome['kind'];
  /** What the machine took it for. */
  readonly commands: readonly Command['do'][];
  /** Null: nothing could be drafted. */
  readonly draft: string | null;
  readonly use: Use;
  /** What was said instead, or in the end; null: nothing to this draft. */
  readonly final: string | null;
  readonly distance: number | null;
  /** Of what was said, how much is not the draft's: 0 … ; null: nothing was said. */
  readonly edited: number | null;
  readonly tone: Tone | null;
  readonly fault: DraftFault | null;
  readonly words: string | null;
  readonly advisor: string | null;
}

/** Changed by more than this it is another text. */
const REWRITTEN = 0.6;

/** Every draft of one conversation, in order. */
export function labelsOf(
  conversation: string,
  recorded: readonly Recorded[],
): readonly DraftLabel[] {
  return recorded.flatMap(({ event, at }) =>
    event.kind === 'DraftOffered' ? [labelOf(conversation, recorded, event, at)] : [],
  );
}

function labelOf(
  conversation: string,
  recorded: readonly Recorded[],
  offered: DraftOffered,
  at: Instant,
): DraftLabel {
  const { turn, inReplyTo, draft, outcome, trace } = offered;
  const events = recorded.map(({ event }) => event);
  const asked = events.flatMap((event) =>
    event.kind === 'MessageReceived' && inReplyTo.includes(event.id) ? [event.text] : [],
  );
  const said = events.find(
    (event): event is AdvisorSaid => event.kind === 'AdvisorSaid' && event.draft?.turn === turn,
  );
  const put = events.find(
    (event): event is DraftDiscarded => event.kind === 'DraftDiscarded' && event.turn === turn,
  );
  const commands = (trace?.commands ?? []) as unknown as readonly Command[];
  const spoken = said ? spokenOf(said) : nothingSaid;
  return {
    conversation,
    turn,
    at,
    asked: asked.join('\n'),
    outcome: outcome.kind,
    commands: commands.map((command) => command.do),
    draft: draft?.text ?? null,
    ...spoken,
    use: put ? 'discarded' : useOf(spoken.edited),
    ...(put ? { fault: put.fault, words: put.words } : { fault: null, words: null }),
    advisor: (said ?? put)?.by.id ?? null,
  };
}

type Spoken = Pick<DraftLabel, 'final' | 'distance' | 'edited' | 'tone'>;

const nothingSaid: Spoken = { final: null, distance: null, edited: null, tone: null };

function spokenOf({ statement: { text }, draft }: AdvisorSaid): Spoken {
  const distance = draft?.distance ?? 0;
  const edited = distance / Math.max(1, [...text].length);
  return { final: text, distance, edited, tone: draft?.tone ?? null };
}

function useOf(edited: number | null): Use {
  if (edited === null) return 'unused';
  if (edited === 0) return 'as_drafted';
  return edited <= REWRITTEN ? 'edited' : 'rewritten';
}

/** 用了几成: counts without a word of what was said. */
export interface DraftFigures {
  readonly outcome: ReplyOutcome['kind'];
  readonly offered: number;
  readonly uses: Readonly<Record<Use, number>>;
  readonly faults: Readonly<Partial<Record<DraftFault, number>>>;
  /** Mean of those that were said; null: none was. */
  readonly meanEdited: number | null;
}

export function figuresOf(labels: readonly DraftLabel[]): readonly DraftFigures[] {
  const outcomes = [...new Set(labels.map(({ outcome }) => outcome))].sort();
  return outcomes.map((outcome) => {
    const own = labels.filter((label) => label.outcome === outcome);
    const said = own.flatMap(({ edited }) => (edited === null ? [] : [edited]));
    return {
      outcome,
      offered: own.length,
      uses: countsOf(
        USES,
        own.map(({ use }) => use),
      ) as Record<Use, number>,
      faults: countsOf(
        [],
        own.flatMap(({ fault }) => fault ?? []),
      ),
      meanEdited: said.length === 0 ? null : said.reduce((a, b) => a + b, 0) / said.length,
    };
  });
}

function countsOf<K extends string>(all: readonly K[], found: readonly K[]) {
  const counts: Partial<Record<K, number>> = {};
  for (const one of all) counts[one] = 0;
  for (const one of found) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
