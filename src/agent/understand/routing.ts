import type { TurnContext } from '../../conversation/agent.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import type { Product } from '../../terms/product.js';
import type { Classifier, Ranked } from '../models/embedded/classifier.js';
import { commandOfIntent, destinationsOf } from './destinations.js';
import { namesForeignProduct } from './foreign-products.js';
import type { Intent, IntentCatalogue } from './intents.js';
import type { ProductNames } from './product-names.js';
import {
  asksForBest,
  asksForCost,
  asksForRule,
  asksToCompare,
  continuesList,
  isGeneral,
  referredProducts,
  unknownCode,
} from './references.js';

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
/** Evidence this good outweighs a routing that is not sure. */
export const STRONG_EVIDENCE = 0.8;

/** The one command a sentence stands for. */
export function route(router: Router, context: TurnContext, text: string): Command {
  const { names, labels } = router;
  const ranked = router.classifier.rank(names.mask(text));
  const intent = confidentIntent(router, ranked);
  const mentioned = names.find(text);
  const named = mentioned.flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  const referred = named.length === 0 ? referredProducts(text, context.state) : [];
  const codes = withSister(labels, text, [...new Set([...named, ...referred])]);
  if (intent && isSafety(intent) && !weighsNamed(intent, codes)) {
    return safetyCommand(router, context, intent, text);
  }
  const ambiguous = mentioned.find((mention) => mention.codes.length > 1);
  if (ambiguous && named.length === 0) return clarifyProduct(labels, text, ambiguous.codes);
  if (named.length === 0 && asksForBest(text)) return { do: 'refuse', subject: 'personal_pick' };
  if (named.length === 0 && namesForeignProduct(text, router.otherHouses)) {
    return { do: 'foreign_product' };
  }
  const more = named.length === 0 ? continuesList(text, context.state) : null;
  if (more) return { do: 'list_products', ...more };
  const about = aboutProducts(router, ranked, context, text, codes);
  if (about) return about;
  const unknown = unknownCode(text);
  if (unknown) return describe(unknown, ['overview'], text);
  return generalCommand(router, ranked, intent, context, text);
}

/** 「投诉最晚多少天要答复」 asks about complaints in general, and is none where knowledge has it. */
function safetyCommand(
  router: Router,
  { today }: TurnContext,
  intent: Intent,
  text: string,
): Command {
  const complains = intent.command === 'request_human' && intent.subject === 'complaint';
  const isKnown = () => router.lookUp(text, today).support >= router.supportThreshold;
  return complains && asksForRule(text) && isKnown()
    ? { do: 'answer', query: text }
    : commandOfIntent(intent, text, false);
}

/** 「A 和 C 放两个月哪个省」 asks us to weigh two named things, not to pick for the customer. */
function weighsNamed(intent: Intent, codes: readonly string[]): boolean {
  const command = commandOfIntent(intent, '', false);
  return command.do === 'refuse' && command.subject === 'personal_pick' && codes.length >= 2;
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

const BOTH_CLASSES =
  /[AaＡ]\s*(类|份额)?\s*(和|跟|与|还是|、|\/)\s*[CcＣ]|[CcＣ]\s*(类|份额)?\s*(和|跟|与|还是|、|\/)\s*[AaＡ]/;

/** The likeliest intent of the likeliest destination, if that is sure enough; else null. */
export function confidentIntent({ catalogue }: Router, ranked: readonly Ranked[]): Intent | null {
  const [top] = destinationsOf(catalogue, ranked);
  if (!top) return null;
  return top.probability >= (top.intent.command === 'emergency' ? EMERGENCY : SURE)
    ? top.intent
    : null;
}

/** Where these intents lead is decided before any product is thought of. */
const isSafety = (intent: Intent): boolean =>
  /^(emergency|refuse|request_human)$/.test(commandOfIntent(intent, '', false).do);

/** When products are named or meant: compare two, describe one, under the likeliest aspect. */
function aboutProducts(
  { catalogue }: Router,
  ranked: readonly Ranked[],
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  const intents = ranked.flatMap(({ label }) => catalogue.intents.get(label) ?? []);
  const productIntents = intents.filter(
    ({ command }) => command === 'describe_product' || command === 'compare_products',
  );
  const first = productIntents[0];
  if (codes.length >= 2) {
    return compare(codes, asksForCost(text) ? ['fees'] : aspectsOf(productIntents));
  }
  if (codes.length === 1) {
    const other = context.state.products.find((code) => code !== codes[0]);
    if (first?.command === 'compare_products' && other && asksToCompare(text)) {
      return compare([other, ...codes], []);
    }
    return describe(codes[0] as string, aspectsOf(productIntents), text);
  }
  const continues =
    intents[0]?.command === 'describe_product' &&
    context.state.products.length > 0 &&
    !isGeneral(text);
  return continues
    ? describe(context.state.products[0] as string, aspectsOf(productIntents), text)
    : null;
}

const aspectsOf = (intents: readonly Intent[]): readonly ProductAspect[] => {
  const [first] = intents.filter(({ command }) => command === 'describe_product');
  return first?.command === 'describe_product' ? [first.aspect] : ['overview'];
};

const compare = (codes: readonly string[], aspects: readonly ProductAspect[]): Command => ({
  do: 'compare_products',
  codes: codes.slice(0, 3).map(productCode),
  aspects,
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
  const inFlow = context.state.flow !== null;
  const { support } = router.lookUp(text, context.today);
  const answer: Command = { do: 'answer', query: text };
  const isAnswerable = support >= router.supportThreshold;
  if (intent && !isKnowledge(intent)) {
    return intent.command === 'out_of_scope' && isAnswerable
      ? answer
      : commandOfIntent(intent, text, inFlow);
  }
  // Neither the router nor the evidence is sure: a likely warning sign wins over a guess.
  const sign = intent || support >= STRONG_EVIDENCE ? null : likelySafety(router, ranked);
  if (sign) return commandOfIntent(sign, text, inFlow);
  const isElsewhere = !isAnswerable && !intent && topCommand(router, ranked) === 'out_of_scope';
  return isElsewhere ? { do: 'out_of_scope' } : answer;
}

const LIKELY = 0.33;

const topCommand = ({ catalogue }: Router, ranked: readonly Ranked[]) =>
  destinationsOf(catalogue, ranked)[0]?.intent.command;

function likelySafety({ catalogue }: Router, ranked: readonly Ranked[]): Intent | null {
  const [top] = destinationsOf(catalogue, ranked);
  return top && top.probability >= LIKELY && isSafety(top.intent) ? top.intent : null;
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
    })),
  };
}
