import { movedBy, pricedOf, riseToCost } from '../../advice/lifecycle/supposed.js';
import { cents } from '../../advice/lifecycle/positions.js';
import { supposedMove } from '../../language/supposed-move.js';
import type { Fact } from '../../terms/fact.js';
import type { Position } from '../../terms/portfolio.js';
import { percent } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import { gainOf, graded, moneyOf } from './portfolio-lines.js';

/** 假设涨跌的账: what a supposed move leaves, and how far it is back to what was paid. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

/** Null: the words suppose no move, or nothing that is meant has a price. */
export function ifMoved(say: Say, query: string, positions: readonly Position[]): Paragraph | null {
  const by = supposedMove(query);
  const priced = pricedOf(positions);
  if (by === null || priced.count === 0) return null;
  const value = movedBy(priced, by);
  const change = cents(Math.abs(value - priced.value));
  const profit = cents(value - priced.cost);
  return withFacts(
    say('own_if_moved', {
      name: nameOf(positions, priced.count),
      way: by < 0 ? '跌' : '涨',
      rate: percent(Math.abs(by)),
      value: moneyOf(value),
      change: `${by < 0 ? '少' : '多'} ${moneyOf(change)}`,
      cost: moneyOf(priced.cost),
      gain: gainOf(profit),
    }),
    [value, change, Math.abs(profit), priced.cost],
    Math.abs(by),
  );
}

/** Null: nothing that is meant has a price. */
export function breakEven(say: Say, positions: readonly Position[]): Paragraph | null {
  const priced = pricedOf(positions);
  if (priced.count === 0) return null;
  const rise = riseToCost(priced);
  const gap = cents(Math.abs(priced.cost - priced.value));
  const values = {
    name: nameOf(positions, priced.count),
    value: moneyOf(priced.value),
    cost: moneyOf(priced.cost),
    gap: moneyOf(gap),
  };
  const yuan = [priced.value, priced.cost, gap];
  return rise === null
    ? withFacts(say('own_break_even_reached', values), yuan)
    : withFacts(say('own_break_even', { ...values, rise: percent(rise) }), yuan, rise);
}

function nameOf(positions: readonly Position[], priced: number): string {
  const [only, ...others] = positions;
  if (only && others.length === 0) return graded(only.name, only.riskLevel);
  const all = positions.length === priced ? '' : `里有净值的 ${priced} 只`;
  return `您名下 ${positions.length} 只${all}合起来`;
}

function withFacts(said: Paragraph, yuan: readonly number[], rate?: number): Paragraph {
  const sums = yuan.map((value): Fact => ({ value, unit: 'yuan', label: '按假设算的账' }));
  const rated: readonly Fact[] =
    rate === undefined
      ? []
      : [{ value: Math.round(rate * 1e4) / 100, unit: '%', label: '假设的涨跌' }];
  return { ...said, facts: [...said.facts, ...sums, ...rated] };
}
