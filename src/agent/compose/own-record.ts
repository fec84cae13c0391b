import type { Settled, ToolResult } from '../../conversation/agent.js';
import { daysBetween } from '../../terms/time.js';
import type { Product } from '../../terms/product.js';
import type { Order, Transaction, TransactionsAnswer } from '../../terms/transaction.js';
import { dayInChat, fullDay } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { RECENT_DAYS, sumOf, totals } from '../tools/transaction-facts.js';
import { feeOfOrder } from './fee-of-order.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { graded, moneyOf } from './portfolio-lines.js';
import { CALL_A_PERSON } from './social.js';

/** 我的交易记录: what the record tells of orders, payments and what was put in; or that it has nothing. */

/** What stands in full; the rest is in the app. */
const LISTED = 6;
const PAYMENTS_LISTED = 3;

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

export function recordParagraph(
  wordings: Wordings,
  { query }: { readonly query: string },
  { transactions: answer, facts, products }: ToolResult,
  all: readonly Settled[] = [],
): Paragraph {
  const say: Say = (id, values = {}) => worded(wordings, id, values);
  // `settle` lets no step come here without one.
  if (!answer) return say('own_account');
  const isReckoned = all.some(({ step }) => step.say === 'dates');
  const said =
    answer.told.length === 0
      ? nothing(say, answer, isReckoned)
      : told(say, answer, query, products);
  return { ...said, facts: [...facts, ...said.facts], suggestions: [CALL_A_PERSON] };
}

/** The order itself was found, so that its days need not be told by rule. */
const isOnRecord = (all: readonly Settled[]): boolean =>
  all.some(
    ({ step, result }) => step.say === 'own_record' && (result?.transactions?.told.length ?? 0) > 0,
  );

export const withoutDaysOnRecord = (all: readonly Settled[]): readonly Settled[] =>
  isOnRecord(all) ? all.filter(({ step }) => step.say !== 'dates') : all;

function told(
  say: Say,
  answer: TransactionsAnswer,
  query: string,
  products: readonly Product[],
): Paragraph {
  switch (answer.side) {
    case 'orders':
      return orders(say, answer);
    case 'dividends':
      return dividends(say, answer);
    case 'plan':
      return planPayments(say, answer);
    case 'paid_in':
      return paidIn(say, answer);
    case 'trades':
      return trades(say, answer, query, products);
  }
}

const WHAT: Readonly<Record<TransactionsAnswer['side'], string>> = {
  orders: '买卖',
  dividends: '分红',
  plan: '定投扣款',
  paid_in: '买入',
  trades: '买卖',
};

const whatOf = ({ side, way }: TransactionsAnswer): string =>
  way === null ? WHAT[side] : way === 'sold' ? '赎回' : '买入';

function whatNamed(answer: TransactionsAnswer): string {
  const { side, notOnRecord } = answer;
  if (notOnRecord === null) return whatOf(answer);
  return side === 'dividends' ? `「${notOnRecord}」分红` : `${whatOf(answer)}「${notOnRecord}」`;
}

/** `isReckoned`: the days are told by rule beside it. */
function nothing(say: Say, answer: TransactionsAnswer, isReckoned: boolean): Paragraph {
  const { side, window, latest } = answer;
  const when = side === 'orders' ? `最近 ${RECENT_DAYS} 天` : (window ?? '');
  const values = { when, what: whatNamed(answer) };
  const last = latest === null ? '' : `最近一笔是 ${fullDay(latest.day)}：${rowOf(latest)}。`;
  const said = isReckoned
    ? say('own_record_none_reckoned', values)
    : say(isUnpaid(answer) ? 'own_dividends_none' : 'own_record_none', { ...values, last });
  const days = { value: RECENT_DAYS, unit: 'day', label: '查看的天数' } as const;
  return side === 'orders' ? { ...said, facts: [days] } : said;
}

const isUnpaid = ({ side, notOnRecord }: TransactionsAnswer): boolean =>
  side === 'dividends' && notOnRecord === null;

const nameOf = ({ name, riskLevel }: Transaction): string => graded(name, riskLevel);

const VERBS: Readonly<Record<Transaction['deed'], string>> = {
  bought: '买入',
  sold: '赎回',
  plan_failed: '定投没有扣成',
  dividend_paid: '现金分红',
  dividend_reinvested: '分红折成了份额',
};

const rowOf = (one: Transaction): string =>
  `${nameOf(one)}${one.isPlan && one.deed === 'bought' ? '定投' : ''}${VERBS[one.deed]} ${moneyOf(one.amount)}`;

function orders(say: Say, { orders: all }: TransactionsAnswer): Paragraph {
  const under = all.filter(({ standing }) => standing === 'under_way');
  const shown = under.length > 0 ? under : all;
  const lines = listed(shown.slice(0, LISTED).map(orderLine));
  if (under.length > 0) return say('own_order_under_way', { lines });
  const isSale = shown.some(({ of, standing }) => of.deed === 'sold' && standing === 'due');
  return say(isSale ? 'own_order_due' : 'own_order_confirmed', { lines });
}

/** 「11 月 24 日（周二）赎回 20,000.00 元，11 月 25 日（周三）确认，最晚 11 月 30 日（周一）到账」 */
function orderLine({ of, schedule: { confirmed, arrival }, standing }: Order): string {
  const deed = `**${nameOf(of)}**：${dayInChat(of.day)}${VERBS[of.deed]} **${moneyOf(of.amount)}**`;
  if (standing === 'unknown') return `${deed}，后面的日子以合同和交易记录为准`;
  const sure = confirmed === null ? '' : `，${dayInChat(confirmed)}确认`;
  if (of.deed !== 'sold') return `${deed}${sure}份额`;
  const isSameDay = confirmed === arrival;
  return `${deed}${isSameDay ? '' : sure}，最晚 **${dayInChat(arrival ?? '')}**到账`;
}

const listed = (lines: readonly string[]): string =>
  lines.map((line) => (lines.length > 1 ? `- ${line}` : `${line}。`)).join('\n');

function dividends(say: Say, { told: all, window }: TransactionsAnswer): Paragraph {
  const isPaid = all.some(({ deed }) => deed === 'dividend_paid');
  return say(isPaid ? 'own_dividends' : 'own_dividends_reinvested', {
    when: window ?? '',
    count: String(all.length),
    sum: moneyOf(sumOf(all)),
    lines: listed(all.slice(0, LISTED).map((one) => `${fullDay(one.day)}，${rowOf(one)}`)),
  });
}

function planPayments(say: Say, { told: all }: TransactionsAnswer): Paragraph {
  const [latest] = all as [Transaction, ...Transaction[]];
  return say(latest.deed === 'plan_failed' ? 'own_plan_failed' : 'own_plan_paid', {
    count: String(all.filter(({ deed }) => deed === 'bought').length),
    last: `${dayInChat(latest.day)}，${nameOf(latest)}${moneyOf(latest.amount)}`,
    lines: all
      .slice(0, PAYMENTS_LISTED)
      .map(
        (one) =>
          `- ${fullDay(one.day)}：${moneyOf(one.amount)}，${one.deed === 'bought' ? '已扣款' : '没有扣成'}`,
      )
      .join('\n'),
  });
}

function paidIn(say: Say, { told: all, window }: TransactionsAnswer): Paragraph {
  const { bought, sold, net } = totals(all);
  const out =
    sold.length === 0
      ? '，没有赎回'
      : `；赎回 ${sold.length} 笔、${moneyOf(sumOf(sold))}，${net < 0 ? '净取出' : '净投入'} **${moneyOf(net)}**`;
  return say('own_paid_in', {
    when: window ?? `从 ${fullDay((all.at(-1) as Transaction).day)}第一笔到现在`,
    sum: moneyOf(sumOf(bought)),
    count: String(bought.length),
    out,
    lines: rowsOf(all),
  });
}

const ASKS_WHEN = /哪(一)?[天年日]|几[号月]|(什么|啥)时(候)?|何时|几时|多久|多长时间|开始/;

function trades(
  say: Say,
  answer: TransactionsAnswer,
  query: string,
  products: readonly Product[],
): Paragraph {
  const { told: all, window } = answer;
  const first = all.at(-1) as Transaction;
  const isOfOne = new Set(all.map(({ product }) => product)).size === 1;
  const { bought, sold } = totals(all);
  const counts = [
    bought.length === 0 ? '' : `买入 **${bought.length} 笔**、${moneyOf(sumOf(bought))}`,
    sold.length === 0 ? '' : `赎回 **${sold.length} 笔**、${moneyOf(sumOf(sold))}`,
  ];
  const days = daysBetween(first.day, answer.today);
  const lead =
    ASKS_WHEN.test(query) && isOfOne && first.deed === 'bought'
      ? `第一笔是 **${fullDay(first.day)}**买的，到今天 ${days} 天。`
      : '';
  const fee = feeOfOrder(query, all, products);
  const said = say('own_trades', {
    lead: `${fee?.text ?? ''}${lead}`,
    when: window ?? '',
    counts: counts.filter((part) => part !== '').join('，'),
    lines: rowsOf(all),
  });
  return { ...said, facts: [...said.facts, ...(fee?.facts ?? [])] };
}

const rowsOf = (all: readonly Transaction[]): string =>
  all
    .slice(0, LISTED)
    .map((one) => `- ${fullDay(one.day)}：${rowOf(one)}`)
    .join('\n');
