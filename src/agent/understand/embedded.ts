import type { Agent, TurnContext } from '../../conversation/agent.js';
import { plainSpeech } from '../../language/dialect.js';
import { inChineseTerms } from '../../language/english-terms.js';
import { withoutLooseSpaces } from '../../language/spacing.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { inTradeTerms } from '../../language/trade-terms.js';
import type { Product } from '../../terms/product.js';
import { clausesOf } from './clauses.js';
import { declinedIn } from './declined.js';
import { withHowDaysCount } from './late-money.js';
import { holdsAgainstTheirs } from './foreign-products.js';
import { helpForWeak } from './fraud/aside.js';
import { ofPlanIn } from './plan-answers.js';
import { productNames } from './product-names.js';
import { ownAccountAsked } from './own-account.js';
import { lookBack } from './looking-back/look-back.js';
import { commandsInFlow, inTopic, opening, withOpenings } from './in-flow.js';
import { askedInContext } from './in-context.js';
import { offeredTest } from './test-offered.js';
import { isQuestion, withoutGreeting } from './question-words.js';
import { questionsIn, speakingOf } from './questions.js';
import type { Router } from './router.js';
import { route } from './routing.js';
import { commandsOfCard } from './form-commands.js';
import { ruleFor } from './rules.js';
import { shortAnswer } from './short-answers.js';
import { mattersIn, STRONG_EVIDENCE } from './topic.js';
import { unlessUnsaid } from './speaks-of.js';
import { wishesToBuy } from './suitability-words.js';
import { withDates } from './with-dates.js';
import { isWronged } from './wronged.js';

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
  /够格|资格|条件|门槛|够不够|凑|拼单|一起(买|投|进)|认定|(能|可以)不?(能|可以)?(买|投)|起(购|投)/;

const namedIn = ({ names }: Router, { messages }: TurnContext): readonly string[] =>
  messages
    .flatMap(({ text }) => names.find(text))
    .flatMap(({ codes }) => (codes.length === 1 ? codes : []));

/** The words as the handbook would put them: what is looked up and learned from is written so. */
const inPlainWords = (said: string): string =>
  withoutGreeting(inTradeTerms(plainSpeech(inChineseTerms(withoutLooseSpaces(said)))));

/** What is said of a signed plan goes on record as it stands; the rest is read by itself. */
function commandsOf(router: Router, context: TurnContext, said: string): readonly Command[] {
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
  const text = inPlainWords(said);
  return byRule(router, context, said, text) ?? asUnderWay(router, context, said, text);
}

/** What explicit rules, a look back or what was just said decide; null: none of them does. */
function byRule(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
): readonly Command[] | null {
  const rule = offeredTest(context, text) ?? ruleFor(text, context.state);
  const isSimpler = rule?.do === 'social' && rule.act === 'simpler';
  if (rule && !isSimpler) return withOpenings(context, said, [rule]);
  const back = lookBack(router, context, text, (within, words) =>
    understood(router, within, words),
  );
  if (back) return back;
  const outright =
    rule ?? shortAnswer(text, context.state) ?? ownAccountAsked(router, context, text);
  if (outright) return withOpenings(context, said, [outright]);
  const inContext = askedInContext(context, text);
  return inContext && toldWith(context, said, inContext);
}

/** What moves the matter under way, or asks something else. */
function asUnderWay(
  router: Router,
  context: TurnContext,
  said: string,
  text: string,
): readonly Command[] {
  const { flow, handoff, callbackSlots } = context.state;
  const others = () =>
    withOpenings(context, said, freely(router, context, inTopic(context.state, text)));
  if (isWronged(text) && flow?.name !== 'complaint') return takenIn(router, context, others());
  // What is kept of a matter is kept in the customer's own words.
  if (flow) return commandsInFlow(router, context, flow, said, others);
  if (handoff === 'requested' && callbackSlots.length > 0) {
    const booking = opening('callback', context, said);
    if (booking.length > 1 && !isQuestion(text)) return booking;
  }
  return helpForWeak(router, context, text, others());
}

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

/** A sentence by itself, whatever was under way. */
function freely(router: Router, context: TurnContext, text: string): readonly Command[] {
  const commands = withDates(router, context, text, read(router, context, text));
  return withHowDaysCount(text, commands);
}

function read(router: Router, context: TurnContext, text: string): readonly Command[] {
  const whole = unlessUnsaid(route(router, context, text), text);
  if (isUrgent(whole)) return [whole];
  const held = heldAgainstTheirs(router, text);
  if (held) return held;
  if (isWish(whole) && wishesToBuy(text)) return [whole];
  const clauses = clausesOf(text);
  if (clauses.length === 1) {
    const several = isOnCard(router, context, whole) ? null : questionsIn(router, context, text);
    return several ?? [whole];
  }
  const parts = partsOf(router, context, clauses);
  return parts.find(isUrgent) ? parts.filter(isUrgent) : mergeParts(router, context, whole, parts);
}

/** 「养老目标2045不错，想买那个，锁三年那个」: whether it suits is all there is to say. */
const isWish = (command: Command): boolean =>
  command.do === 'describe_product' && command.buyer === 'self';

/** A section written for this very question answers both halves of it. */
const AS_WRITTEN = 0.95;

function isOnCard(router: Router, { today }: TurnContext, command: Command): boolean {
  if (command.do !== 'describe_product' || !/[，,、]/.test(command.query)) return false;
  const product = router.products.get(command.code);
  return product !== undefined && router.cardSupport(product, command.query, today) >= AS_WRITTEN;
}

/** Another house's product beside one of ours: that we cannot speak for theirs, and what ours is. */
function heldAgainstTheirs(
  { names, otherHouses }: Router,
  text: string,
): readonly Command[] | null {
  if (!holdsAgainstTheirs(text, otherHouses)) return null;
  const [code, ...more] = names.find(text).flatMap(({ codes }) => codes);
  if (more.length > 0) return null;
  if (code === undefined) return besideAKind(text.replace(otherHouses, ''));
  const ours: Command = {
    do: 'describe_product',
    code: productCode(code),
    aspects: ['overview'],
    query: text,
  };
  return [{ do: 'foreign_product' }, ours];
}

/** 「余额宝和你们的货币基金有啥区别」: of a kind of ours, what is on the shelf. */
function besideAKind(text: string): readonly Command[] | null {
  const [kind] = /你们|咱们|贵行/.test(text) ? mattersIn(text) : [];
  return kind === undefined
    ? null
    : [{ do: 'foreign_product' }, { do: 'list_products', query: `你们有哪些${kind}`, skip: 0 }];
}

/** Clause by clause; a later one means the product an earlier one named. */
function partsOf(
  router: Router,
  context: TurnContext,
  clauses: readonly string[],
): readonly Command[] {
  let { state } = context;
  return clauses.flatMap((clause) => {
    const within = { ...context, state };
    const outright = ruleFor(clause, state);
    const commands = outright
      ? [outright]
      : (questionsIn(router, within, clause) ?? [route(router, within, clause)]);
    state = commands.reduce(speakingOf, state);
    return commands;
  });
}

const isUrgent = (command: Command): boolean =>
  command.do === 'emergency' || command.do === 'request_human';

/** Two questions are two commands; a story with one question is one. */
function mergeParts(
  router: Router,
  { today }: TurnContext,
  whole: Command,
  parts: readonly Command[],
): readonly Command[] {
  const isIdle = (command: Command) =>
    (command.do === 'social' && command.act !== 'upset' && command.act !== 'wronged') ||
    command.do === 'out_of_scope' ||
    // 「好的。」 before a question answers nothing that was asked.
    (command.do === 'clarify' && command.options.length === 0);
  // 「我就一万块钱扣多少啊」 after 「听说要扣1.5%？」 is about the charge, not about an account.
  const isCharge = (command: Command) =>
    command.do === 'own_account' &&
    command.about === undefined &&
    /扣|手续|费/.test(command.query) &&
    parts.some(({ do: act }) => act === 'answer' || act === 'describe_product');
  const substantial = parts.filter((command) => !isIdle(command) && !isCharge(command));
  if (substantial.length === 0) return [whole];
  // 「…，几天之内算数」 alone has no basis and was answered with the rest: no apology beside the answer.
  const isSupported = (command: Command) =>
    command.do !== 'answer' ||
    router.lookUp(command.query, today).support >= router.supportThreshold;
  const supported = substantial.filter(isSupported);
  if (supported.length === 0) return [whole];
  // 「我签字还不行吗，我就要买」: the opinion says of it what the handbook does.
  if (supported.some(isInsisting)) return supported.filter(({ do: act }) => act !== 'answer');
  return isSupported(whole) ? supported : substantial;
}

const isInsisting = (command: Command): boolean =>
  command.do === 'describe_product' && command.buyer === 'insistent';

function distinct(commands: readonly Command[]): readonly Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    const key = JSON.stringify(command);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
