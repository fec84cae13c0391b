import type { Agent, TurnContext } from '../../conversation/agent.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import type { Product } from '../../terms/product.js';
import type { Classifier, Ranked } from '../models/embedded/classifier.js';
import { clausesOf } from './clauses.js';
import type { Intent, IntentCatalogue } from './intents.js';
import type { ProductNames } from './product-names.js';
import { productNames } from './product-names.js';
import {
  asksForBest,
  asksToCompare,
  isGeneral,
  referredProducts,
  unknownCode,
} from './references.js';
import { commandOfCard, ruleFor } from './rules.js';

export interface EmbeddedDeps {
  readonly catalogue: IntentCatalogue;
  readonly classifier: Classifier;
  /** The public shelf, read at every turn: names come and go with products. */
  readonly shelf: () => Promise<readonly Product[]>;
  /** How well knowledge supports an answer, 0…1: what a person would look up before saying "I don't know". */
  readonly support: (query: string, today: string) => number;
  readonly supportThreshold: number;
}

export const EMBEDDED_MODEL = 'embedded';

/** Below these the model abstains and the evidence decides. Read off the held-out set. */
const SURE = 0.5;
const EMERGENCY = 0.6;
/** Evidence this good outweighs a routing that is not sure. */
const STRONG_EVIDENCE = 0.8;

/** The default understanding: rules, then a trained router, references, and the evidence itself. */
export function understandEmbedded(deps: EmbeddedDeps): Agent['understand'] {
  return async (context) => {
    const shelf = await deps.shelf();
    const names = productNames(shelf);
    const labels = new Map(shelf.map(({ code, name }): [string, string] => [code, name]));
    const commands = context.messages.flatMap(({ text, value }) => {
      const pressed = value ? commandOfCard(value) : null;
      if (pressed) return [pressed];
      return text.trim() === '' ? [] : commandsOf({ ...deps, labels }, names, context, text);
    });
    return {
      commands: distinct(commands),
      candidate: null,
      model: EMBEDDED_MODEL,
      requestHash: null,
      tokens: null,
    };
  };
}

/** What one turn knows besides: the names of what is on the shelf now. */
type TurnDeps = EmbeddedDeps & { readonly labels: ReadonlyMap<string, string> };

function commandsOf(
  deps: TurnDeps,
  names: ProductNames,
  context: TurnContext,
  text: string,
): readonly Command[] {
  const outright = ruleFor(text, context.state);
  if (outright) return [outright];
  const whole = commandFor(deps, names, context, text);
  const clauses = clausesOf(text);
  if (isUrgent(whole)) return [whole];
  if (clauses.length === 1) return questionsIn(deps, names, context, text) ?? [whole];
  const parts = clauses.map(
    (clause) => ruleFor(clause, context.state) ?? commandFor(deps, names, context, clause),
  );
  return parts.find(isUrgent) ? parts.filter(isUrgent) : mergeParts(whole, parts);
}

const MAX_QUESTIONS = 3;
const MIN_QUESTION = 3;

/**
 * 「那它几天到账，风险大吗」: two questions about a product with only a comma between them. Taken apart
 * when every piece surely asks for a side of one; a later piece means the product the earlier one
 * named. Null: one question, such as one that tells a story first.
 */
function questionsIn(
  deps: TurnDeps,
  names: ProductNames,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  const pieces = text.split(/[，,]/).map((piece) => piece.trim());
  if (pieces.length < 2 || pieces.length > MAX_QUESTIONS) return null;
  if (pieces.some((piece) => [...piece].length < MIN_QUESTION)) return null;
  let state = context.state;
  const commands: Command[] = [];
  for (const piece of pieces) {
    const intent = confidentIntent(deps, deps.classifier.rank(names.mask(piece)));
    if (intent?.command !== 'describe_product') return null;
    const command = commandFor(deps, names, { ...context, state }, piece);
    if (command.do !== 'describe_product') return null;
    commands.push(command);
    state = { ...state, products: [command.code, ...state.products] };
  }
  return distinct(commands).length > 1 ? commands : null;
}

const isUrgent = (command: Command): boolean =>
  command.do === 'emergency' || command.do === 'request_human';

/** Two questions are two commands; a story with one question is one. */
function mergeParts(whole: Command, parts: readonly Command[]): readonly Command[] {
  const substantial = parts.filter(({ do: what }) => what !== 'social' && what !== 'out_of_scope');
  return substantial.length > 0 ? substantial : [whole];
}

function commandFor(
  deps: TurnDeps,
  names: ProductNames,
  context: TurnContext,
  text: string,
): Command {
  const ranked = deps.classifier.rank(names.mask(text));
  const mentioned = names.find(text);
  const ambiguous = mentioned.find(({ codes }) => codes.length > 1);
  const named = mentioned.flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  const intent = confidentIntent(deps, ranked);
  if (intent && isSafety(intent)) return commandOfIntent(intent, text);
  const referred = named.length === 0 ? referredProducts(text, context.state) : [];
  const codes = withSister(deps.labels, text, [...new Set([...named, ...referred])]);
  if (ambiguous && named.length === 0) return clarifyProduct(deps.labels, text, ambiguous.codes);
  if (named.length === 0 && asksForBest(text)) return { do: 'refuse', subject: 'personal_pick' };
  const about = aboutProducts(deps, ranked, context, text, codes);
  if (about) return about;
  const unknown = unknownCode(text);
  if (unknown) return describe(unknown, ['overview'], text);
  return generalCommand(deps, ranked, intent, context, text);
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

/** The top intent if it is sure enough; an emergency or refusal needs no second opinion. */
function confidentIntent({ catalogue }: EmbeddedDeps, ranked: readonly Ranked[]): Intent | null {
  const [top] = ranked;
  const intent = top ? catalogue.intents.get(top.label) : undefined;
  if (!top || !intent) return null;
  return top.probability >= (intent.command === 'emergency' ? EMERGENCY : SURE) ? intent : null;
}

const isSafety = ({ command }: Intent): boolean =>
  command === 'emergency' || command === 'refuse' || command === 'request_human';

/** When products are named or meant: compare two, describe one, under the likeliest aspect. */
function aboutProducts(
  { catalogue }: EmbeddedDeps,
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
  if (codes.length >= 2) return compare(codes, aspectsOf(productIntents));
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
  deps: EmbeddedDeps,
  ranked: readonly Ranked[],
  intent: Intent | null,
  context: TurnContext,
  text: string,
): Command {
  const evidence = deps.support(text, context.today);
  const answer: Command = { do: 'answer', query: text };
  if (intent && !isKnowledge(intent)) {
    const isAnswerable = evidence >= deps.supportThreshold;
    return intent.command === 'out_of_scope' && isAnswerable
      ? answer
      : commandOfIntent(intent, text);
  }
  // Neither the router nor the evidence is sure: a likely warning sign wins over a guess.
  const sign = intent || evidence >= STRONG_EVIDENCE ? null : likelySafety(deps, ranked);
  return sign ? commandOfIntent(sign, text) : answer;
}

const LIKELY = 0.33;

function likelySafety({ catalogue }: EmbeddedDeps, [top]: readonly Ranked[]): Intent | null {
  const intent = top && top.probability >= LIKELY ? catalogue.intents.get(top.label) : undefined;
  return intent && isSafety(intent) ? intent : null;
}

/** Product questions without a product are questions about the rules. */
const isKnowledge = ({ command }: Intent): boolean =>
  command === 'answer' || command === 'describe_product' || command === 'compare_products';

function commandOfIntent(intent: Intent, text: string): Command {
  switch (intent.command) {
    case 'emergency':
      return { do: 'emergency', kind: intent.subject };
    case 'refuse':
      return { do: 'refuse', subject: intent.subject };
    case 'request_human':
      return { do: 'request_human', reason: intent.subject };
    case 'social':
      return { do: 'social', act: intent.subject };
    case 'list_products':
      return { do: 'list_products', query: text };
    case 'own_account':
      return { do: 'own_account', query: text };
    case 'out_of_scope':
      return { do: 'out_of_scope' };
    default:
      return { do: 'answer', query: text };
  }
}

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

function distinct(commands: readonly Command[]): readonly Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    const key = JSON.stringify(command);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
