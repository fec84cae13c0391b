import type { Agent, Journal, TurnContext, Understanding } from '../../conversation/agent.js';
import { isOfAFlow } from '../../conversation/flows/engine.js';
import { asksTPlus } from '../../language/trade-terms.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { orderSum } from './about-products.js';
import { declinedIn } from './declined.js';
import { EMBEDDED_MODEL } from './embedded.js';
import { isHeldAgainst } from './held-against.js';
import { plainReply, withOpenings, withTold } from './in-flow.js';
import { withIdentity } from './asked-beside.js';
import { awaitsMoney } from './late-money.js';
import { looksBack } from './looking-back/look-back.js';
import { measureAsked } from './measures.js';
import { asksForGain } from './money-words.js';
import { datesAsked } from './order-dates.js';
import { ownGainsAsked } from './own-gains.js';
import { commandsOfCard } from './form-commands.js';
import { ofPlanIn } from './plan-answers.js';
import { ruleFor } from './rules.js';
import { withoutRegret } from './slots/second-thoughts.js';
import { isClassAlone, namesMeasure } from './share-class.js';
import { askedInContext } from './in-context.js';
import { offeredTest } from './test-offered.js';
import { asksWhetherItSuits, buyerIn, investsBorrowed, wishesToBuy } from './suitability-words.js';
import { isWronged } from './wronged.js';

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
    const commands = withOpenings(context, words, understood.commands);
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

/** Words that code may have to answer: whether it does, the embedded reading tells. */
function mayBeOurs(context: TurnContext): boolean {
  const words = wordsOf(context);
  return (
    context.customer !== null ||
    POINTS.test(words) ||
    PRINCIPAL_OR_PRICE.test(words) ||
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
    default:
      return command.do === 'describe_product' && command.aspects.some(isReckoned);
  }
}

const isReckoned = (aspect: ProductAspect): boolean =>
  aspect === 'fees' || aspect === 'risk' || aspect === 'performance';

/** Whether a product suits somebody, what comes of a sum, and when it should come: by the words alone. */
const BY_WORDS: readonly ((words: string) => boolean)[] = [
  asksWhetherItSuits,
  (words) => buyerIn(words) !== null,
  (words) => wishesToBuy(words) && orderSum(words) !== null,
  awaitsMoney,
  asksForGain,
  investsBorrowed,
  isWronged,
  isHeldAgainst,
  asksTPlus,
];

/** What is said of a signed plan, of one's own account or of what was said before. */
const IN_CONTEXT: readonly ((context: TurnContext, words: string) => boolean)[] = [
  (context, words) => ofPlanIn(words, context) !== null,
  looksBack,
  ({ state }, words) => isClassAlone(words) && state.products.length > 0,
  (context, words) => offeredTest(context, words) !== null,
  (context, words) => ownGainsAsked(context, words) !== null,
  (context, words) => askedInContext(context, words) !== null,
  (context, words) => datesAsked(context, words) !== null,
  ({ state }, words) => ruleFor(words, state)?.do === 'answer',
  ({ state }, words) => state.products.length > 0 && measureAsked(words) !== null,
  asksTheSame,
];

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

const NO_MODEL = { candidate: null, requestHash: null, tokens: null } as const;

const wordsOf = ({ messages }: TurnContext): string => messages.map(({ text }) => text).join('\n');

/** Null when any of the messages needs to be understood by a model. */
function outrightCommands(context: TurnContext): readonly Command[] | null {
  const each = context.messages.map(({ text: said, value }) => {
    const text = withoutRegret(said);
    const pressed = value && commandsOfCard(value, context);
    if (pressed) return pressed;
    const ofPlan = ofPlanIn(text, context);
    if (ofPlan?.rest === '') return ofPlan.commands;
    const declined = declinedIn(text, context.state);
    if (declined?.rest === '') return declined.commands;
    const rule = ruleFor(text, context.state);
    // What is asked beside a rule's answer has to be looked up.
    if (rule?.do === 'answer') return null;
    if (rule) return withOpenings(context, text, withIdentity(text, [rule]));
    const { flow } = context.state;
    return flow && plainReply(context, flow, text);
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
  const mayGoOn = context.state.entries.length > 0;
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
