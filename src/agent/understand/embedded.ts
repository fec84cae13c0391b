import type { Agent, TurnContext } from '../../conversation/agent.js';
import { plainSpeech } from '../../language/dialect.js';
import { askedInEnglish } from '../../language/english-asks.js';
import { inChineseTerms } from '../../language/english-terms.js';
import { withoutLooseSpaces } from '../../language/spacing.js';
import { supposedMove } from '../../language/supposed-move.js';
import type { Command } from '../../terms/command.js';
import { inTradeTerms } from '../../language/trade-terms.js';
import type { Product } from '../../terms/product.js';
import { withItsLaw } from './bare-article.js';
import { angryPoint, withLossTold } from './angry-points.js';
import { carriedOn } from './carried/carried-on.js';
import { gainOfNone } from './carried/gain-of-none.js';
import { optionMeant, whichOfThem } from './carried/which-of-them.js';
import { ownCarriedOn } from './carried/own-carried-on.js';
import { turnsToKind } from './bare-words.js';
import { declinedIn } from './declined.js';
import { withAskedBeside } from './asked-beside.js';
import { askedAfterDeath, inMourning } from './after-a-death.js';
import { askedFurther } from './further.js';
import { helpForWeak } from './fraud/aside.js';
import { onlyWantsApology } from './wants-apology.js';
import { plainlyAsked } from './plain-worries.js';
import { ofPlanIn } from './plan-answers.js';
import { changedOutright, needRevised } from './plan-questions.js';
import { planFirst } from './plan-first.js';
import type { Mention } from './product-names.js';
import { productNames } from './product-names.js';
import { feelingFirst } from './feelings.js';
import { ownMoneyTold } from './own-money.js';
import { ownAccountAsked } from './own-account.js';
import { ownRecordAsked } from './own-record-words.js';
import { ownFragment } from './own-fragments.js';
import { lookBack } from './looking-back/look-back.js';
import {
  answersNeed,
  commandsInFlow,
  correctedEcho,
  opening,
  plainReply,
  withOpenings,
} from './in-flow.js';
import { inTopic } from './rights-named.js';
import { investsBorrowed } from './borrowed-money.js';
import { askedInContext } from './in-context.js';
import { offeredTest } from './test-offered.js';
import { selfAskedBack, withOwnCase } from './own-case.js';
import { isQuestion, withoutGreeting } from './question-words.js';
import type { Router } from './router.js';
import { callMoved } from './call-moved.js';
import { commandsOfCard } from './form-commands.js';
import { ruleFor } from './rules.js';
import { freely, isUrgent, weighedIn } from './sentence.js';
import { shortAnswer } from './short-answers.js';
import { withoutRegret } from './slots/second-thoughts.js';
import { isOfCallTime, mayBeOfCall, namesTime } from './slots/callback-times.js';
import { toldIn } from './slots/told.js';
import { withDaysBeside } from './with-dates.js';
import { STRONG_EVIDENCE } from './topic.js';
import { teachingAsked } from './teaching.js';
import { worryAnswered } from './worries.js';
import { isMisSold, isWronged } from './wronged.js';

export interface EmbeddedDeps extends Omit<Router, 'names' | 'labels' | 'products'> {
  /** The public shelf, read at every turn: names come and go with products. */
  readonly shelf: () => Promise<readonly Product[]>;
  /** What only qualified investors may be shown: its names stand for its kind, and for nothing else. */
  readonly privateShelf: () => Promise<readonly Product[]>;
}

export const EMBEDDED_MODEL = 'embedded';

/** The default understanding: rules, then a trained router, references, and the evidence itself. */
export function understandEmbedded(deps: EmbeddedDeps): Agent['understand'] {
  return async (context) => {
    const shelf = await deps.shelf();
    const labels = new Map(shelf.map(({ code, name }): [string, string] => [code, name]));
    const products = new Map(shelf.map((product): [string, Product] => [product.code, product]));
    const router: Router = { ...deps, names: productNames(shelf), labels, products };
    const privateShelf = await deps.privateShelf();
    const commands = context.messages.flatMap(({ text, value }) => {
      const pressed = value && commandsOfCard(value, context);
      if (pressed) return pressed;
      return text.trim() === '' ? [] : withoutPrivate(privateShelf, router, context, text);
    });
    return {
      commands: distinct(commands),
      named: namedIn(router, context),
      candidate: null,
      model: EMBEDDED_MODEL,
      requestHash: null,
      tokens: null,
    };
  };
}

/** Who may buy what only qualified investors are shown is told by rule; about the product nothing is. */
function withoutPrivate(
  shelf: readonly Product[],
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] {
  const names = productNames(shelf);
  const [named] = names.find(text).flatMap(({ codes }) => codes);
  if (named === undefined) return commandsOf(router, context, text);
  const isTrust = shelf.find(({ code }) => code === named)?.type === 'trust';
  const kind = isTrust ? '信托' : '私募基金';
  return ASKS_ENTRY.test(text)
    ? commandsOf(router, context, names.mask(text).replaceAll('{product}', kind))
    : [{ do: 'list_products', query: kind, skip: 0 }];
}

const ASKS_ENTRY =
  /够格|资格|条件|门槛|够不够|凑|拼单|一起(买|投|进)|认定|(能|可以)不?(能|可以)?(买|投)|起(购|投)|(要|得|需要?)(多少|几|多大)|多少钱[^，。]{0,4}(进|买|投|才)|最(少|低)/;

const namedIn = ({ names }: Router, { messages }: TurnContext): readonly string[] =>
  messages
    .flatMap(({ text }) => names.find(text).filter((one) => !isOfMarket(text, one)))
    .flatMap(({ codes }) => (codes.length === 1 ? codes : []));

/** 「如果沪深300跌20%」 supposes something of a market, and speaks of no fund that follows it. */
const isOfMarket = (text: string, { start, end }: Mention): boolean =>
  supposedMove(text) !== null &&
  /^(沪深|上证|中证|标普|纳指|恒生|创业板)/.test(text.slice(start, end));

/** The words as the handbook would put them: what is looked up and learned from is written so. */
const inPlainWords = (said: string): string =>
  askedInEnglish(said) ??
  withoutGreeting(inTradeTerms(plainSpeech(inChineseTerms(withoutLooseSpaces(said)))));

/** What is said of a signed plan goes on record as it stands; the rest is read by itself. */
function commandsOf(router: Router, context: TurnContext, words: string): readonly Command[] {
  const read = readOf(router, context, words);
  return read.some(beginsPlan) && investsBorrowed(words, true) ? NOT_WITH_BORROWED : read;
}

/** A plan for borrowed money does not begin. */
const NOT_WITH_BORROWED: readonly Command[] = [{ do: 'refuse', subject: 'borrowed_money' }];

const beginsPlan = (command: Command): boolean =>
  command.do === 'start_flow' && command.flow === 'need';

function readOf(router: Router, context: TurnContext, words: string): readonly Command[] {
  const said = withoutRegret(words);
  const own = ownMoneyTold(context, said);
  if (own) return own;
  const ofPlan = ofPlanIn(said, context);
  if (!ofPlan) return withoutDeclined(router, context, said);
  const { commands, rest } = ofPlan;
  return rest === '' ? commands : [...commands, ...withoutDeclined(router, context, rest)];
}

/** What is declined is taken at its word, and the rest is read as if it stood alone. */
function withoutDeclined(router: Router, context: TurnContext, said: string): readonly Command[] {
  const declined = declinedIn(said, context.state);
  if (!declined) return understood(router, context, said);
  const { commands, rest } = declined;
  if (rest === '') return commands;
  const isClosed = commands.some((command) => command.do === 'cancel_flow');
  const state = isClosed ? { ...context.state, flow: null } : context.state;
  return [...commands, ...understood(router, { ...context, state }, rest)];
}

function understood(router: Router, context: TurnContext, said: string): readonly Command[] {
  const moved = callMoved(context, said);
  if (moved) {
    const { commands: booking, rest } = moved;
    return rest === '' ? booking : [...booking, ...understood(router, context, rest)];
  }
  const option = optionMeant(router, context, said);
  if (option !== null) return understood(router, { ...context, state: asTapped(context) }, option);
  const text = withItsLaw(context, inPlainWords(said));
  if (text === null) return [{ do: 'clarify', options: [] }];
  const beside = besideAlarm(context, text);
  if (beside) return understood(router, beside, said);
  const read = byRule(router, context, said, text) ?? asUnderWay(router, context, said, text);
  const commands = worryAnswered(router, context, text, read, (words) =>
    understood(router, context, words),
  );
  const { flow } = context.state;
  // What is told into a form is part of its answers; a plan hears it all the same.
  const felt =
    flow === null || flow.name === 'need'
      ? feelingFirst(text, commands, commands !== read)
      : commands;
  return inMourning(context, text, withLossTold(context, text, felt));
}

/** The alarm asks one question: what does not answer it is read as if nothing were open. Null: it does. */
function besideAlarm(context: TurnContext, text: string): TurnContext | null {
  const { flow } = context.state;
  if (flow?.name !== 'fraud' || plainReply(context, flow, text) !== null) return null;
  return { ...context, state: { ...context.state, flow: null } };
}

/** What was offered is taken, and offered no more. */
const asTapped = ({ state }: TurnContext): TurnContext['state'] => ({ ...state, offered: [] });

/** What explicit rules, a look back or what was just said decide; null: none of them does. */
function byRule(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
): readonly Command[] | null {
  const rule =
    offeredTest(context, text) ?? ruleFor(text, context.state) ?? selfAskedBack(context, text);
  const before = firstMeant(router, context, said, text, rule);
  if (before) return before;
  if (rule && !isSimpler(rule)) {
    return withOpenings(context, said, withAskedBeside(router, context, text, rule));
  }
  const carried = rule === null ? asksOn(router, context, text) : null;
  if (carried) return [carried];
  const isAnswer = context.state.flow !== null && answersNeed(context.state.flow, text);
  const back =
    correctedEcho(context, said) ?? (isAnswer ? null : lookedBack(router, context, text));
  if (back) return back;
  const asHeir = askedAfterDeath(router, context, text);
  if (asHeir) return withOpenings(context, said, asHeir);
  return whatFollows(router, context, said, text, rule);
}

/** The plan on the table, what means one thing only, and what begins no new plan. */
function firstMeant(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
  rule: Command | null,
): readonly Command[] | null {
  const ofPlan = planFirst(router, context, text, rule);
  if (ofPlan) return toldWith(context, said, [ofPlan]);
  const plainly = leavesOpen(rule) ? plainlyMeant(router, context, said, text) : null;
  return plainly ?? beforePlan(router, context, text, rule);
}

/** What goes on from what was told, or can mean one thing only. */
function whatFollows(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
  rule: Command | null,
): readonly Command[] | null {
  const further = askedFurther(router, context, text) ?? taughtOf(router, context, text);
  if (further) return [further];
  const outright = rule ?? asked(router, context, text);
  if (outright) return withOpenings(context, said, [outright]);
  const inContext = askedInContext(context, text);
  return inContext && toldWith(context, said, inContext);
}

/** What is only said in part goes on from what was asked, or which is meant is asked. */
const asksOn = (router: Router, context: TurnContext, text: string): Command | null =>
  carriedOn(router, context, text) ??
  whichOfThem(router, context, text) ??
  (context.state.flow === null ? turnsToKind(text) : null) ??
  gainOfNone(router, context, text);

const isSimpler = (rule: Command): boolean => rule.do === 'social' && rule.act === 'simpler';

/** A rule that only says whose it is, or that it was too much, leaves open what is asked. */
const leavesOpen = (rule: Command | null): boolean =>
  rule === null || isSimpler(rule) || isOnlyWhose(rule) || isPraise(rule);

const isOnlyWhose = (rule: Command): boolean =>
  rule.do === 'own_account' && rule.about !== 'stocks';

/** 「你们可真行」 may be meant the other way round. */
const isPraise = (rule: Command): boolean => rule.do === 'social' && rule.act === 'praise';

/** What means one thing whatever was said before it: their own account, a plain worry, or a wish for a sorry. */
function plainlyMeant(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
): readonly Command[] | null {
  const ofTheirs = ownCarriedOn(router, context, text) ?? ownFragment(router, context, text);
  if (ofTheirs) return withOpenings(context, said, [ofTheirs]);
  const onRecord = ownRecordAsked(context, text);
  if (onRecord) return withDaysBeside(router, context, text, onRecord);
  const plainly = plainlyAsked(router, context, text) ?? angryPoint(context, text);
  if (plainly) return plainly;
  const apology = context.state.flow === null ? onlyWantsApology(text) : null;
  return apology && [apology];
}

const asked = (router: Router, context: TurnContext, text: string): Command | null =>
  shortAnswer(text, context.state) ?? ownAccountAsked(router, context, text);

const lookedBack = (router: Router, context: TurnContext, text: string) =>
  lookBack(router, context, text, (within, words) => understood(router, within, words));

/**
 * What begins no new plan, whatever the money is for: two of ours that are weighed, and 「一点都不能亏的话又怎么放」
 * of the plan on the table.
 */
function beforePlan(
  router: Router,
  context: TurnContext,
  text: string,
  rule: Command | null,
): readonly Command[] | null {
  const { flow } = context.state;
  const mayWeigh = flow === null || flow.name === 'need';
  const isOpen = rule === null || (rule.do === 'start_flow' && rule.flow === 'need');
  const weighed = mayWeigh && isOpen ? weighedIn(router, context, text) : null;
  if (weighed) return [weighed];
  if (rule === null) return changedOutright(context, text);
  return isOpen ? needRevised(context, text) : null;
}

/** A question of the questionnaire is explained there; a complaint hears every word. */
const taughtOf = (router: Router, context: TurnContext, text: string): Command | null =>
  context.state.flow?.name === 'assessment' || context.state.flow?.name === 'complaint'
    ? null
    : teachingAsked(router, context, text);

/** What moves the matter under way, or asks something else. */
function asUnderWay(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
): readonly Command[] {
  const { flow, handoff, callbackSlots } = context.state;
  const others = (part?: string) => {
    const words = part === undefined ? text : inPlainWords(part);
    const asked = withOwnCase(context.state, inTopic(context.state, words));
    return withOpenings(context, said, freely(router, context, asked));
  };
  if (isWronged(text) && flow?.name !== 'complaint') {
    const isOnRecord = context.customer !== null && isMisSold(text);
    return isOnRecord ? heldAgainstRecord(text) : takenIn(router, context, others());
  }
  // What is kept of a matter is kept in the customer's own words.
  if (flow) return commandsInFlow(router, context, flow, said, others);
  if (handoff === 'requested' && callbackSlots.length > 0) {
    const isWhen = isOfCallTime(text);
    const booking = opening('callback', context, isWhen ? said : toldIn(said));
    const tellsWhen = booking.length > 1 || (namesTime(text) && !isQuestion(text));
    if (isWhen || (tellsWhen && mayBeOfCall(text))) return booking;
  }
  return helpForWeak(router, context, text, others());
}

/** Taken in, and what our own record has of it: the class, and whether anything held is above it. */
const heldAgainstRecord = (text: string): readonly Command[] => [
  { do: 'social', act: 'wronged' },
  { do: 'my_profile' },
  { do: 'own_account', query: `我的持仓风险高不高，${text}`, about: 'holdings' },
];

/** Whoever was wronged is taken in first; what is surely known of it comes after. */
function takenIn(
  router: Router,
  { today }: TurnContext,
  others: readonly Command[],
): readonly Command[] {
  const urgent = others.filter(isUrgent);
  if (urgent.length > 0) return urgent;
  const known = others.filter(
    (command) =>
      command.do === 'answer' && router.lookUp(command.query, today).support >= STRONG_EVIDENCE,
  );
  return [{ do: 'social', act: 'wronged' }, ...known];
}

/** Commands that bring their values with them are whole; the others are told with what the words say. */
const toldWith = (
  context: TurnContext,
  said: string,
  commands: readonly Command[],
): readonly Command[] =>
  commands.some(({ do: act }) => act === 'set_slots')
    ? commands
    : withOpenings(context, said, commands);

function distinct(commands: readonly Command[]): readonly Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    const key = JSON.stringify(command);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
