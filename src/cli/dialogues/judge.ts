import type { ConversationEvent, ReplyDecided } from '../../conversation/events.js';
import { fold } from '../../conversation/evolve.js';
import type { Dialogue, DialogueTurn } from './dialogue.js';

/** Something that did not go as it must. `forbidden`: something was said that must not be. */
export interface Fault {
  /** Turn counted from 1; 0: the conversation as a whole. */
  readonly turn: number;
  readonly kind: 'missing' | 'forbidden' | 'tool' | 'outcome' | 'end';
  readonly what: string;
}

export const holds = (text: string, words: string): boolean => {
  const pattern = /^\/(.*)\/$/s.exec(words)?.[1];
  return pattern === undefined ? text.includes(words) : new RegExp(pattern, 's').test(text);
};

/** What is wrong with one reply. */
export function judgeTurn(
  dialogue: Dialogue,
  at: number,
  { statement, outcome, trace }: ReplyDecided,
): readonly Fault[] {
  const turn = dialogue.turns[at] as DialogueTurn;
  const fault = (kind: Fault['kind'], what: string): Fault => ({ turn: at + 1, kind, what });
  const { text } = statement;
  const titles = statement.citations.map(({ title, article }) => `${title} ${article ?? ''}`);
  const ran = trace?.tools.map(({ name }) => name) ?? [];
  const wanted = turn.outcome === undefined ? [] : [turn.outcome].flat();
  const about = turn.products ?? [];
  return [
    ...turn.says.filter((words) => !holds(text, words)).map((words) => fault('missing', words)),
    ...(turn.says_any.length > 0 && !turn.says_any.some((words) => holds(text, words))
      ? [fault('missing', turn.says_any.join(' | '))]
      : []),
    ...[...turn.not, ...dialogue.must_not]
      .filter((words) => holds(text, words))
      .map((words) => fault('forbidden', words)),
    ...turn.tools.filter((name) => !ran.includes(name)).map((name) => fault('tool', name)),
    ...turn.cites
      .filter((words) => !titles.some((title) => holds(title, words)))
      .map((words) => fault('missing', `citation ${words}`)),
    ...about
      .filter((code) => !outcome.products.includes(code))
      .map((code) => fault('missing', `product ${code}`)),
    ...(wanted.length > 0 && !wanted.includes(outcome.kind)
      ? [fault('outcome', `${outcome.kind}, not ${wanted.join(' or ')}`)]
      : []),
  ];
}

/** What is wrong with where the conversation ended. */
export function judgeEnd(
  { end }: Dialogue,
  events: readonly ConversationEvent[],
  proposal: string | null = null,
): readonly Fault[] {
  const state = fold(events);
  const fault = (what: string): Fault => ({ turn: 0, kind: 'end', what });
  const { handoff, flow } = end;
  return [
    ...(handoff !== undefined && state.handoff !== handoff
      ? [fault(`handoff ${state.handoff}, not ${handoff}`)]
      : []),
    ...(flow !== undefined && (state.flow?.name ?? null) !== flow
      ? [fault(`flow ${state.flow?.name ?? 'none'}, not ${flow ?? 'none'}`)]
      : []),
    ...(end.proposal !== undefined && end.proposal !== proposal
      ? [fault(`proposal ${proposal ?? 'none'}, not ${end.proposal}`)]
      : []),
    ...end.events
      .filter((wanted) => !events.some((event) => fits(event, asFields(wanted))))
      .map((wanted) => fault(`no event ${JSON.stringify(wanted)}`)),
    ...end.no_events
      .filter((kind) => events.some((event) => event.kind === kind))
      .map((kind) => fault(`an event ${kind}`)),
  ];
}

const asFields = (wanted: string | Record<string, unknown>): Record<string, unknown> =>
  typeof wanted === 'string' ? { kind: wanted } : wanted;

/** Every field that is wanted is there, however deep; more may be. */
function fits(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return actual === wanted;
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    fits((actual as Record<string, unknown>)[key], value),
  );
}
