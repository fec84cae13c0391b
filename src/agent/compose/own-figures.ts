import { spokenMoney } from '../../language/spoken-money.js';
import { normalize } from '../../language/fold.js';
import type { PortfolioAnswer, PortfolioReview, Position } from '../../terms/portfolio.js';
import type { Paragraph } from './paragraph.js';
import { graded, moneyOf } from './portfolio-lines.js';

/** 哪个数对: figures of the account that the customer names, each told for what it is. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

interface Known {
  readonly value: number;
  readonly says: string;
}

/** Null: none of the figures named is one of the account's. */
export function figures(say: Say, query: string, { review }: PortfolioAnswer): Paragraph | null {
  const known = knownIn(review);
  const found = namedIn(query).flatMap((one) => nearest(known, one) ?? []);
  const told = [...new Set(found)];
  if (told.length === 0) return null;
  const whole = told.length === 1 ? known.filter((one) => one === known[0] && one !== told[0]) : [];
  const lead = told.length > 1 ? '两个都对，说的不是一回事：' : '';
  return say('own_figures', {
    lead,
    lines: [...told, ...whole].map(({ says }) => says).join('；'),
  });
}

/** What a figure may be, gains first: those are asked about. */
function knownIn({ positions, profit, value, cost }: PortfolioReview): readonly Known[] {
  const moved = positions.filter((one) => (one.profit ?? 0) !== 0);
  const parts = moved.map((one) => `${nameOf(one)}${gain(one.profit ?? 0)}`).join('、');
  return [
    ...(profit === null || moved.length < 2
      ? []
      : [
          {
            value: profit,
            says: `**${moneyOf(profit)}**是几只加起来的${sign(profit)}（${parts}）`,
          },
        ]),
    ...moved.map((one) => ({
      value: one.profit ?? 0,
      says: `**${moneyOf(one.profit ?? 0)}**是${nameOf(one)}这一只的${sign(one.profit ?? 0)}`,
    })),
    { value, says: `**${moneyOf(value)}**是您名下全部的市值` },
    { value: cost, says: `**${moneyOf(cost)}**是您一共投入的本金` },
    ...positions.map((one) => ({
      value: one.value,
      says: `**${moneyOf(one.value)}**是${nameOf(one)}这一只的市值`,
    })),
  ];
}

const nameOf = ({ name, riskLevel }: Position): string => graded(name, riskLevel);
const sign = (profit: number): string => (profit < 0 ? '亏损' : '盈利');
const gain = (profit: number): string => `${sign(profit)} ${moneyOf(profit)}`;

interface Named {
  readonly from: number;
  readonly to: number;
}

/** Figures as they are typed, and sums as they are spoken: 「217」 「一千多块」. */
export function namedIn(query: string): readonly Named[] {
  const text = normalize(query).text;
  const spoken = spokenMoney(text);
  const isSpoken = (at: number) => spoken.some(({ start, end }) => at >= start && at < end);
  const typed = [...text.matchAll(/\d[\d,]*(?:\.\d+)?(?![\d%只天日个年月])/g)].flatMap(
    ({ 0: digits, index }): Named[] => {
      const value = Number(digits.replaceAll(',', ''));
      return isSpoken(index) ? [] : [{ from: value, to: value }];
    },
  );
  return [...spoken, ...typed].map(({ from, to }) => ({ from, to }));
}

/** 「六万八」 stands for 68,546, and 「217」 for 217.89. */
const CLOSE = 0.03;

function nearest(known: readonly Known[], { from, to }: Named): Known | null {
  const middle = (from + to) / 2;
  const near = known
    .filter(({ value }) => {
      const size = Math.abs(value);
      return size >= from * (1 - CLOSE) && size <= to * (1 + CLOSE);
    })
    .sort((a, b) => Math.abs(Math.abs(a.value) - middle) - Math.abs(Math.abs(b.value) - middle));
  return near[0] ?? null;
}
