import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import type { Product } from '../../terms/product.js';
import { paceOf } from '../../terms/settlement.js';
import { isBareName } from './bare-name.js';
import { isBare } from './follow-up.js';
import { awaitsMoney } from './late-money.js';
import { asksLatestOrder } from './limit-asked.js';
import type { DatesAsked } from './order-dates.js';
import { asksForPrice, datesAsked, isDatesTalk } from './order-dates.js';
import { isQuestion } from './question-words.js';
import { isGeneral } from './references.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** Where the days that follow from an order are asked for, they are reckoned instead of told by rule. */
export function withDates(
  router: Router,
  context: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  const asked = datesAsked(context, text) ?? askedBeforeTheName(router, context, text);
  const isElse = EARNS_THEN.test(text) || asksLatestOrder(text);
  if (!asked || isElse || !commands.every(mayStandFor)) return commands;
  const isOtherProduct = asked.isRecalled && router.names.find(text).length > 0;
  if (isOtherProduct && !isName(router, text) && !awaitsMoney(text)) return commands;
  const about = productOf(router, context, text, asked, commands);
  if (about === 'unclear' || !isReckonable(about, asked, text)) return commands;
  const { deal, submission, type } = asked;
  const dates: Command = {
    do: 'reckon_dates',
    deal,
    code: about ? productCode(about.code) : null,
    type: about?.type ?? type,
    submission,
    query: text,
  };
  return [dates, ...commands.filter((command) => isBeside(command, text))];
}

/** Days that can be reckoned from the words are told beside an order, for where the record has none. */
export function withDaysBeside(
  router: Router,
  context: TurnContext,
  text: string,
  order: Command,
): readonly Command[] {
  const [days] = withDates(router, context, text, [order]);
  return days?.do === 'reckon_dates' ? [order, days] : [order];
}

/** 「周五买的，周末有收益吗」 asks whether it earns then, not which day it is confirmed. */
const EARNS_THEN = /(周末|双休|节|假)[^，。]{0,6}(有|没|算|给|计)[^，。]{0,3}(收益|利息|钱)/;

/** Anything more urgent, or about something else, stays as it was understood. */
const mayStandFor = ({ do: what }: Command): boolean =>
  what === 'answer' ||
  what === 'describe_product' ||
  what === 'own_account' ||
  what === 'clarify' ||
  what === 'social' ||
  what === 'out_of_scope';

const ASKED_WITH_DATES = ['redemption', 'overview', 'term'];

/** 「…，它风险大吗」 beside the question after the days. */
const isBeside = (command: Command, text: string): boolean =>
  command.do === 'describe_product' &&
  command.query !== text &&
  isQuestion(command.query) &&
  !command.aspects.some((aspect) => ASKED_WITH_DATES.includes(aspect));

const isName = (router: Router, text: string): boolean =>
  router.names.find(text).length > 0 && (isBareName(router, text) || isBare(router, text));

/** A name alone, 「换成日日通呢」 too, after days were asked for: the same question of this product. */
function askedBeforeTheName(router: Router, context: TurnContext, text: string): DatesAsked | null {
  if (!isName(router, text)) return null;
  const at = context.history.findLastIndex(
    (one) => one.role === 'customer' && !isName(router, one.text),
  );
  const asked = context.history[at];
  if (!asked) return null;
  const dates = datesAsked({ ...context, history: context.history.slice(0, at) }, asked.text);
  return dates && { ...dates, type: null, isRecalled: true };
}

function productOf(
  router: Router,
  context: TurnContext,
  text: string,
  asked: DatesAsked,
  commands: readonly Command[],
): Product | 'unclear' | null {
  const described = commands.find((command) => command.do === 'describe_product');
  if (described) return router.products.get(described.code) ?? 'unclear';
  const options = commands.flatMap((command) =>
    command.do === 'clarify' ? command.options.map(({ say }) => say.split(' ')[0] ?? '') : [],
  );
  if (options.length > 0) return sameForAll(options.map((code) => router.products.get(code)));
  if (asked.type !== null || isGeneral(text)) return null;
  const history = context.history.filter(
    (one) => router.names.find(one.text).length > 0 || !isDatesTalk(context, one.text),
  );
  const current = currentProduct(router, { ...context, history });
  return (current && router.products.get(current)) || null;
}

/** Two classes of one fund take as long: which one it is need not be asked. */
function sameForAll(products: readonly (Product | undefined)[]): Product | 'unclear' {
  const [first] = products;
  const paces = products.map((one) =>
    JSON.stringify(one && [paceOf(one.type, one.settlementDays), one.lockDays]),
  );
  return first && new Set(paces).size === 1 ? first : 'unclear';
}

/** What has days and prices of its own, or no product at all: of that the price is a rule of the handbook. */
const isReckonable = (product: Product | null, asked: DatesAsked, text: string): boolean =>
  product === null
    ? !asksForPrice(text) || isOwnOrder(asked, text)
    : hasSuchDays(product, asked) && !(asksForPrice(text) && isOfMoney(product));

/** 「我昨天下午三点十分下的单」: what the rule comes to is known, whichever fund it was. */
const isOwnOrder = ({ submission: { part } }: DatesAsked, text: string): boolean =>
  part !== null && /(下|买|卖|赎|提交)[^，。？]{0,3}[的了]/.test(text);

/** A money fund has one price. */
const isOfMoney = ({ type }: Product): boolean => type === 'money' || type === 'cash_management';

/** Sold on an exchange, closed, or out of several funds: other days than these. */
const hasSuchDays = (product: Product, { deal }: DatesAsked): boolean =>
  product.settlementDays !== null &&
  (product.regime === 'CSRC_FUND' || product.regime === 'NFRA_INVEST') &&
  product.type !== 'reit' &&
  product.type !== 'advisory_portfolio' &&
  (deal === 'sell' || product.status === 'on_sale');
