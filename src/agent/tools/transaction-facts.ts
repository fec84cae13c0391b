import type { Fact } from '../../terms/fact.js';
import type { LocalDate } from '../../terms/time.js';
import { daysBetween } from '../../terms/time.js';
import type { Order, Transaction, TransactionsAnswer } from '../../terms/transaction.js';

/** An order this many days old is on its way no more. */
export const RECENT_DAYS = 30;

/** Every figure of a customer's record that may be said, with what it measures. */
export function transactionFacts({
  told,
  orders,
  latest,
  today,
}: TransactionsAnswer): readonly Fact[] {
  const all = latest ? [...told, latest] : told;
  const { bought, sold, net } = totals(told);
  return [
    ...all.flatMap((one) => rowFacts(one, today)),
    ...orders.flatMap(orderFacts),
    { value: told.length, unit: 'count', label: '笔数' },
    ...sumFacts('买入', bought),
    ...sumFacts('卖出', sold),
    ...sumFacts(
      '分红',
      told.filter(({ deed }) => deed.startsWith('dividend')),
    ),
    { value: Math.abs(net), unit: 'yuan', label: '净投入' },
  ];
}

export interface Totals {
  readonly bought: readonly Transaction[];
  readonly sold: readonly Transaction[];
  /** Put in less taken out, yuan. */
  readonly net: number;
}

export function totals(told: readonly Transaction[]): Totals {
  const bought = told.filter(({ deed }) => deed === 'bought');
  const sold = told.filter(({ deed }) => deed === 'sold');
  return { bought, sold, net: Math.round((sumOf(bought) - sumOf(sold)) * 100) / 100 };
}

export const sumOf = (list: readonly Transaction[]): number =>
  Math.round(list.reduce((sum, { amount }) => sum + amount, 0) * 100) / 100;

const rowFacts = ({ name, amount, day }: Transaction, today: LocalDate): readonly Fact[] => [
  { value: day, unit: 'date', label: `${name}交易日期` },
  { value: amount, unit: 'yuan', label: `${name}交易金额` },
  { value: daysBetween(day, today), unit: 'day', label: `${name}到今天的天数` },
];

function orderFacts({ of: { name }, schedule }: Order): readonly Fact[] {
  const dated = (value: LocalDate | null, label: string): readonly Fact[] =>
    value === null ? [] : [{ value, unit: 'date', label: `${name}${label}` }];
  return [
    ...dated(schedule.accepted, '受理日'),
    ...dated(schedule.confirmed, '确认日'),
    ...dated(schedule.arrival, '最晚到账日'),
  ];
}

const sumFacts = (label: string, list: readonly Transaction[]): readonly Fact[] => [
  { value: list.length, unit: 'count', label: `${label}笔数` },
  { value: sumOf(list), unit: 'yuan', label: `${label}合计` },
];
