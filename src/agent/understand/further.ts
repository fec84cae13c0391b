import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { namesKind, STRONG_EVIDENCE } from './topic.js';

/** 追问: 「要带什么」「去哪办」 go on about the matter that was just told of. */

/** So like a question of a part must be: right after the entry, later, and against a good answer elsewhere. */
const LIKE = 0.5;
const LIKE_LATER = 0.6;
const LIKE_AGAINST_STRONG = 0.75;
/** … and where the words say themselves what they are about. */
const LIKE_OF_TOPIC = 0.7;
/** Longer than this, a question says itself what it is about. */
const SHORT = 24;

/** Null: nothing was told that the words go on about. */
export function askedFurther(router: Router, context: TurnContext, text: string): Command | null {
  const { state, today } = context;
  if (state.entries.length === 0 || [...text].length > SHORT) return null;
  if (state.flow !== null && !isQuestion(text)) return null;
  if (router.names.find(text).length > 0) return null;
  const [best] = state.entries
    .map(({ document, ago }) => ({ document, ago, like: router.further(document, text, today) }))
    .sort((a, b) => b.like - a.like || a.ago - b.ago);
  if (!best || best.like < likeWanted(best.ago)) return null;
  if (best.like < LIKE_OF_TOPIC && namesKind(text)) return null;
  const isElsewhere =
    best.like < LIKE_AGAINST_STRONG && router.lookUp(text, today).support >= STRONG_EVIDENCE;
  return isElsewhere ? null : { do: 'answer', query: text, entry: best.document };
}

const likeWanted = (ago: number): number => (ago === 0 ? LIKE : LIKE_LATER);
