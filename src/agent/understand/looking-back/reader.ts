import type { TurnContext } from '../../../conversation/agent.js';
import { isOfAFlow } from '../../../conversation/flows/engine.js';
import type { Command } from '../../../terms/command.js';
import type { Router } from '../router.js';
import { correctionIn } from './correction-words.js';
import type { Asked } from './last-asked.js';

/** 再读一遍: reads once more what was asked before, or what is meant by it now. */

/** Reads words as they would be read in a context of their own. */
export type Read = (context: TurnContext, text: string) => readonly Command[];

export interface Reader {
  readonly router: Router;
  /** Without the matter under way: what looks back is about an answer beside it. */
  readonly context: TurnContext;
  /** Latest first, at least one. */
  readonly asked: readonly Asked[];
  readonly read: Read;
}

/** What was asked before in words that were no correction themselves. */
export const questionsAsked = ({ asked }: Reader): readonly Asked[] =>
  asked.filter(({ text }) => correctionIn(text) === null);

/** Commands that answer something; null: nothing among them does, or nothing is known of it. */
export function answering(
  { router, context }: Reader,
  commands: readonly Command[],
): readonly Command[] | null {
  const isKnown = (command: Command) =>
    command.do !== 'answer' ||
    router.lookUp(command.query, context.today).support >= router.supportThreshold;
  const kept = commands.filter(
    (command) => !isOfAFlow(command) && !isNothing(command) && isKnown(command),
  );
  return kept.length > 0 ? kept : null;
}

const isNothing = (command: Command): boolean =>
  command.do === 'look_back' ||
  command.do === 'out_of_scope' ||
  command.do === 'social' ||
  (command.do === 'clarify' && command.options.length === 0);
