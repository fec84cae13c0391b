import type { TurnContext } from '../../conversation/agent.js';
import { spokenHolding } from '../../language/spoken-holding.js';
import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';
import { aspectsNamed } from './aspect-words.js';
import { isBare } from './follow-up.js';
import { sumsIn } from './money-words.js';
import type { Router } from './router.js';
import { confidentIntent } from './router.js';
import { route } from './routing.js';
import { isMeasureOnly } from './share-class.js';
import { isQuestion } from './question-words.js';
import { isRuleBeside, namesAnotherSide, ON_CARD, piecesOf, sideOf } from './sides-asked.js';
import { mattersIn, STRONG_EVIDENCE } from './topic.js';

/** 「我卖的是安鑫纯债，怎么还没到账」 「嘉稳短债今天买，…」: which one it is, before the question. */
const ONLY_TELLS =
  /^我(卖|买|赎|赎回|持有|拿)的(就)?是[^吗么呢?？]*$|^[^吗么呢?？多几哪什怎啥]*(今天|明天|昨天|刚|现在)(就)?(买|卖|存)(的|了|入|进|进去)?$/;
const TELLS_SINCE = /(买|申购|存|投)(了)?的$/;
/** 「我妈也想买权益进取2号，几天能赎回」: whoever wants to buy is told that it is not sold. */
const WISHES = /(想|要|打算|准备|考虑)(再)?(买|存|投|申购)/;
const MAX_QUESTIONS = 3;

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
  // and 「上礼拜五买的，现在卖扣不扣」 of that day.
  const tellsMeasure = (piece: string) =>
    (isMeasureOnly(piece, context) && !/多少|扣|费|亏|能|够|行|可以/.test(piece)) ||
    (TELLS_SINCE.test(piece) && spokenHolding(piece, context.today) !== null);
  if (pieces.some(tellsMeasure)) return null;
  return aboutOneProduct(router, context, pieces) ?? onDifferentSubjects(router, context, pieces);
}

/** Sides of one product; a later piece means the product the earlier one named. */
function aboutOneProduct(
  router: Router,
  context: TurnContext,
  pieces: readonly string[],
): readonly Command[] | null {
  let { state } = context;
  const asked: Command[] = [];
  const isQuestionBeside = pieces.some((piece) => isQuestion(piece));
  // 「颐和养老还有两个月才满一年，现在能赎不」: what tells how things stand asks for no section.
  const onlyTells = (piece: string) =>
    isBare(router, piece) ||
    ONLY_TELLS.test(piece) ||
    (isQuestionBeside &&
      !isQuestion(piece) &&
      !WISHES.test(piece) &&
      aspectsNamed(piece).length === 0);
  const isOnlyNamed = pieces.some(onlyTells);
  let spoken: string | null = null;
  for (const piece of pieces) {
    const routed: Command = route(router, { ...context, state }, piece);
    const side: Command | null =
      spoken === null ? null : sideOf(router, context, spoken, routed, piece);
    const command: Command = side ?? routed;
    const cost = costOfBefore(router, asked.at(-1), piece);
    if (cost) {
      asked[asked.length - 1] = cost;
      continue;
    }
    if (command.do === 'describe_product') {
      state = speakingOf(state, command);
      spoken = command.code;
      // 「那颐和养老呢，锁多久」: the name says which, the next words say what.
      if (onlyTells(piece)) continue;
      const suits = command.aspects.includes('suitability');
      const isOwn = suits || namesAnotherSide(asked, piece);
      if (isOwn || asksSomething(router, context, command.code, piece)) asked.push(command);
    } else if (isRuleBeside(router, context, command, piece)) asked.push(command);
    else return null;
  }
  const isAboutOne = asked.some((command) => command.do === 'describe_product');
  return isAboutOne && (asked.length > 1 || isOnlyNamed) ? asked : null;
}

const OF_A_GAIN = /赚|收益|利息|能有|能拿|到手|亏|跌/;

/** 「…服务费几个点，二十万一年掏多少」: a sum alone asks for that cost in yuan; null: it asks something of its own. */
function costOfBefore(
  { names }: Router,
  before: Command | undefined,
  piece: string,
): Command | null {
  if (before?.do !== 'describe_product' || !before.aspects.includes('fees')) return null;
  const asksSum = sumsIn(piece).length > 0 && /多少|几(块|百|千)/.test(piece);
  if (!asksSum || OF_A_GAIN.test(piece) || names.find(piece).length > 0) return null;
  return { ...before, query: `${before.query}，${piece}` };
}

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
