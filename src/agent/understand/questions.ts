import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { tellsMeasure } from './measures-told.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { route } from './routing.js';
import { piecesOf } from './sides-asked.js';
import { aboutOneProduct, meantByKind } from './sides-of-one.js';
import { mattersIn, STRONG_EVIDENCE } from './topic.js';

/** 逗号之间的几问: one message that asks several things with only commas between them. */

const MAX_QUESTIONS = 3;

/**
 * 「那它几天到账，风险大吗」: questions with only a comma between them, each its own command. Null: one
 * question, such as one that tells a story first.
 */
export function questionsIn(
  router: Router,
  context: TurnContext,
  text: string,
  whole: Command | null = null,
): readonly Command[] | null {
  const pieces = piecesOf(text);
  if (pieces.length < 2 || pieces.length > MAX_QUESTIONS) return null;
  const told = pieces.filter((piece, at) =>
    tellsMeasure(router, context, pieces.slice(0, at), piece),
  );
  // 「我买了5万，放10天就卖呢，扣多少钱」 is one question of that sum and time,
  // and 「上礼拜五买的，现在卖扣不扣」 of that day.
  if (told.length > 0 && pieces.length - told.length < 2) return null;
  const ofOne = aboutOneProduct(router, context, {
    pieces,
    told,
    meant: meantByKind(router, context, text, whole),
  });
  return ofOne ?? (told.length > 0 ? null : onDifferentSubjects(router, context, pieces));
}

/**
 * Matters of general knowledge, when every question surely has an answer and no two the same. What only
 * tells stands before them: 「…不满意，上哪儿投诉，多长时间给答复」 asks two.
 */
function onDifferentSubjects(
  router: Router,
  context: TurnContext,
  pieces: readonly string[],
): readonly Command[] | null {
  const questions = pieces
    .map((piece, at) => inItsMatter(router, context, pieces.slice(0, at), piece))
    .filter((_, at) => isQuestion(pieces[at] as string));
  if (questions.length < 2) return null;
  const commands = questions.map((piece) => onlyAsked(route(router, context, piece), piece));
  if (commands.some((command) => command.do !== 'answer')) return null;
  const found = questions.map((piece) => router.lookUp(piece, context.today));
  // What nobody knows as a whole, 「几点下班，电话多少」, is taken apart more readily.
  const isKnown =
    router.lookUp(pieces.join('，'), context.today).support >= router.supportThreshold;
  const least = isKnown ? STRONG_EVIDENCE : router.supportThreshold;
  if (found.some(({ support }) => support < least)) return null;
  return new Set(found.map(({ document }) => document)).size === questions.length ? commands : null;
}

/** 「上哪儿投诉」 asks where, and files nothing. */
const onlyAsked = (command: Command, query: string): Command =>
  command.do === 'start_flow' ? { do: 'answer', query } : command;

/** 「多长时间给答复」 after 「上哪儿投诉」 asks how long a complaint takes. */
function inItsMatter(
  router: Router,
  { today }: TurnContext,
  before: readonly string[],
  piece: string,
): string {
  if (mattersIn(piece).length > 0) return piece;
  const [matter] = before.flatMap(mattersIn).reverse();
  if (matter === undefined) return piece;
  const supportOf = (query: string) => router.lookUp(query, today).support;
  const joint = `${matter}${piece}`;
  return supportOf(joint) > supportOf(piece) ? joint : piece;
}
