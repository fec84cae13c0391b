import type { PriceRow } from '../store/institution-rows.js';
import type { Performance, Product } from '../terms/product.js';
import { nameWithoutClass } from '../terms/product.js';
import { addDays } from '../terms/time.js';
import { seedOf, spread } from './spread.js';

/**
 * The demonstration's prices: weekly, over the window of each product's stated performance, and
 * showing exactly that return and that greatest drawdown. Made up, the same at every seeding.
 */
export const demoPrices = (products: readonly Product[]): readonly PriceRow[] =>
  products.flatMap((product) =>
    product.performance ? pricesOf(product, product.performance) : [],
  );

const WEEK = 7;
const DIGITS = 1e6;
/** Below the last digit of a price. */
const HALVINGS = 22;

function pricesOf(product: Product, stated: Performance): readonly PriceRow[] {
  const days = (Date.parse(stated.to) - Date.parse(stated.from)) / 86_400_000;
  const weeks = Math.ceil(days / WEEK);
  const path = stated.maxDrawdown === 0 ? rising(weeks, stated) : falling(product, weeks, stated);
  return path.map((nav, at) => ({
    product_code: product.code,
    date: addDays(stated.from, Math.min(at * WEEK, days)),
    nav,
  }));
}

const rounded = (nav: number): number => Math.round(nav * DIGITS) / DIGITS;

/** A little every week, less as rates come down: what never fell. */
function rising(weeks: number, stated: Performance): readonly number[] {
  const done = (at: number) => (1.2 * at) / weeks - 0.2 * (at / weeks) ** 2;
  return Array.from({ length: weeks + 1 }, (_, at) => rounded((1 + stated.return) ** done(at)));
}

/** Two classes of one fund, and products of one market, move together. */
const MARKETS: Readonly<Record<string, string>> = {
  bond: 'bonds',
  fixed_income: 'bonds',
  qdii: 'abroad',
  reit: 'property',
};

/**
 * Up to a peak, down to a trough, up or down to the stated end, and noise between. The fall from peak
 * to trough is found by halving, so that with the noise the greatest drawdown is the stated one.
 */
function falling(product: Product, weeks: number, stated: Performance): readonly number[] {
  const market = seedOf(MARKETS[product.type] ?? 'shares');
  const own = seedOf(nameWithoutClass(product.name));
  const peak = Math.round(weeks * (0.2 + (spread(market, 1) % 40) / 100)) + (spread(own, 1) % 5);
  const trough = peak + Math.round(weeks * 0.15) + (spread(own, 2) % 9);
  const nodes = [0, peak, trough, weeks];
  const depth = -stated.maxDrawdown;
  let scale = depth / 12;
  const pathAt = (fall: number): readonly number[] => {
    const top = 1 + Math.max(stated.return, 0) / 2 + depth * 0.3;
    const levels = [1, top, top * (1 - fall), 1 + stated.return].map(Math.log);
    return Array.from({ length: weeks + 1 }, (_, at) =>
      rounded(Math.exp(between(nodes, levels, at) + scale * (noise[at] ?? 0))),
    );
  };
  const noise = bridged(
    nodes,
    Array.from({ length: weeks }, (_, at) => 0.6 * bell(market, at) + 0.8 * bell(own, at)),
  );
  while (drawdown(pathAt(0)) >= depth) scale /= 2;
  let [low, high] = [0, depth];
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = (low + high) / 2;
    if (drawdown(pathAt(middle)) > depth) high = middle;
    else low = middle;
  }
  return pathAt(low);
}

/** About normal, mean 0, deviation 1: the sum of four even draws. */
function bell(seed: number, at: number): number {
  const draw = (salt: number) => spread(seed ^ at, 10 + salt) / 2 ** 32;
  return (draw(0) + draw(1) + draw(2) + draw(3) - 2) * Math.sqrt(3);
}

/** Straight from level to level. */
function between(nodes: readonly number[], levels: readonly number[], at: number): number {
  const next = Math.max(
    1,
    nodes.findIndex((node) => at <= node),
  );
  const [from = 0, to = 1] = [nodes[next - 1], nodes[next]];
  const [low = 0, high = 0] = [levels[next - 1], levels[next]];
  return low + ((high - low) * (at - from)) / (to - from);
}

/** The walk of these steps, bent so that it is 0 at every node. */
function bridged(nodes: readonly number[], steps: readonly number[]): readonly number[] {
  const walk = [0];
  for (const step of steps) walk.push((walk.at(-1) ?? 0) + step);
  const levels = nodes.map((node) => walk[node] ?? 0);
  return walk.map((level, at) => level - between(nodes, levels, at));
}

/** Greatest fall from any earlier high, as a positive ratio. */
function drawdown(path: readonly number[]): number {
  let high = 0;
  let worst = 0;
  for (const nav of path) {
    high = Math.max(high, nav);
    worst = Math.max(worst, 1 - nav / high);
  }
  return worst;
}
