import type { Contribution, Movement, Price, Trade } from '../../terms/portfolio.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { addMonths } from '../../terms/time.js';
import type { PortfolioRecord } from './positions.js';
import { cents, priceOn } from './positions.js';

/** A window of so many months or less is never shown as performance. */
export const SHORT_MONTHS = 6;

/** Two days whose closing values are compared. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * 收益归因: which products moved a portfolio between two days, and by how much. Units on an earlier
 * day are today's less what was traded since, at the price of each trade's day; what has no price
 * did not move. Null where nothing priced was held within the window.
 */
export function movementOver(
  record: PortfolioRecord,
  trades: readonly Trade[],
  { from, to }: Window,
): Movement | null {
  const codes = new Set<string>([
    ...record.holdings.map(({ product }) => product),
    ...trades.map(({ product }) => product),
  ]);
  const moves = [...codes].flatMap((code) => {
    const move = moveOf(record, trades, code, { from, to });
    return move ? [move] : [];
  });
  if (moves.length === 0) return null;
  const start = moves.map((one) => one.from).sort()[0] ?? from;
  const end =
    moves
      .map((one) => one.to)
      .sort()
      .at(-1) ?? to;
  const change = cents(moves.reduce((sum, one) => sum + one.contribution.change, 0));
  const capital = moves.reduce((sum, one) => sum + one.capital, 0);
  return {
    from: start,
    to: end,
    change,
    rate: addMonths(start, SHORT_MONTHS) < end && capital > 0 ? change / capital : null,
    contributions: moves
      .map(({ contribution }) => contribution)
      .filter((one) => one.change !== 0)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.product < b.product ? -1 : 1)),
  };
}

interface Move extends Window {
  readonly contribution: Contribution;
  /** Money at work over the window, each flow for the part of it that it was there (modified Dietz). */
  readonly capital: number;
}

function moveOf(
  { holdings, products, prices }: PortfolioRecord,
  trades: readonly Trade[],
  code: string,
  { from, to }: Window,
): Move | null {
  const series = prices.get(code);
  const product = products.get(code);
  const start = priceOn(series, from) ?? series?.[0];
  const end = priceOn(series, to);
  if (!product || !start || !end || start.date >= end.date) return null;
  const own = trades.filter((trade) => trade.product === code);
  const now = holdings.find((one) => one.product === code)?.units ?? 0;
  const unitsAt = (day: LocalDate) =>
    Math.max(
      0,
      now -
        unitsTraded(
          own.filter((trade) => trade.day > day),
          series ?? [],
        ),
    );
  const flows = own.filter(({ day }) => day > start.date && day <= end.date);
  const [before, after] = [unitsAt(start.date), unitsAt(end.date)];
  if (before === 0 && after === 0 && flows.length === 0) return null;
  const opening = before * start.nav;
  const net = flows.reduce((sum, trade) => sum + signed(trade), 0);
  return {
    from: start.date,
    to: end.date,
    contribution: {
      product: product.code,
      name: product.name,
      riskLevel: effectiveRiskLevel(product),
      change: cents(after * end.nav - opening - net),
    },
    capital: opening + flows.reduce((sum, one) => sum + signed(one) * left(one.day, start, end), 0),
  };
}

const signed = ({ way, amount }: Trade): number => (way === 'in' ? amount : -amount);

/** Units bought less units sold, each at the last price up to its day. */
const unitsTraded = (trades: readonly Trade[], prices: readonly Price[]): number =>
  trades.reduce((units, trade) => {
    const price = priceOn(prices, trade.day) ?? prices[0];
    return price ? units + signed(trade) / price.nav : units;
  }, 0);

/** The part of the window that was left on a day, 0…1. */
const left = (day: LocalDate, { date: from }: Price, { date: to }: Price): number =>
  (Date.parse(to) - Date.parse(day)) / (Date.parse(to) - Date.parse(from));
