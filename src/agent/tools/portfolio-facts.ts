import type { Fact } from '../../terms/fact.js';
import type {
  Movement,
  PortfolioAnswer,
  PortfolioReview,
  Position,
} from '../../terms/portfolio.js';

/** Every figure of a portfolio that may be said, with what it measures. Percent with two decimals. */
export const portfolioFacts = ({
  review,
  focus,
  window,
  bought = [],
}: PortfolioAnswer): readonly Fact[] => {
  const meant = review.positions.filter(
    ({ product }) => focus.length === 0 || focus.includes(product),
  );
  return [
    ...wholeFacts(review),
    ...sumFacts('这些产品', meant),
    ...review.positions.flatMap((position) => positionFacts(position)),
    ...bought.map(({ day }): Fact => ({ value: day, unit: 'date', label: '第一次买入' })),
    ...(window?.movement ? movementFacts(window.movement) : []),
  ];
};

function wholeFacts({ asOf, positions, risk, ...review }: PortfolioReview): readonly Fact[] {
  return [
    ...(asOf === null ? [] : [{ value: asOf, unit: 'date', label: '数据截至' } as const]),
    { value: positions.length, unit: 'count', label: '持有产品数' },
    ...sumFacts('持仓', positions),
    ...ratioFact('持仓收益率', review.return),
    ...(risk.weightedGrade === null
      ? []
      : [
          {
            value: twoDecimals(risk.weightedGrade),
            unit: 'count',
            label: '持仓加权风险等级',
          } as const,
        ]),
    ...review.byClass.map(({ key, share }) => percentFact(`占比 ${key}`, share)),
  ];
}

/** Value, cost and profit of some positions together. */
function sumFacts(label: string, positions: readonly Position[]): readonly Fact[] {
  const sum = (of: (one: Position) => number) =>
    twoDecimals(positions.reduce((total, one) => total + of(one), 0));
  const priced = positions.filter(({ profit }) => profit !== null);
  const profit = twoDecimals(priced.reduce((total, one) => total + (one.profit ?? 0), 0));
  const cost = priced.reduce((total, one) => total + one.cost, 0);
  return [
    { value: positions.length, unit: 'count', label: `${label}只数` },
    { value: priced.length, unit: 'count', label: `${label}里有净值的只数` },
    { value: sum(({ value }) => value), unit: 'yuan', label: `${label}市值` },
    { value: sum((one) => one.cost), unit: 'yuan', label: `${label}成本` },
    ...signedFacts(`${label}盈亏`, profit),
    ...ratioFact(`${label}收益率`, cost > 0 ? profit / cost : null),
  ];
}

function positionFacts({ name, units, value, cost, profit, ...rest }: Position): readonly Fact[] {
  return [
    { value: units, unit: 'count', label: `${name}份额` },
    { value, unit: 'yuan', label: `${name}市值` },
    { value: cost, unit: 'yuan', label: `${name}成本` },
    { value: Math.round((cost / units) * 1e4) / 1e4, unit: 'yuan', label: `${name}每份成本` },
    ...(profit === null ? [] : signedFacts(`${name}盈亏`, profit)),
    ...ratioFact(`${name}收益率`, rest.return),
    percentFact(`${name}占比`, rest.share),
    ...(rest.pricedOn === null
      ? []
      : [{ value: rest.pricedOn, unit: 'date', label: `${name}净值日期` } as const]),
  ];
}

function movementFacts({ from, to, change, rate, contributions }: Movement): readonly Fact[] {
  return [
    { value: from, unit: 'date', label: '区间起' },
    { value: to, unit: 'date', label: '区间止' },
    ...signedFacts('区间账面变动', change),
    ...ratioFact('区间收益率', rate),
    ...contributions.flatMap((one) => signedFacts(`${one.name}区间变动`, one.change)),
  ];
}

/** 「亏损 300 元」 says a loss without its sign. */
const signedFacts = (label: string, yuan: number): readonly Fact[] => [
  { value: yuan, unit: 'yuan', label },
  ...(yuan < 0 ? [{ value: -yuan, unit: 'yuan', label: `${label}（亏损额）` } as const] : []),
];

const ratioFact = (label: string, ratio: number | null): readonly Fact[] =>
  ratio === null ? [] : [percentFact(label, ratio)];

const percentFact = (label: string, ratio: number): Fact => ({
  value: twoDecimals(ratio * 100),
  unit: '%',
  label,
});

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;
