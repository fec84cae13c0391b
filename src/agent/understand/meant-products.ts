import type { TurnContext } from '../../conversation/agent.js';
import type { Product } from '../../terms/product.js';
import { nameWithoutClass } from '../../terms/product.js';
import { heldBeside, ourOnly, policyOfKind, RATE_MOVES } from './our-kinds.js';
import type { Mention } from './product-names.js';
import { referredProducts } from './references.js';
import type { Router } from './router.js';
import { spokenOfAgain } from './spoken-of-again.js';

/** 指哪一只: which products of ours a sentence means. */

/** Products a sentence means, and the names it says. */
export interface Meant {
  readonly mentioned: readonly Mention[];
  /** Those meant for certain, each once. */
  readonly codes: readonly string[];
}

/** Named, pointed at, the only one of its kind, or both classes of the one spoken of. */
export function meantProducts(router: Router, context: TurnContext, text: string): Meant {
  const { names, labels } = router;
  const mentioned = names
    .find(withoutDenied(text))
    .filter((mention) => !isOfRates(router, mention, text))
    .map((mention) => narrowed(mention, context));
  const named = mentioned.flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  const isOpen = named.length === 0 && !weighsClasses(text);
  const again = isOpen ? spokenOfAgain(router.products, context.state.products, text) : null;
  // 「短债那只」 says itself what it is, if not which class of it.
  const pointed = isOpen && mentioned.length === 0 ? referredProducts(text, context.state) : [];
  const referred = again === null ? pointed : [again];
  const isOnCard = (product: Product) => cardAnswersBetter(router, context, product, text);
  const ours =
    mentioned.length + referred.length === 0
      ? (sisterPolicy(router, context, text) ?? ourOnly(router.products.values(), text, isOnCard))
      : [];
  const beside = named.length === 1 ? heldBeside(router.products.values(), names.mask(text)) : null;
  const meant = [...named, ...referred, ...[...ours, ...(beside ? [beside] : [])].map(codeOf)];
  const current = meant.length === 0 && weighsClasses(text) ? fundSpokenOf(labels, context) : null;
  const said = withSister(labels, text, current ? [current] : [...new Set(meant)]);
  const codes = inClassSaid(router, text, said);
  return { mentioned, codes };
}

/** Where a policy was spoken of, a kind alone means another policy. */
function sisterPolicy(
  { products }: Router,
  { state }: TurnContext,
  text: string,
): readonly Product[] | null {
  const spokenOf = products.get(state.products[0] ?? '');
  const sister =
    spokenOf?.regime === 'NFRA_INSURANCE' ? policyOfKind(products.values(), text) : null;
  return sister && [sister];
}

/** 「利率降了，我存的三年定期会跟着降吗」 asks a rule of every deposit, by whichever name. */
const isOfRates = ({ products }: Router, { codes }: Mention, text: string): boolean =>
  RATE_MOVES.test(text) && codes.every((code) => products.get(code)?.regime === 'DEPOSIT');

const codeOf = ({ code }: Product): string => code;

/** 「货基那只」 after one of ours was spoken of means that one, the last of them where there were two; else the one they hold. */
function narrowed(mention: Mention, { state }: TurnContext): Mention {
  const last = state.products.find((code) => mention.codes.includes(code));
  const held = state.held.filter((code) => mention.codes.includes(code));
  const [only] = last ? [last] : held.length === 1 ? held : [];
  return only ? { ...mention, codes: [only] } : mention;
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

/** The one of those just held against each other that has two classes, else the one last spoken of. */
function fundSpokenOf(
  labels: ReadonlyMap<string, string>,
  { state: { listed, products } }: TurnContext,
): string | undefined {
  const isFresh = listed.some((code) => code === products[0]);
  const spoken = [...products.slice(0, 1), ...(isFresh ? listed : [])];
  return spoken.find((code) => sisterOf(labels, code) !== null) ?? products[0];
}

/** Another class of the same fund; null: there is none. */
export function sisterOf(labels: ReadonlyMap<string, string>, code: string): string | null {
  const stem = nameWithoutClass(labels.get(code) ?? '');
  return (
    [...labels].find(([other, name]) => other !== code && nameWithoutClass(name) === stem)?.[0] ??
    null
  );
}

/** 「嘉稳短债的 A 和 C 怎么选」 names one class and means both. */
function withSister(
  labels: ReadonlyMap<string, string>,
  text: string,
  codes: readonly string[],
): readonly string[] {
  const [only] = codes;
  if (codes.length !== 1 || !only || !weighsClasses(text)) return codes;
  const sister = sisterOf(labels, only);
  return sister === null ? codes : [only, sister];
}

/** 「嘉稳短债的C怎么收费」: the name alone stands for the A class, and the letter says otherwise. */
function inClassSaid(
  { names, labels }: Router,
  text: string,
  codes: readonly string[],
): readonly string[] {
  const [only] = codes;
  const [has] = /[AC]$/.exec(labels.get(only ?? '') ?? '') ?? [];
  if (codes.length !== 1 || has === undefined) return codes;
  const rest = names.mask(text).replaceAll('{product}', ' ');
  const letters = new Set([...rest.matchAll(LETTER)].map(([letter]) => letter.toUpperCase()));
  if (letters.has(has) || letters.size === 0) return codes;
  const sister = (labels.get(only ?? '') ?? '').replace(/[AC]$/, has === 'A' ? 'C' : 'A');
  const found = [...labels].find(([, name]) => name === sister);
  return found ? [found[0]] : codes;
}

const LETTER = /(?<![A-Za-z0-9])[AaCc](?![A-Za-z0-9])/g;

/** 「A 和 C」 「A类C类」 「AC 份额」: two letters with no more between them than what joins them. */
export const BOTH_CLASSES =
  /(?<![A-Za-z0-9])(?:[AaＡ]\s*(?:类|份额)?\s*(?:和|跟|与|还是|或|、|\/|，|,)?(?:也?有个?)?\s*[CcＣ]|[CcＣ]\s*(?:类|份额)?\s*(?:和|跟|与|还是|或|、|\/|，|,)?(?:也?有个?)?\s*[AaＡ])(?![A-Za-z0-9])/;

/** 「拿多久A比C划算」 「A 什么时候比 C 便宜」 */
const ONE_AGAINST_THE_OTHER =
  /(?<![A-Za-z0-9])(?:[Aa]\s*(?:类|份额)?[^，。A-Za-z]{0,8}比[^，。A-Za-z]{0,2}[Cc]|[Cc]\s*(?:类|份额)?[^，。A-Za-z]{0,8}比[^，。A-Za-z]{0,2}[Aa])(?![A-Za-z0-9])/;
/** 「持有多久A更划算」 weighs it against the one left out. */
const ONE_IS_MORE =
  /(?<![A-Za-z0-9])[AaCc]\s*(?:类|份额)?(?:才|就|会|要|是)*(?:更|比较|反而)(?:划算|便宜|合算|省|贵|合适|少)/;

/** Whether both classes of a fund are held against each other. */
export const weighsClasses = (text: string): boolean =>
  [BOTH_CLASSES, ONE_AGAINST_THE_OTHER, ONE_IS_MORE].some((words) => words.test(text));

/** 「不是优质治理，是权益增强」: what is denied is not meant. */
export const withoutDenied = (text: string): string =>
  text
    .replace(/(我)?(说|问|要)?的?不是[^，,。]{1,14}[，,]\s*(?=(我(说|问|要)的)?是)/, '')
    // 「…是不是一回事，安禾不要」
    .replace(/[，,]\s*[^，,。？?]{1,8}(不要|不算|不看|除外)(了)?[。！!]*$/, '');
