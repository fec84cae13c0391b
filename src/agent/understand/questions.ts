import type { TurnContext } from '../../conversation/agent.js';
import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';
import { isTag } from './asking-part.js';
import { isBare } from './follow-up.js';
import type { Router } from './router.js';
import { confidentIntent } from './router.js';
import { route } from './routing.js';
import { isMeasureOnly } from './share-class.js';
import { isQuestion } from './question-words.js';
import { mattersIn, STRONG_EVIDENCE } from './topic.js';

/** 「我卖的是安鑫纯债，怎么还没到账」: which one it is, before the question. */
const ONLY_TELLS = /^我(卖|买|赎|赎回|持有|拿)的(就)?是[^吗么呢?？]*$/;
const MAX_QUESTIONS = 3;
const MIN_QUESTION = 3;
/** A card's own question section this close to the words is what was asked. */
const ON_CARD = 0.6;

/**
 * 「那它几天到账，风险大吗」: questions with only a comma between them, each its own command. Null: one
 * question, such as one that tells a story first.
 */
export function questionsIn(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  const pieces = piecesOf(text);
  if (pieces.length < 2 || pieces.length > MAX_QUESTIONS) return null;
  // 「我买了5万，放10天就卖呢，扣多少钱」 is one question of that sum and time.
  const tellsMeasure = (piece: string) =>
    isMeasureOnly(piece, context) && !/多少|扣|费/.test(piece);
  if (pieces.some(tellsMeasure)) return null;
  return aboutOneProduct(router, context, pieces) ?? onDifferentSubjects(router, context, pieces);
}

/** 「写着打一折，啥意思」 「怎么回事」: asks after what stands before it. */
const ONLY_WHY =
  /^(这|那)?(是)?(又)?(啥|什么|几个)(意思|情况|鬼|讲究|说法)[啊呀呢]?[？?]?$|^(这|那)?(是)?(怎么|咋)回事[啊呀呢]?[？?]?$/;

/** Cut at commas; a piece too short to ask anything, or that only asks for a yes, belongs to its neighbour. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.split(/[，,、]/).map((one) => one.trim())) {
    const isPart = [...piece].length < MIN_QUESTION || isTag(piece) || ONLY_WHY.test(piece);
    if (pieces.length > 0 && isPart) {
      pieces[pieces.length - 1] += `，${piece}`;
    } else pieces.push(piece);
  }
  return pieces;
}

/** Sides of one product; a later piece means the product the earlier one named. */
function aboutOneProduct(
  router: Router,
  context: TurnContext,
  pieces: readonly string[],
): readonly Command[] | null {
  let { state } = context;
  const asked: Command[] = [];
  const isOnlyNamed = pieces.some((piece) => isBare(router, piece) || ONLY_TELLS.test(piece));
  for (const piece of pieces) {
    const command = route(router, { ...context, state }, piece);
    if (command.do === 'describe_product') {
      state = speakingOf(state, command);
      // 「那颐和养老呢，锁多久」: the name says which, the next words say what.
      if (isBare(router, piece) || ONLY_TELLS.test(piece)) continue;
      const suits = command.aspects.includes('suitability');
      if (suits || asksSomething(router, context, command.code, piece)) asked.push(command);
    } else if (isRuleBeside(router, context, command, piece)) asked.push(command);
    else return null;
  }
  const isAboutOne = asked.some((command) => command.do === 'describe_product');
  return isAboutOne && (asked.length > 1 || isOnlyNamed) ? asked : null;
}

/** 「…最多亏过多少，我这稳健型的能买不」: the second is a rule, which knowledge surely has. */
const isRuleBeside = (
  router: Router,
  { today }: TurnContext,
  command: Command,
  piece: string,
): boolean =>
  command.do === 'answer' &&
  isQuestion(piece) &&
  router.lookUp(piece, today).support >= STRONG_EVIDENCE;

/** What was just spoken of is what the next words mean. */
export const speakingOf = (state: ConversationState, command: Command): ConversationState =>
  command.do === 'describe_product'
    ? { ...state, products: [command.code, ...state.products] }
    : state;

function asksSomething(
  router: Router,
  { today }: TurnContext,
  code: string,
  piece: string,
): boolean {
  const intent = confidentIntent(router, router.classifier.rank(router.names.mask(piece)));
  if (intent?.command === 'describe_product') return true;
  const product = router.products.get(code);
  return product !== undefined && router.cardSupport(product, piece, today) >= ON_CARD;
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
  if (found.some(({ support }) => support < STRONG_EVIDENCE)) return null;
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
