import type { TurnContext } from '../../conversation/agent.js';
import type { ConversationState } from '../../conversation/evolve.js';
import type { Command, ProductAspect, RefusedSubject } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import type { Product } from '../../terms/product.js';
import type { Classifier, Ranked } from '../models/embedded/classifier.js';
import { askingParts } from './asking-part.js';
import { aspectsNamed } from './aspect-words.js';
import { commandOfIntent, destinationsOf } from './destinations.js';
import { followUp } from './follow-up.js';
import { comfortFor } from './mood.js';
import { namesForeignProduct } from './foreign-products.js';
import type { Intent, IntentCatalogue } from './intents.js';
import { awaitsMoney } from './late-money.js';
import { ourOnly } from './our-kinds.js';
import type { Mention, ProductNames } from './product-names.js';
import { isQuestion, onlyTells } from './question-words.js';
import {
  asksForBest,
  asksForCost,
  asksForRule,
  asksToCompare,
  asksWhetherAllowed,
  asksWhyShown,
  continuesList,
  isGeneral,
  pointsAtProduct,
  referredProducts,
  tellsOfOthers,
  unknownCode,
} from './references.js';
import { kindAlone, measureAlone } from './bare-words.js';
import { asksForShelf } from './shelf-questions.js';
import { speaksOfAlarm } from './speaks-of.js';
import { asksWhetherItSuits } from './suitability-words.js';
import { STRONG_EVIDENCE, currentProduct, withTopic } from './topic.js';

/** What one sentence is read with: the trained router, the shelf's names, and the evidence there is. */
export interface Router {
  readonly catalogue: IntentCatalogue;
  readonly classifier: Classifier;
  readonly names: ProductNames;
  /** Product names by code. */
  readonly labels: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, Product>;
  /** What general knowledge holds for a question: how well (0…1), and in which document. */
  readonly lookUp: (query: string, today: string) => Evidence;
  /** How well one product's card answers a question, 0…1. */
  readonly cardSupport: (product: Product, query: string, today: string) => number;
  readonly supportThreshold: number;
  /** Names of other houses and their best-known products. */
  readonly otherHouses: RegExp;
}

export interface Evidence {
  readonly support: number;
  readonly document: string | null;
}

/** Below these the model abstains and the evidence decides. Read off the held-out set. */
const SURE = 0.5;
const EMERGENCY = 0.6;
/** A longer sentence says itself what it points at. */
const SHORT_POINTER = 12;

/** The one command a sentence stands for. */
export function route(router: Router, context: TurnContext, text: string): Command {
  const { names, labels } = router;
  const ranked = router.classifier.rank(names.mask(text));
  const intent = confidentIntent(router, ranked);
  const mentioned = names.find(text).map((mention) => narrowed(mention, context));
  const named = mentioned.flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  const referred = named.length === 0 ? referredProducts(text, context.state) : [];
  const isOnCard = (product: Product) => cardAnswersBetter(router, context, product, text);
  const ours =
    mentioned.length + referred.length === 0
      ? ourOnly(router.products.values(), text, isOnCard)
      : [];
  const meant = [...named, ...referred, ...ours.map(({ code }) => code)];
  const current = meant.length === 0 && BOTH_CLASSES.test(text) ? context.state.products[0] : null;
  const codes = withSister(labels, text, current ? [current] : [...new Set(meant)]);
  return (
    outright(router, context, intent, text) ??
    suitability(router, context, text, codes) ??
    followUp(router, context, text, codes) ??
    reasonAsked(router, context, intent, text) ??
    refusal(intent, codes, text) ??
    unnamed(router, context, text, mentioned, codes) ??
    aboutProducts(router, ranked, context, text, codes) ??
    ofTheShelf(router, context, text) ??
    generalCommand(router, ranked, intent, context, text)
  );
}

/** 「货基那只」 after one of ours was spoken of means that one. */
function narrowed(mention: Mention, { state }: TurnContext): Mention {
  const [current] = state.products;
  return current && mention.codes.includes(current) ? { ...mention, codes: [current] } : mention;
}

/** A section this close to the words is about them … */
const ON_CARD = 0.6;
/** … and speaks of the customer's case where general knowledge is this much further from it. */
const CLEARLY = 0.08;

function cardAnswersBetter(
  { cardSupport, lookUp }: Router,
  { today }: TurnContext,
  product: Product,
  text: string,
): boolean {
  const own = cardSupport(product, text, today);
  return own >= ON_CARD && own > lookUp(text, today).support + CLEARLY;
}

/** What no other reading of the words may stand before: emergencies, a person, and most refusals. */
const outright = (
  router: Router,
  context: TurnContext,
  intent: Intent | null,
  text: string,
): Command | null =>
  intent && isSafety(intent) && !isWeighable(intent) && !isOnlyAName(router, intent, text)
    ? safetyCommand(router, context, intent, text)
    : null;

/** 「星河对冲九号收益怎么样」: a name nobody knows is no other customer. */
const isOnlyAName = ({ otherHouses }: Router, intent: Intent, text: string): boolean =>
  subjectRefused(intent) === 'other_customer' && namesForeignProduct(text, otherHouses);

/**
 * 「投诉最晚多少天要答复」 「亏了还收管理费？」: whoever asks what knowledge has is answered, however it is
 * asked.
 */
function safetyCommand(
  router: Router,
  { today }: TurnContext,
  intent: Intent,
  text: string,
): Command {
  const wish = intent.command === 'request_human' ? intent.subject : null;
  const isKnown = () => router.lookUp(text, today).support >= router.supportThreshold;
  const asks = wish === 'complaint' ? asksForRule(text) : wish === 'distress' && isQuestion(text);
  if (asks && isKnown()) return { do: 'answer', query: text };
  return wish === 'distress' ? comfortFor(text) : commandOfIntent(intent, text, false);
}

/** Whether one product suits somebody is answered by rule, beside what else is asked of it. */
function suitability(
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  if (codes.length > 1 || !asksWhetherItSuits(text)) return null;
  const code = codes[0] ?? (isGeneral(text) ? null : currentProduct(router, context));
  const side = aspectsNamed(text).slice(0, 1);
  return code ? describe(code, [...side, 'suitability'], text) : null;
}

/** 「你凭啥给我推这个」 asks why something was shown, not for another to be picked. */
const reasonAsked = (
  router: Router,
  { today }: TurnContext,
  intent: Intent | null,
  text: string,
): Command | null =>
  intent &&
  subjectRefused(intent) === 'personal_pick' &&
  asksWhyShown(text) &&
  router.lookUp(text, today).support >= router.supportThreshold
    ? { do: 'answer', query: text }
    : null;

/** The refusals that a follow-up, or two named products, may show to be plain questions. */
const refusal = (intent: Intent | null, codes: readonly string[], text: string): Command | null =>
  intent && isWeighable(intent) && !weighsNamed(intent, codes, text)
    ? commandOfIntent(intent, text, false)
    : null;

/** Nothing of ours is named for certain: which of two, the best of all, another house's, or more of a list. */
function unnamed(
  { labels, otherHouses }: Router,
  { state }: TurnContext,
  text: string,
  mentioned: readonly Mention[],
  codes: readonly string[],
): Command | null {
  if (mentioned.some((mention) => mention.codes.length === 1)) return null;
  const [ambiguous] = mentioned;
  if (ambiguous) return clarifyProduct(labels, text, ambiguous.codes);
  if (codes.length < 2 && asksForBest(text)) return { do: 'refuse', subject: 'personal_pick' };
  if (namesForeignProduct(text, otherHouses)) return { do: 'foreign_product' };
  const more = codes.length === 0 ? continuesList(text, state) : null;
  return more && { do: 'list_products', ...more };
}

/** A kind of product, or a code we do not know. */
function ofTheShelf(router: Router, context: TurnContext, text: string): Command | null {
  const kind = withTopic(router, context, text) === text ? kindAlone(text) : null;
  if (kind) return kind;
  if (asksForShelf(text)) return { do: 'list_products', query: text, skip: 0 };
  const unknown = unknownCode(text);
  return unknown === null ? null : describe(unknown, ['overview'], text);
}

/** A refusal that words about a product, or a pointing word, may show to be a plain question. */
const isWeighable = (intent: Intent): boolean =>
  ['market_prediction', 'personal_pick', 'discretion'].includes(subjectRefused(intent) ?? '');

const subjectRefused = (intent: Intent): RefusedSubject | null =>
  intent.command === 'refuse' ? intent.subject : null;

/**
 * 「A 和 C 放两个月哪个省」 asks us to weigh two named things, not to pick for the customer; 「它会自动
 * 买卖吗」 asks what a product does, not to act for them.
 */
function weighsNamed(intent: Intent, codes: readonly string[], text: string): boolean {
  const subject = subjectRefused(intent);
  if (subject === 'personal_pick') return codes.length >= 2 || BOTH_CLASSES.test(text);
  return subject === 'discretion' && codes.length === 1 && /^那?(它|这只|这个|这款)/.test(text);
}

/** 「嘉稳短债的 A 和 C 怎么选」 names one class and means both. */
function withSister(
  labels: ReadonlyMap<string, string>,
  text: string,
  codes: readonly string[],
): readonly string[] {
  const [only] = codes;
  if (codes.length !== 1 || !only || !BOTH_CLASSES.test(text)) return codes;
  const stem = (labels.get(only) ?? '').replace(/[AC]$/, '');
  const sister = [...labels].find(
    ([code, name]) => code !== only && name.replace(/[AC]$/, '') === stem,
  );
  return sister ? [only, sister[0]] : codes;
}

/** 「A 和 C」 「A类C类」 「AC 份额」: two letters with no more between them than what joins them. */
const BOTH_CLASSES =
  /(?<![A-Za-z0-9])(?:[AaＡ]\s*(?:类|份额)?\s*(?:和|跟|与|还是|或|、|\/|，|,)?\s*[CcＣ]|[CcＣ]\s*(?:类|份额)?\s*(?:和|跟|与|还是|或|、|\/|，|,)?\s*[AaＡ])(?![A-Za-z0-9])/;

/** The likeliest intent of the likeliest destination, if that is sure enough; else null. */
export function confidentIntent({ catalogue }: Router, ranked: readonly Ranked[]): Intent | null {
  const [top] = destinationsOf(catalogue, ranked);
  if (!top) return null;
  return top.probability >= (top.intent.command === 'emergency' ? EMERGENCY : SURE)
    ? top.intent
    : null;
}

const isSafety = ({ command }: Intent): boolean =>
  command === 'emergency' || command === 'refuse' || command === 'request_human';

/** When products are named or meant: compare two, describe one, under the likeliest aspect. */
function aboutProducts(
  router: Router,
  ranked: readonly Ranked[],
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  const intents = ranked.flatMap(({ label }) => router.catalogue.intents.get(label) ?? []);
  const productIntents = intents.filter(
    ({ command }) => command === 'describe_product' || command === 'compare_products',
  );
  const first = productIntents[0];
  if (codes.length >= 2) {
    return compare(codes, text);
  }
  if (codes.length === 1) {
    const other = context.state.products.find((code) => code !== codes[0]);
    if (first?.command === 'compare_products' && other && asksToCompare(text)) {
      return compare([other, ...codes], text);
    }
    return describe(codes[0] as string, sidesOf(router, ranked, productIntents, text), text);
  }
  const current = currentProduct(router, context);
  const continues = intents[0]?.command === 'describe_product' && !isGeneral(text);
  if (continues && current) return describe(current, aspectsOf(productIntents), text);
  return isUnclear(context.state, text) ? { do: 'clarify', options: [] } : null;
}

/** Points at a product where none was spoken of. */
const isUnclear = ({ products }: ConversationState, text: string): boolean =>
  products.length === 0 && pointsAtProduct(text) && [...text].length <= SHORT_POINTER;

/** The likeliest side; where the router is not sure, the side the words name. */
function sidesOf(
  router: Router,
  ranked: readonly Ranked[],
  productIntents: readonly Intent[],
  text: string,
): readonly ProductAspect[] {
  if (awaitsMoney(text)) return ['redemption'];
  const isSure = confidentIntent(router, ranked)?.command === 'describe_product';
  const named = isSure ? [] : aspectsNamed(text).slice(0, 1);
  return named.length > 0 ? named : aspectsOf(productIntents);
}

const aspectsOf = (intents: readonly Intent[]): readonly ProductAspect[] => {
  const [first] = intents.filter(({ command }) => command === 'describe_product');
  return first?.command === 'describe_product' ? [first.aspect] : ['overview'];
};

/** About fees only where costs are asked for; whatever else is asked, side by side shows it. */
const compare = (codes: readonly string[], text: string): Command => ({
  do: 'compare_products',
  codes: codes.slice(0, 3).map(productCode),
  aspects: asksForCost(text) ? ['fees'] : [],
});

const describe = (code: string, aspects: readonly ProductAspect[], query: string): Command => ({
  do: 'describe_product',
  code: productCode(code),
  aspects,
  query,
});

/** No product is meant: the sure intent decides, else the evidence does. */
function generalCommand(
  router: Router,
  ranked: readonly Ranked[],
  intent: Intent | null,
  context: TurnContext,
  text: string,
): Command {
  const outOfContext = againOrAlone(router, intent, context, text);
  if (outOfContext) return outOfContext;
  const query = withoutStory(router, context, withTopic(router, context, text));
  const { support } = router.lookUp(query, context.today);
  const isAnswerable = support >= router.supportThreshold;
  if (intent && !isKnowledge(intent)) {
    return isAnswerable && mayOnlyAsk(intent, text)
      ? { do: 'answer', query }
      : actOn(intent, context, text);
  }
  // Neither the router nor the evidence is sure: a likely warning sign wins over a guess.
  const sign = intent || support >= STRONG_EVIDENCE ? null : likelySafety(router, ranked, text);
  if (sign) return safetyCommand(router, context, sign, text);
  return (isAnswerable ? null : unfounded(router, ranked, intent, text)) ?? { do: 'answer', query };
}

/** What means the words before, or nothing without more of them; null: the words stand for themselves. */
function againOrAlone(
  router: Router,
  intent: Intent | null,
  context: TurnContext,
  text: string,
): Command | null {
  const again = isRepeat(intent) || asksForBasis(context, text);
  if (again) return saidAgain(router, context);
  return context.state.flow === null ? measureAlone(text) : null;
}

/** 「我中文不太好」 sounds like an act, and is only told where nothing is under way. */
function actOn(intent: Intent, { state }: TurnContext, text: string): Command {
  const inFlow = state.flow !== null;
  const isOnlyTold = intent.command === 'dialogue_act' && !inFlow && onlyTells(text);
  return isOnlyTold ? TOLD : commandOfIntent(intent, text, inFlow);
}

/** What knowledge has nothing on may have asked nothing, or nothing of ours; null: it is a miss. */
function unfounded(
  router: Router,
  ranked: readonly Ranked[],
  intent: Intent | null,
  text: string,
): Command | null {
  if (onlyTells(text)) return TOLD;
  const isElsewhere = !intent && topCommand(router, ranked) === 'out_of_scope';
  return isElsewhere ? { do: 'out_of_scope' } : null;
}

const TOLD: Command = { do: 'social', act: 'told' };

const ASKS_BASIS = /^(那|你)?(们)?(的|这个?)?(依据|根据|出处)(是|在)?(什么|哪|啥).{0,4}$/;

/** 「依据是什么法」 right after an answer that names its law. */
const asksForBasis = ({ history }: TurnContext, text: string): boolean =>
  ASKS_BASIS.test(text) &&
  (history.findLast(({ role }) => role === 'assistant')?.text ?? '').includes('《');

const isRepeat = (intent: Intent | null): boolean =>
  intent?.command === 'dialogue_act' && intent.act === 'repeat';

/** 「再说一遍」 asks once more what was asked before; null: nothing was. */
function saidAgain(router: Router, context: TurnContext): Command | null {
  const last = context.history.findLastIndex(({ role }) => role === 'customer');
  const before = context.history[last];
  if (!before) return null;
  return route(router, { ...context, history: context.history.slice(0, last) }, before.text);
}

/** The words of a story outweigh a question: where they leave it without a basis, the question is looked up alone. */
function withoutStory(router: Router, { today }: TurnContext, query: string): string {
  const supportOf = (words: string) => router.lookUp(words, today).support;
  const whole = supportOf(query);
  if (whole >= STRONG_EVIDENCE) return query;
  const [best, support] = askingParts(query).reduce<readonly [string, number]>(
    (found, part) => {
      const own = supportOf(part);
      return own > found[1] ? [part, own] : found;
    },
    [query, 0],
  );
  return support >= Math.max(router.supportThreshold, whole + GAIN_WITHOUT_STORY) ? best : query;
}

/** Evidence must be this much better without the story than with it. */
const GAIN_WITHOUT_STORY = 0.1;

/** Whether what stands for something else may be a question, should knowledge have its answer. */
const mayOnlyAsk = (intent: Intent, text: string): boolean =>
  intent.command === 'out_of_scope' ||
  (intent.command === 'own_account' && (asksInGeneral(text) || WANTS_IT_ANEW.test(text))) ||
  (intent.command === 'social' && isQuestion(text) && !/你|您|小屿|机器人/.test(text)) ||
  (intent.command === 'start_flow' && asksWhetherAllowed(text));

/** 「我的测评结果不准想重做」 asks how, whatever the result was. */
const WANTS_IT_ANEW = /(重新?|再)(做|测|评|填|来)|改(一下|掉|过来)/;

/** 「现在赎回要扣多少费」 is the same for everyone; what others took from the customer is none of our records. */
const asksInGeneral = (text: string): boolean =>
  tellsOfOthers(text) || (asksForCost(text) && !/我|俺|咱/.test(text));

const LIKELY = 0.33;

const topCommand = ({ catalogue }: Router, ranked: readonly Ranked[]) =>
  destinationsOf(catalogue, ranked)[0]?.intent.command;

function likelySafety(
  { catalogue }: Router,
  ranked: readonly Ranked[],
  text: string,
): Intent | null {
  const [top] = destinationsOf(catalogue, ranked);
  if (!top || top.probability < LIKELY || !isSafety(top.intent)) return null;
  const { intent } = top;
  return intent.command === 'emergency' && !speaksOfAlarm(intent.subject, text) ? null : intent;
}

/** Product questions without a product are questions about the rules. */
const isKnowledge = ({ command }: Intent): boolean =>
  command === 'answer' || command === 'describe_product' || command === 'compare_products';

/** The name fits several products, usually the A and C class of one fund. */
function clarifyProduct(
  labels: ReadonlyMap<string, string>,
  text: string,
  codes: readonly string[],
): Command {
  return {
    do: 'clarify',
    options: codes.slice(0, 3).map((code) => ({
      label: labels.get(code) ?? code,
      say: `${code} ${text}`,
      product: productCode(code),
    })),
  };
}
