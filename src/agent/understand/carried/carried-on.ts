import type { TurnContext } from '../../../conversation/agent.js';
import { spokenDays } from '../../../language/spoken-rate.js';
import type { ClarifyOption, Command, ProductAspect } from '../../../terms/command.js';
import { productCode } from '../../../terms/ids.js';
import { nameWithoutClass, paysByTheDay } from '../../../terms/product.js';
import { describe } from '../about-products.js';
import { aspectsNamed } from '../aspect-words.js';
import { asksForMoney } from '../money-words.js';
import type { Router } from '../router.js';
import { currentProduct } from '../topic.js';
import type { Fragment } from './fragment.js';
import { fragmentIn } from './fragment.js';
import { optionsAsked, shownTogether } from './shown-together.js';
import { openQuestion } from './open-question.js';

/** 接着上一问: 「那第31天呢」 「那C类呢」 「20万呢」 ask the question before them with one thing changed. */

/** Null: no fragment, or nothing was asked that it could change. */
export function carriedOn(router: Router, context: TurnContext, text: string): Command | null {
  const fragment = mayGoOn(context, text) ? fragmentIn(text) : null;
  if (!fragment || router.names.find(text).length > 0) return null;
  const open = openQuestion(context, router.names, text);
  const shown = productsMeant(router, context);
  const [first, second] = shown;
  if (first === undefined) {
    return fragment.letter === null ? null : whichFund(router, fragment.letter, open.question);
  }
  const isOfMeasure = open.question !== null && wouldChange(open.question, fragment);
  const words = isOfMeasure ? open.question : whatItBrings(router, first, fragment, open.told);
  if (fragment.letter !== null) {
    return ofClass(router, shown, fragment.letter, words ?? open.question);
  }
  if (words === null) return null;
  const term = ofOtherTerm(router, first, fragment, { text, words });
  if (term) return term;
  return second === undefined ? ofOne(first, words) : ofEach(shown, words);
}

/** Beside a need that is being taken down, only 「…呢」 right after a product was told of is a question. */
const mayGoOn = ({ state: { flow, justShown } }: TurnContext, text: string): boolean =>
  flow === null || (flow.name === 'need' && justShown.length > 0 && /呢[?？]?$/.test(text.trim()));

/** Whether what is named would change the answer. */
const wouldChange = (question: string, { sum }: Fragment): boolean =>
  asksForMoney(question) ||
  aspectsNamed(question).some(
    (side) => side === 'fees' || side === 'performance' || (side === 'minimum' && sum !== null),
  );

/** Several that the last reply showed together, or that it asked which of is meant; else the one spoken of. */
function productsMeant(router: Router, context: TurnContext): readonly string[] {
  const asked = optionsAsked(router, context);
  if (asked.length > 1) return asked;
  const current = currentProduct(router, context);
  if (current === null) return [];
  const together = shownTogether(context);
  if (together.length > 0) return together.length <= MOST ? together : [];
  return [current];
}

const MOST = 3;

/** A sum or a time said of what pays by the day, or at a rate, asks what comes of it. */
function whatItBrings(
  { products }: Router,
  code: string,
  { sum, time }: Fragment,
  told: string,
): string | null {
  const product = products.get(code);
  const pays = product !== undefined && (product.interestRate !== null || paysByTheDay(product));
  return pays && (sum ?? time) !== null ? `${told}利息多少` : null;
}

function ofOne(code: string, words: string): Command | null {
  const side = sideOf(words);
  return side === undefined ? null : describe(code, [side], words);
}

const sideOf = (words: string): ProductAspect | undefined =>
  asksForMoney(words) && !/费|扣|赎|卖/.test(words) ? 'performance' : aspectsNamed(words)[0];

/** 「那要是存三年呢」 after a deposit for a year is of the one for three years, or of what terms there are. */
function ofOtherTerm(
  { products }: Router,
  code: string,
  { time }: Fragment,
  { text, words }: { readonly text: string; readonly words: string },
): Command | null {
  const product = products.get(code);
  const days = time === null ? null : spokenDays(time);
  if (days === null || product?.regime !== 'DEPOSIT' || LEAVES_EARLY.test(words)) return null;
  if (LEAVES_EARLY.test(text)) return describe(code, ['redemption'], `${text}，提前取`);
  const other = [...products.values()].find(
    ({ regime, status, termYears }) =>
      regime === 'DEPOSIT' && status === 'on_sale' && (termYears ?? 0) * YEAR === days,
  );
  return other
    ? describe(other.code, ['performance'], words)
    : { do: 'list_products', query: `${time}的存款`, skip: 0 };
}

const YEAR = 365;
const LEAVES_EARLY = /提前|取|兑|费|扣/;

const ofEach = (codes: readonly string[], words: string): Command => ({
  do: 'compare_products',
  codes: codes.map(productCode),
  aspects: aspectsNamed(words).slice(0, 1),
  query: words,
});

/** The class that is named of the one fund spoken of; where it has none such, that is said. */
function ofClass(
  { labels }: Router,
  shown: readonly string[],
  letter: string,
  words: string | null,
): Command | null {
  const [first = ''] = shown;
  const stem = nameWithoutClass(labels.get(first) ?? first);
  const isOneFund = shown.every((code) => nameWithoutClass(labels.get(code) ?? code) === stem);
  if (!isOneFund) return null;
  const code = [...labels].find(
    ([, name]) => name.endsWith(letter) && nameWithoutClass(name) === stem,
  )?.[0];
  if (code === undefined)
    return describe(first, [sideOf(words ?? '') ?? 'fees'], `${letter}类，${words ?? ''}`);
  return words === null ? null : describe(code, [sideOf(words) ?? 'fees'], words);
}

/** Nothing was spoken of that could have classes: the funds that do are named, to be tapped. */
function whichFund({ products }: Router, letter: string, open: string | null): Command {
  const question = open ?? '的费用是多少';
  const options = [...products.values()]
    .filter(({ name, status }) => name.endsWith(letter) && status === 'on_sale')
    .slice(0, MOST)
    .map(({ code, name }): ClarifyOption => ({
      label: name,
      say: `${name}${question}`,
      product: productCode(code),
    }));
  return { do: 'clarify', options };
}
