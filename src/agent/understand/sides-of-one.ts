import type { TurnContext } from '../../conversation/agent.js';
import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';
import { aspectsNamed } from './aspect-words.js';
import { isBare } from './follow-up.js';
import { measuredAnew, withSumBefore, withTold } from './measures-told.js';
import { sumsIn } from './money-words.js';
import { asksYes, isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { confidentIntent } from './router.js';
import { route } from './routing.js';
import { isRuleBeside, namesAnotherSide, ON_CARD, sideOf } from './sides-asked.js';

/** 一只产品的几问: questions between commas about sides of one product, each its own command. */

/** 「我卖的是安鑫纯债，怎么还没到账」 「嘉稳短债今天买，…」: which one it is, before the question. */
const ONLY_TELLS =
  /^我(卖|买|赎|赎回|持有|拿)的(就)?是[^吗么呢?？]*$|^[^吗么呢?？多几哪什怎啥]*(今天|明天|昨天|刚|现在)(就)?(买|卖|存)(的|了|入|进|进去)?$/;
/** 「那放日日通里呢，…」 */
const ONLY_NAMES =
  /^(那|要是|如果|假如)?(我)?(放|买|存|投|换成?)?(到|在|进)?\{product\}(里|里面|里头|上)?(的话)?呢?[？?]*$/;
/** 「我妈也想买权益进取2号，几天能赎回」: whoever wants to buy is told that it is not sold. */
const WISHES = /(想|要|打算|准备|考虑)(再)?(买|存|投|申购)/;
type Described = Extract<Command, { do: 'describe_product' }>;

export interface Pieces {
  readonly pieces: readonly string[];
  /** Those that tell a time or a sum, and ask nothing. */
  readonly told: readonly string[];
  /** The product the whole message means without naming it; null: it names one, or means none. */
  readonly meant: Described | null;
}

/** 「大额存单十五万能存吗，三年利息一共多少」 means the one we have of the kind, in both halves. */
export const meantByKind = (
  { names }: Router,
  { state }: TurnContext,
  text: string,
  whole: Command | null,
): Described | null =>
  whole?.do === 'describe_product' &&
  names.find(text).length === 0 &&
  !state.products.includes(whole.code)
    ? whole
    : null;

interface Read {
  readonly state: ConversationState;
  /** The product spoken of; null: none yet. */
  readonly spoken: string | null;
  readonly asked: readonly Command[];
  /** Times and sums told so far, which hold for what is asked after them. */
  readonly carried: readonly string[];
  /** A piece of which nothing is known went to the one before it, which is answered all the same. */
  readonly isCut: boolean;
}

/** Sides of one product; a later piece means the product the earlier one named. Null: something else is asked, too. */
export function aboutOneProduct(
  router: Router,
  context: TurnContext,
  asking: Pieces,
): readonly Command[] | null {
  const { pieces, meant } = asking;
  const state = meant ? speakingOf(context.state, meant) : context.state;
  let read: Read | null = {
    state,
    spoken: meant?.code ?? null,
    asked: [],
    carried: [],
    isCut: false,
  };
  for (const piece of pieces) {
    read = readOn(router, context, asking, read, piece);
    if (!read) return null;
  }
  const { asked } = read;
  const isAboutOne = asked.some((command) => command.do === 'describe_product');
  const isOnlyNamed = pieces.some((piece) => onlyTells(router, asking, piece));
  return isAboutOne && (asked.length > 1 || isOnlyNamed || read.isCut) ? asked : null;
}

/** One piece further; null: it asks of something else. */
function readOn(
  router: Router,
  context: TurnContext,
  asking: Pieces,
  read: Read,
  piece: string,
): Read | null {
  const { asked } = read;
  const last = asked.at(-1);
  const again = measuredAnew(router, context, last, piece) ?? costOfBefore(router, last, piece);
  if (again) return { ...read, asked: [...asked.slice(0, -1), ...again] };
  const isTold = asking.told.includes(piece);
  const next = isTold ? { ...read, carried: [...read.carried, piece] } : read;
  const command = commandOf(router, context, next, piece);
  if (command.do === 'describe_product') {
    const spoken = { ...next, state: speakingOf(read.state, command), spoken: command.code };
    // 「那颐和养老呢，锁多久」: the name says which, the next words say what.
    const isAsked =
      !onlyTells(router, asking, piece) && isOwnQuestion(router, context, asked, command, piece);
    return isAsked ? { ...spoken, asked: withAsked(asked, command) } : spoken;
  }
  if (isTold) return next;
  if (isRuleBeside(router, context, command, piece)) return { ...next, asked: [...asked, command] };
  return last?.do === 'describe_product' && isNothing(command) && isQuestion(piece)
    ? { ...next, isCut: true, asked: [...asked.slice(0, -1), joined(last, piece)] }
    : null;
}

const joined = (command: Described, piece: string): Described => ({
  ...command,
  query: `${command.query}，${piece}`,
});

const isNothing = ({ do: what }: Command): boolean =>
  what === 'answer' || what === 'clarify' || what === 'out_of_scope';

function commandOf(
  router: Router,
  context: TurnContext,
  { state, spoken, carried, asked }: Read,
  piece: string,
): Command {
  const routed = route(router, { ...context, state }, piece);
  const side = spoken === null ? null : sideOf(router, context, spoken, routed, piece);
  const told = withTold(router, context, carried, side ?? routed);
  return withSumBefore(router, asked.at(-1), told);
}

/** 「保本的吧，亏过没」: how it loses is told once. */
function withAsked(asked: readonly Command[], command: Described): readonly Command[] {
  const last = asked.at(-1);
  const isAgain =
    last?.do === 'describe_product' &&
    last.code === command.code &&
    last.aspects[0] === 'risk' &&
    command.aspects[0] === 'risk';
  if (!isAgain) return [...asked, command];
  return [...asked.slice(0, -1), joined(last, command.query)];
}

/** 「颐和养老还有两个月才满一年，现在能赎不」: what tells how things stand asks for no section. */
function onlyTells(router: Router, { pieces, told }: Pieces, piece: string): boolean {
  const isNamed = isBare(router, piece) || ONLY_NAMES.test(router.names.mask(piece));
  if (isNamed || told.includes(piece) || ONLY_TELLS.test(piece)) return true;
  const asks = isQuestion(piece) || asksYes(piece) || WISHES.test(piece);
  return pieces.some((one) => isQuestion(one)) && !asks && aspectsNamed(piece).length === 0;
}

function isOwnQuestion(
  router: Router,
  context: TurnContext,
  asked: readonly Command[],
  command: Described,
  piece: string,
): boolean {
  const isNamed = isQuestion(piece.replace(/呢[？?]?$/, '')) && router.names.find(piece).length > 0;
  const isOwn =
    isNamed ||
    command.aspects.includes('suitability') ||
    namesAnotherSide(asked, piece) ||
    asksAnotherFee(asked.at(-1), piece);
  return isOwn || asksSomething(router, context, command.code, piece);
}

const FEE = /(申购|认购|赎回|管理|托管|服务|投顾)费/;

/** 「申购费多少钱，拿一年管理费又多少」 */
function asksAnotherFee(before: Command | undefined, piece: string): boolean {
  const [fee] = FEE.exec(piece) ?? [];
  const isOther = before?.do === 'describe_product' && !before.query.includes(fee ?? '');
  return fee !== undefined && isOther && isQuestion(piece);
}

const OF_A_GAIN = /赚|收益|利息|能有|能拿|到手|亏|跌/;

/** 「…服务费几个点，二十万一年掏多少」: a sum alone asks for that cost in yuan; null: it asks something of its own. */
function costOfBefore(
  { names }: Router,
  before: Command | undefined,
  piece: string,
): readonly Command[] | null {
  if (before?.do !== 'describe_product' || !before.aspects.includes('fees')) return null;
  const asksSum = sumsIn(piece).length > 0 && /多少|几(块|百|千)/.test(piece);
  if (!asksSum || OF_A_GAIN.test(piece) || names.find(piece).length > 0) return null;
  return [joined(before, piece)];
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
