import { normalize } from '../../language/fold.js';
import { spokenHorizon } from '../../language/spoken-horizon.js';
import { spokenMoney } from '../../language/spoken-money.js';
import type { TurnContext } from '../../conversation/agent.js';
import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { nameWithoutClass } from '../../terms/product.js';
import { isTopic } from './topic.js';

/** 份额类别: 「那 C 类呢」 and 「放一年多呢」 after a fund or both its classes were spoken of. */

type Labels = ReadonlyMap<string, string>;

/** As many characters as name a class, a sum or a time and nothing else. */
const MEASURE = 10;

const NOT_ITSELF: Readonly<Record<'A' | 'C', RegExp>> = {
  A: /(?<![a-z0-9])a\s*(类|份额)/,
  C: /(?<![a-z0-9])c\s*(类|份额)/,
};

/** 「A」 after a list that holds both classes of one fund and nothing else. */
const LETTER_ALONE = /^(?:那|就|要|选|看)?\s*([ac])\s*(?:类|份额|的)?[吧呢。？?]*$/;

const stemsOf = (labels: Labels, codes: readonly string[]): ReadonlySet<string> =>
  new Set(codes.map((code) => nameWithoutClass(labels.get(code) ?? code)));

const onlyFundListed = (labels: Labels, { listed }: ConversationState): string | null =>
  stemsOf(labels, listed).size === 1 ? (listed[0] ?? null) : null;

/**
 * The other class of the fund last spoken of; where it has no other, the one spoken of, so that this can be
 * said. Null where no class is named.
 */
export const classNamed = (labels: Labels, state: ConversationState, text: string): string | null =>
  otherClass(labels, state, text) ?? withoutOtherClass(labels, state, text);

/** Whether words name one class of a fund and hardly more. */
export function isClassAlone(text: string): boolean {
  const folded = normalize(text).text.trim();
  const named = [NOT_ITSELF.A, NOT_ITSELF.C].filter((words) => words.test(folded));
  return [...folded].length <= MEASURE && (LETTER_ALONE.test(folded) || named.length === 1);
}

/** 「那 C 类呢」 */
function otherClass(labels: Labels, state: ConversationState, text: string): string | null {
  const folded = normalize(text).text;
  const letter = LETTER_ALONE.exec(folded)?.[1]?.toUpperCase();
  const [wanted, ...more] = (['A', 'C'] as const).filter(
    (one) => one === letter || NOT_ITSELF[one].test(folded),
  );
  const name = labels.get((letter && onlyFundListed(labels, state)) ?? state.products[0] ?? '');
  if (!wanted || more.length > 0 || !name || !/[AC]$/.test(name)) return null;
  const sister = name.replace(/[AC]$/, wanted);
  return [...labels].find(([, label]) => label === sister)?.[0] ?? null;
}

/** 「那 C 类没有吧」 of a fund that has no other class. */
function withoutOtherClass(
  labels: Labels,
  { products: [current] }: ConversationState,
  text: string,
): string | null {
  const [has] = /[AC]$/.exec(labels.get(current ?? '') ?? '') ?? [];
  const isAsked =
    has !== undefined && NOT_ITSELF[has === 'A' ? 'C' : 'A'].test(normalize(text).text);
  return isAsked && /[有没卖呢吧]/.test(text) && [...text].length <= MEASURE
    ? (current ?? null)
    : null;
}

/** Whether a sum or a time is said. */
export const namesMeasure = (text: string, { today }: TurnContext): boolean =>
  spokenHorizon(text, today) !== null || spokenMoney(text).length > 0;

/** 「放一年多」 「五十万呢」: how long or how much, and nothing else. */
export const isMeasureOnly = (text: string, context: TurnContext): boolean =>
  ([...text].length <= MEASURE || isLeft(text)) &&
  !isTopic(text) &&
  !/几(天|个|年|号|时)|到账/.test(text) &&
  namesMeasure(text, context);

/** 「我打算放两个月，10万」: nothing is left but the time and the sum. */
const isLeft = (text: string): boolean =>
  !/多少|扣|费/.test(text) &&
  [...text.replace(FILLERS, '').replace(/[\d.一二两三四五六七八九十半百千万几来多]+/g, '')]
    .length <= 2;

const FILLERS =
  /我|取|赎|卖|要|打算|准备|计划|大概|大约|差不多|就|放|存|拿|持有|买|投|想|要是|如果|那|呢|的话|左右|个月|年|天|周|块钱?|元|了|快|吧|[，,。？?\s]/g;

/** 「如果持有45天，哪一类更划算」 */
const weighsOver = (text: string, { today }: TurnContext): boolean =>
  /哪(一)?(类|个|只|边).{0,4}(划算|省|便宜|合适|少)/.test(text) &&
  spokenHorizon(text, today) !== null;

/** Two classes of one fund that were just weighed are weighed again, for the time or sum now said. */
export function weighedAgain(labels: Labels, context: TurnContext, text: string): Command | null {
  if (!isMeasureOnly(text, context) && !weighsOver(text, context)) return null;
  const { listed, products } = context.state;
  const isFresh = listed.length === 2 && listed.includes(products[0] as string);
  if (!isFresh || stemsOf(labels, listed).size !== 1) return null;
  return { do: 'compare_products', codes: listed.map(productCode), aspects: ['fees'] };
}
