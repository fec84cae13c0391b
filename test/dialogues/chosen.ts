import type { Dialogue } from '../../src/cli/dialogues/dialogue.js';

/** One in so many, wherever they come from. */
const ONE_IN = 6;
/** At least so many that end in each kind of event. */
const OF_A_KIND = 2;

/** What stands for the whole in a short run: every flow and every kind of end, and a share of the rest. */
export function chosen(dialogues: readonly Dialogue[]): readonly Dialogue[] {
  const kinds = new Set(dialogues.flatMap(endingsOf));
  const ending = [...kinds].flatMap((kind) =>
    dialogues.filter((one) => endingsOf(one).includes(kind)).slice(0, OF_A_KIND),
  );
  const some = dialogues.filter((_, at) => at % ONE_IN === 0);
  const kept = new Set([...ending, ...some]);
  return dialogues.filter((dialogue) => kept.has(dialogue));
}

/** What a conversation leaves behind: matters recorded or dropped, and whether a person was called. */
const endingsOf = ({ end }: Dialogue): readonly string[] => [
  ...end.events.map((event) => (typeof event === 'string' ? event : String(event['kind']))),
  ...end.no_events.map((kind) => `no ${kind}`),
  ...(end.handoff ? [end.handoff] : []),
];
