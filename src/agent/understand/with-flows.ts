import type { Agent, Journal, TurnContext, Understanding } from '../../conversation/agent.js';
import { isOfAFlow } from '../../conversation/flows/engine.js';
import { asksForPart } from '../../language/part-sold.js';
import { findingTold } from '../../language/spoken-policy.js';
import { asksTPlus } from '../../language/trade-terms.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { angryPoint } from './angry-points.js';
import { orderSum, paysInDatedMoney } from './money-told.js';
import { fragmentIn } from './carried/fragment.js';
import { callMoved } from './call-moved.js';
import { declinedIn } from './declined.js';
import { asksDemandRate } from './deposit-asked.js';
import { EMBEDDED_MODEL } from './embedded.js';
import { isHeldAgainst } from './held-against.js';
import { mayBeFirstStep } from './first-steps.js';
import { correctedEcho, plainReply, withOpenings, withTold } from './in-flow.js';
import { mayAskLimit } from './limit-asked.js';
import { withIdentity } from './asked-beside.js';
import { awaitsMoney } from './late-money.js';
import { looksBack } from './looking-back/look-back.js';
import { measureAsked } from './measures.js';
import { asksForGain } from './money-words.js';
import { datesAsked } from './order-dates.js';
import { ownGainsAsked } from './own-gains.js';
import { inMourning, isBereaved } from './after-a-death.js';
import { commandsOfCard } from './form-commands.js';
import { ownDragAsked } from './own-drag-words.js';
import { ownFiguresAsked } from './own-figure-words.js';
import { ownRecordAsked } from './own-record-words.js';
import { ownTermAsked } from './own-term-words.js';
import { ownMoneyTold } from './own-money.js';
import { ofPlanIn } from './plan-answers.js';
import { leavesPlan, needRevised, planAsked } from './plan-questions.js';
import { ruleFor } from './rules.js';
import { withoutRegret } from './slots/second-thoughts.js';
import { isClassAlone, namesMeasure } from './share-class.js';
import { askedInContext } from './in-context.js';
import { nearsAlarm } from './in-the-middle.js';
import { offeredTest } from './test-offered.js';
import { investsBorrowed } from './borrowed-money.js';
import { asksWhetherItSuits, buyerIn, wishesToBuy } from './suitability-words.js';
import { asksForTerm } from './plain-worries.js';
import { isShortWish } from './short-wishes.js';
import { apologyWanted } from './wants-apology.js';
import { asksBesideWorry } from './worries.js';
import { isWarnedOff, isWronged } from './wronged.js';

/**
 * What no large model is asked for, whichever is configured: pressed buttons, explicit rules such as
 * emergencies, and replies to what a matter under way has asked, which the embedded model reads. A
 * matter is told with what the customer's own words say about it: a large model's reading of an amount,
 * or of a yes, is never recorded.
 */
export function withFlows(
  model: Agent['understand'],
  embedded: Agent['understand'],
): Agent['understand'] {
  return async (context, journal) => {
    const outright = outrightCommands(context);
    if (outright) {
      const { candidate, requestHash, tokens } = NO_MODEL;
      return { commands: outright, candidate, model: EMBEDDED_MODEL, requestHash, tokens };
    }
    if (isDecidedByRule(context)) return embedded(context, journal);
    const own = await readWithoutModel(context, journal, embedded);
    if (own) return own;
    const understood = await model(context, journal);
    const words = wordsOf(context);
    const commands = inMourning(context, words, withOpenings(context, words, understood.commands));
    const { flow } = context.state;
    const declined = declinedIn(words, context.state)?.commands ?? [];
    if (declined.length > 0) return { ...understood, commands: [...declined, ...commands] };
    const isTold = flow === null || commands.some(isOfAFlow);
    return {
      ...understood,
      commands: isTold ? commands : withTold(context, flow, words, commands),
    };
  };
}

const POINTS = /[那这](只|款|支|个)/;
const PRINCIPAL_OR_PRICE = /保(本|证?本金)|净值/;

/** 「那红利联接呢」 「两个都算算」 「第二个」 go on from what was asked. */
const SAID_IN_PART =
  /^.{1,14}呢[?？]?$|^(这|那)?[两三几俩].{1,8}$|^(那|就)?(另外?[一那]|第.|[前后]面?[那一]?)(个|只|款)/;

/** Words that code may have to answer: whether it does, the embedded reading tells. */
function mayBeOurs(context: TurnContext): boolean {
  const words = wordsOf(context);
  return (
    context.customer !== null ||
    POINTS.test(words) ||
    PRINCIPAL_OR_PRICE.test(words) ||
    (context.state.products.length > 0 && SAID_IN_PART.test(words.trim())) ||
    namesMeasure(words, context)
  );
}

/**
 * 「养老目标那只」 where there are two: which of our own is meant is no guess of a model. Nor is what a
 * product charges for the customer's own time or sum, whether it can lose, what it cost when, and what
 * the customer holds of it.
 */
function isOurs(command: Command): boolean {
  switch (command.do) {
    case 'clarify':
      return command.options.some(({ product }) => product !== undefined);
    case 'own_account':
      return command.about !== undefined;
    case 'compare_products':
      return true;
    default:
      return (
        command.do === 'describe_product' &&
        // Whether it suits the customer is the gate's to tell.
        (command.buyer !== undefined || command.aspects.some(isReckoned))
      );
  }
}

const isReckoned = (aspect: ProductAspect): boolean =>
  aspect === 'fees' || aspect === 'risk' || aspect === 'performance';

/** 「要是我人没了，家里人怎么取」: what heirs do stands in one entry, part by part. */
function speaksOfDeath(words: string): boolean {
  return /人(没|走)了|不在了|去世|过世|离世|身故|遗产|遗嘱|继承/.test(words);
}

/** Whether a product suits somebody, what comes of a sum, and when it should come: by the words alone. */
const BY_WORDS: readonly ((words: string) => boolean)[] = [
  asksWhetherItSuits,
  (words) => buyerIn(words) !== null,
  (words) => wishesToBuy(words) && orderSum(words) !== null,
  paysInDatedMoney,
  (words) => findingTold(words) !== null,
  awaitsMoney,
  asksForGain,
  investsBorrowed,
  isWronged,
  isWarnedOff,
  isHeldAgainst,
  asksTPlus,
  mayBeFirstStep,
  mayAskLimit,
  asksForPart,
  asksBesideWorry,
  asksDemandRate,
  asksForTerm,
  isShortWish,
  speaksOfDeath,
];

/** What is said of a signed plan, of one's own account or of what was said before. */
const IN_CONTEXT: readonly ((context: TurnContext, words: string) => boolean)[] = [
  (context, words) => ofPlanIn(words, context) !== null,
  looksBack,
  ({ state }, words) => isClassAlone(words) && state.products.length > 0,
  goesOnAsking,
  (context, words) => offeredTest(context, words) !== null,
  (context, words) => ownGainsAsked(context, words) !== null,
  (context, words) => askedInContext(context, words) !== null,
  (context, words) => datesAsked(context, words) !== null,
  ({ state }, words) => ruleFor(words, state)?.do === 'answer',
  ({ state }, words) => state.products.length > 0 && measureAsked(words) !== null,
  (context, words) => ownRecordAsked(context, words) !== null,
  asksTheSame,
  (context, words) => callMoved(context, words) !== null,
  (context, words) => isOnlyFirst(ruleFor(words, context.state), context, words),
  (context, words) => (ownFiguresAsked(context, words) ?? ownTermAsked(context, words)) !== null,
  (context, words) => (correctedEcho(context, words) ?? needRevised(context, words)) !== null,
  ({ state }, words) => state.flow?.name === 'complaint' && apologyWanted(words) !== null,
  (context, words) => angryPoint(context, words) !== null,
  ({ state }, words) => state.flow !== null && nearsAlarm(state.flow, words),
];

/** 「那第31天呢」: what it changes of the question before it is no guess of a model. */
function goesOnAsking({ state }: TurnContext, words: string): boolean {
  const fragment = state.flow === null ? fragmentIn(words) : null;
  return fragment !== null && (state.products.length > 0 || fragment.letter !== null);
}

/** Nobody is read the same answer twice. */
function asksTheSame({ history }: TurnContext, words: string): boolean {
  const asked = history.filter(({ role }) => role === 'customer').slice(-STILL_HEARD);
  return asked.some(({ text }) => text === words);
}

const STILL_HEARD = 4;

/** Reckoned by code, whichever model is configured. */
function isDecidedByRule(context: TurnContext): boolean {
  const words = wordsOf(context);
  return (
    BY_WORDS.some((applies) => applies(words)) ||
    IN_CONTEXT.some((applies) => applies(context, words))
  );
}

/** What a rule reads is not all of it: the embedded reading has the word. */
function isOnlyFirst(rule: Command | null, context: TurnContext, words: string): boolean {
  if (isPlanFirst(rule, context, words)) return true;
  if (rule?.do === 'own_account') {
    // Which side of it is asked, the whole of the words may tell.
    if (rule.about === undefined) return true;
    const asked = [ownFiguresAsked, ownDragAsked, ownTermAsked, ownRecordAsked];
    return asked.some((one) => one(context, words) !== null);
  }
  // 「你说慢一点，我不懂「申购」」 wants the word explained.
  if (rule?.do === 'social' && rule.act === 'simpler') return asksForTerm(words);
  // 「你们可真行」 is praise by its words alone.
  if (rule?.do === 'social' && rule.act === 'praise') return angryPoint(context, words) !== null;
  return rule?.do === 'start_flow' && rule.flow === 'need' && beginsNoPlan(context, words);
}

/**
 * 「安禾跟日日现金，生活费放哪个」 weighs two, 「一点都不能亏的话又怎么放」 is of the plan there is, and borrowed
 * money has none.
 */
const beginsNoPlan = (context: TurnContext, words: string): boolean =>
  WEIGHS.test(words) || needRevised(context, words) !== null || investsBorrowed(words, true);

/** The plan on the table has the word before the rule. */
const isPlanFirst = (rule: Command | null, context: TurnContext, words: string): boolean =>
  rule !== null && leavesPlan(rule) && planAsked(context, words) !== null;

const WEIGHS = /(跟|和|与|还是|比)[^，。]{2,}/;

const NO_MODEL = { candidate: null, requestHash: null, tokens: null } as const;

const wordsOf = ({ messages }: TurnContext): string => messages.map(({ text }) => text).join('\n');

/** Null when any of the messages needs to be understood by a model. */
function outrightCommands(context: TurnContext): readonly Command[] | null {
  const each = context.messages.map(({ text: said, value }) => {
    const text = withoutRegret(said);
    const pressed = value && commandsOfCard(value, context);
    if (pressed) return pressed;
    const own = ownMoneyTold(context, text);
    if (own) return own;
    const ofPlan = ofPlanIn(text, context);
    if (ofPlan?.rest === '') return ofPlan.commands;
    const declined = declinedIn(text, context.state);
    if (declined?.rest === '') return declined.commands;
    const rule = ruleFor(text, context.state);
    // What is asked beside a rule's answer has to be looked up.
    if (rule?.do === 'answer' || isOnlyFirst(rule, context, text)) return null;
    if (rule) return withOpenings(context, text, withIdentity(text, [rule]));
    const { flow } = context.state;
    return flow && !nearsAlarm(flow, text) ? plainReply(context, flow, text) : null;
  });
  const known = each.filter((commands) => commands !== null);
  return known.length > 0 && known.length === each.length ? known.flat() : null;
}

/**
 * What the embedded model answers for itself: what is ours to reckon, what goes on about an entry, and a
 * yes, a no or a time in other words than the plain ones. Null: none of it.
 */
async function readWithoutModel(
  context: TurnContext,
  journal: Journal,
  embedded: Agent['understand'],
): Promise<Understanding | null> {
  const isOwn = [
    ...(mayBeOurs(context) ? [isOurs] : []),
    ...(wasAsked(context) ? [isReplyIn(context)] : []),
  ];
  const mayGoOn = context.state.entries.length > 0 || isBereaved(context);
  if (isOwn.length === 0 && !mayGoOn) return null;
  const heard = await embedded(context, journal);
  if (heard.commands.some(goesOnAboutEntry)) return heard;
  const isWhole = heard.commands.length > 0 && isOwn.some((own) => heard.commands.every(own));
  return isWhole ? heard : null;
}

/** Something was asked, which these words may answer. */
const wasAsked = ({ state: { flow, handoff, callbackSlots } }: TurnContext): boolean =>
  flow !== null || (handoff === 'requested' && callbackSlots.length > 0);

/** 「要带什么」: the parts of an entry are looked up by code, and a model knows nothing of them. */
const goesOnAboutEntry = (command: Command): boolean =>
  command.do === 'answer' && command.entry !== undefined;

const isReplyIn =
  ({ state }: TurnContext) =>
  (command: Command): boolean =>
    command.do === 'start_flow'
      ? command.flow === 'callback' && state.flow === null
      : isOfAFlow(command);
