import { z } from 'zod';
import { exitOf } from '../../advice/lifecycle/exit.js';
import { movementOver } from '../../advice/lifecycle/movement.js';
import type { PortfolioRecord } from '../../advice/lifecycle/positions.js';
import { reviewPortfolio } from '../../advice/lifecycle/review.js';
import { spokenWindow } from '../../language/spoken-window.js';
import { supposedMove } from '../../language/supposed-move.js';
import { factsOf } from '../../wording/fee-table.js';
import { productNames } from '../understand/product-names.js';
import { findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import type { CustomerPortfolio } from '../../profiles/portfolio.js';
import { readPortfolio, tradedBy } from '../../profiles/portfolio.js';
import type { Store } from '../../store/store.js';
import { MAX_TEXT } from '../../terms/message.js';
import type { Bought, Exit, PortfolioAnswer, PortfolioReview } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { meantAmong } from './meant-among.js';
import { mostIn } from './most-of-holdings.js';
import { pointedIn } from './pointed-holdings.js';
import { portfolioFacts } from './portfolio-facts.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

const Input = z.strictObject({ query: z.string().max(MAX_TEXT) });

/**
 * `get_my_holdings`: value, cost, profit, concentration, risk against the class, and what moved it.
 * Whose holdings is bound by the turn; the question only says which of them, and over which window.
 */
export const getMyHoldings = (store: Store): Tool<z.infer<typeof Input>> => ({
  name: 'get_my_holdings',
  effect: 'read',
  input: Input,
  async run({ query }, { customer, today }) {
    const profile = customer === null ? null : await findCustomer(store, customer);
    if (customer === null || !profile) return nothingFound('nobody is signed in');
    const portfolio = tradedBy(await readPortfolio(store, customer), today);
    const review = reviewPortfolio(portfolio.record, profile.tolerance, today);
    const exits = exitsOf(portfolio, review, today);
    const shelf = await publicProducts(store);
    const meant: Pick<PortfolioAnswer, 'focus' | 'notHeld' | 'only'> =
      bySign(query, review) ?? meantIn(query, portfolio.record, shelf, review, exits);
    const answer = {
      review,
      ...meant,
      most: mostIn(query, review),
      bought: firstBought(portfolio, review),
      exits,
      losses: lossesIn(portfolio, review),
      window: windowOf(query, portfolio, meant.focus, today),
    };
    const [only, ...more] = answer.most ? [answer.most.product] : meant.focus;
    const product = only && portfolio.record.products.get(only);
    const another =
      meant.notHeld === null || supposedMove(query) !== null ? [] : namedAlone(query, shelf);
    return found({
      portfolio: answer,
      products: product && more.length === 0 ? [product] : another,
      facts: [...portfolioFacts(answer), ...another.flatMap((one) => factsOf(one, today))],
    });
  },
});

const lossesIn = (
  { record }: CustomerPortfolio,
  { positions }: PortfolioReview,
): NonNullable<PortfolioAnswer['losses']> =>
  positions.flatMap(({ product, profit }) => {
    const way = record.products.get(product)?.mainLoss;
    return way !== undefined && (profit ?? 0) < 0 ? [{ product, way }] : [];
  });

/** The one product of the shelf that the question names; empty: a kind, or several. */
function namedAlone(query: string, shelf: readonly Product[]): readonly Product[] {
  const codes = new Set(
    productNames(shelf)
      .find(query)
      .flatMap((one) => one.codes),
  );
  return codes.size === 1 ? shelf.filter(({ code }) => codes.has(code)) : [];
}

const LOSING =
  /(亏|赔|跌|绿)(了|着|钱|损)*的(都|全|有|是|几|哪|那些)?[^，。]{0,4}(列|哪|有|看|说|几)|(列|看|说|找)[^，。]{0,6}(亏|赔|跌)(了|着|钱)*的/;
const WINNING =
  /(赚|涨|盈)(了|着|钱)*的(都|全|有|是|几|哪|那些)?[^，。]{0,4}(列|哪|有|看|说|几)|(列|看|说|找)[^，。]{0,6}(赚|涨)(了|着|钱)*的/;

/** 「把亏的列一下」: those at a loss, or at a gain, which may be none; null: no such wish. */
function bySign(
  query: string,
  { positions }: PortfolioReview,
): Pick<PortfolioAnswer, 'focus' | 'notHeld' | 'only'> | null {
  const way = LOSING.test(query) ? -1 : WINNING.test(query) ? 1 : 0;
  if (way === 0) return null;
  const focus = positions
    .filter(({ profit }) => profit !== null && Math.sign(profit) === way)
    .map(({ product }) => product);
  return { focus, notHeld: null, only: way < 0 ? 'loss' : 'gain' };
}

/** What the question names, or points at among what it names. */
function meantIn(
  query: string,
  record: PortfolioRecord,
  shelf: readonly Product[],
  review: PortfolioReview,
  exits: readonly Exit[],
): Pick<PortfolioAnswer, 'focus' | 'notHeld' | 'only'> {
  const named = meantAmong(query, heldIn(record), shelf);
  if (named.notHeld !== null || named.focus.length === 1) return named;
  return pointedIn(query, review, exits, named.focus) ?? named;
}

/** 「去年三月买的」 says which of them is meant, not how far back to look. */
const BOUGHT_THEN = /[^，。,\s]{0,12}(买|存|入手|申购)(的|了|进)/g;

const heldIn = ({ holdings, products }: PortfolioRecord): readonly Product[] =>
  holdings.flatMap(({ product, units }) => {
    const known = products.get(product);
    return known && units > 0 ? [known] : [];
  });

const firstBought = (
  { trades }: CustomerPortfolio,
  { positions }: PortfolioReview,
): readonly Bought[] =>
  positions.flatMap(({ product }) => {
    const days = trades.flatMap((one) =>
      one.product === product && one.way === 'in' ? [one.day] : [],
    );
    const [day] = days.sort();
    return day === undefined ? [] : [{ product, day }];
  });

const exitsOf = (
  { record, trades }: CustomerPortfolio,
  { positions }: PortfolioReview,
  today: LocalDate,
): readonly Exit[] =>
  positions.flatMap((position) => {
    const product = record.products.get(position.product);
    return product ? exitOf(position, product, trades, today) : [];
  });

function windowOf(
  query: string,
  { record, trades }: CustomerPortfolio,
  focus: PortfolioAnswer['focus'],
  today: LocalDate,
): PortfolioAnswer['window'] {
  const window = spokenWindow(query.replace(BOUGHT_THEN, ''), today);
  if (!window) return null;
  const isMeant = ({ product }: { readonly product: string }) =>
    focus.length === 0 || focus.some((code) => code === product);
  const meant = { ...record, holdings: record.holdings.filter(isMeant) };
  const movement = movementOver(meant, trades.filter(isMeant), window);
  return { label: window.label, movement };
}
