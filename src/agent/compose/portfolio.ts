import type { ToolResult } from '../../conversation/agent.js';
import type { AccountSide } from '../../terms/command.js';
import type { Most, PortfolioAnswer, Position } from '../../terms/portfolio.js';
import type { Suggestion } from '../../terms/statement.js';
import { dayInChat, percent } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { ahead } from './difference.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import {
  classLines,
  contributionLines,
  gainOf,
  graded,
  moneyOf,
  positionLine,
  rateOf,
  summed,
} from './portfolio-lines.js';
import { asksOfWhole, cautions } from './portfolio-cautions.js';
import { CALL_A_PERSON } from './social.js';

/** 我的持仓: what a customer holds, has gained or lost, and which products that came from. */

export interface PortfolioAsked {
  readonly about: AccountSide;
  readonly query: string;
}

/** 「为什么亏」「亏在哪只」: by product, the greatest first. */
const WHY =
  /为什么|为啥|为何|怎么.{0,8}(亏|跌|少)|咋.{0,8}(亏|跌)|在哪|哪.{0,8}(亏|赚|跌|涨|挣)|最多|拖(累|后腿)/;
const WITH_UNITS = /份|成本/;
const OF_A_DAY = /今天|昨天|今日|昨日|前天|每天|单日/;
/** What stands in full; the rest is in the card and in the app. */
const LISTED = 6;

const WHAT_MOVED: Suggestion = { label: '涨跌来自哪几只', say: '我的持仓涨跌来自哪几只' };
const HOW_MUCH: Suggestion = { label: '赚了还是亏了', say: '我现在是赚还是亏' };

export function portfolioParagraph(
  wordings: Wordings,
  { about, query }: PortfolioAsked,
  { portfolio: answer, facts }: ToolResult,
  before: readonly string[],
): Paragraph {
  const say: Say = (id, values = {}) => worded(wordings, id, values);
  // `settle` lets no step come here without one.
  if (!answer) return say('own_account');
  const { review, notHeld } = answer;
  if (review.positions.length === 0) {
    return { ...say('own_none'), suggestions: [CALL_A_PERSON] };
  }
  const cautioned = cautions(review, query).map(([id, values]) => say(id, values));
  const [first, last] = asksOfWhole(query) ? [cautioned, []] : [[], cautioned];
  const parts = notHeld
    ? [say('own_not_held', { name: ahead(notHeld) }), holdings(say, answer)]
    : [
        ...first,
        told(say, about, query, answer),
        ...[...besides(say, query, answer), ...last].filter(isNews(before)),
      ];
  return {
    ...join(parts),
    facts,
    cards: [{ kind: 'holdings', review }],
    suggestions: [about === 'holdings' ? HOW_MUCH : WHAT_MOVED, CALL_A_PERSON],
  };
}

/** A caution is given once in a conversation. */
const isNews =
  (before: readonly string[]) =>
  ({ text }: Paragraph): boolean =>
    before.every((said) => !said.includes(text));

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

function told(say: Say, about: AccountSide, query: string, answer: PortfolioAnswer): Paragraph {
  if (answer.window?.movement) return movement(say, answer.window.label, answer.window.movement);
  if (answer.most) return singledOut(say, answer, answer.most);
  if (about === 'purchases') return purchases(say, answer);
  if (about === 'cost') return cost(say, answer);
  if (about === 'shares') return shares(say, answer);
  const detailed = WITH_UNITS.test(query);
  if (about === 'holdings') return holdings(say, answer, detailed);
  return WHY.test(query) ? causes(say, answer) : profit(say, answer, detailed);
}

/** What is said after the answer: cautions, how old it is, and what has no price. */
function besides(say: Say, query: string, answer: PortfolioAnswer): readonly Paragraph[] {
  const { window } = answer;
  const noWindow = window !== null && window.movement === null;
  const isUnpriced = meant(answer).some(({ pricedOn }) => pricedOn === null);
  return [
    ...(noWindow || OF_A_DAY.test(query) ? [say('own_no_window')] : []),
    ...(isUnpriced ? [say('own_unpriced')] : []),
  ];
}

/** The positions the question is about. */
const meant = ({ review, focus }: PortfolioAnswer): readonly Position[] =>
  focus.length === 0
    ? review.positions
    : review.positions.filter(({ product }) => focus.includes(product));

function holdings(say: Say, answer: PortfolioAnswer, detailed = false): Paragraph {
  const positions = meant(answer);
  const { value, gain } = summed(positions);
  const isAll = positions.length === answer.review.positions.length;
  return say(isAll ? 'own_holdings' : 'own_holdings_some', {
    as_of: asOf(answer),
    count: String(positions.length),
    value: moneyOf(value),
    gain,
    lines: [
      ...positions.slice(0, LISTED).map((one) => positionLine(one, detailed)),
      ...(isAll && positions.length > 2 ? [classLines(answer.review)] : []),
    ].join('\n'),
  });
}

function profit(say: Say, answer: PortfolioAnswer, detailed = false): Paragraph {
  const positions = meant(answer);
  return say('own_profit', {
    as_of: asOf(answer),
    gain: summed(positions).gain,
    lines: byGain(positions)
      .slice(0, LISTED)
      .map((one) => positionLine(one, detailed))
      .join('\n'),
  });
}

/** 「哪只亏得最多」: that one, or that none did. */
function singledOut(say: Say, { review }: PortfolioAnswer, { product, by }: Most): Paragraph {
  const one = review.positions.find((position) => position.product === product) as Position;
  const line = positionLine(one).replace(/^- /, '');
  if (by === 'value') return say('own_most_value', { line, share: percent(one.share) });
  const isSo = by === 'loss' ? (one.profit ?? 0) < 0 : (one.profit ?? 0) > 0;
  return say(isSo ? `own_most_${by}` : `own_most_no_${by}`, { line });
}

function purchases(say: Say, answer: PortfolioAnswer): Paragraph {
  const positions = meant(answer);
  const lines = (answer.bought ?? []).flatMap(({ product, day }) => {
    const held = positions.find((one) => one.product === product);
    return held ? [`- ${graded(held.name, held.riskLevel)}：${dayOf(day)}`] : [];
  });
  return lines.length === 0
    ? say('own_account_other')
    : say('own_bought', { lines: lines.slice(0, LISTED).join('\n') });
}

function cost(say: Say, answer: PortfolioAnswer): Paragraph {
  const positions = meant(answer);
  const { value, gain } = summed(positions);
  const paid = positions.reduce((sum, one) => sum + one.cost, 0);
  const values = { as_of: asOf(answer), cost: moneyOf(paid), value: moneyOf(value), gain };
  const [only, ...others] = positions;
  return only && others.length === 0
    ? say('own_cost_one', { ...values, name: graded(only.name, only.riskLevel) })
    : say('own_cost', values);
}

function shares(say: Say, answer: PortfolioAnswer): Paragraph {
  const lines = meant(answer)
    .slice(0, LISTED)
    .map(({ name, riskLevel, share }) => `- ${graded(name, riskLevel)}：${percent(share)}`);
  return say('own_shares', { as_of: asOf(answer), lines: lines.join('\n') });
}

/** Since they were bought: what each product brought or cost. */
function causes(say: Say, answer: PortfolioAnswer): Paragraph {
  const positions = meant(answer);
  const moved = positions.flatMap(({ product, name, riskLevel, profit: change }) =>
    change === null || change === 0 ? [] : [{ product, name, riskLevel, change }],
  );
  if (moved.length === 0) return profit(say, answer);
  return say('own_causes', {
    as_of: asOf(answer),
    gain: summed(positions).gain,
    lines: contributionLines(
      [...moved].sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, LISTED),
    ),
  });
}

type Moved = NonNullable<NonNullable<PortfolioAnswer['window']>['movement']>;

function movement(say: Say, label: string, moved: Moved): Paragraph {
  const { from, to, change, rate, contributions } = moved;
  return say(rate === null ? 'own_movement_short' : 'own_movement', {
    period: `${label}（${dayOf(from)}至 ${dayOf(to)}）`,
    gain: gainOf(change),
    ...(rate === null ? {} : { rate: rateOf(rate) }),
    lines: contributionLines(contributions.slice(0, LISTED)),
  });
}

/** Losses first where the whole is a loss, else gains first; what has no price last. */
function byGain(positions: readonly Position[]): readonly Position[] {
  const total = positions.reduce((sum, { profit: one }) => sum + (one ?? 0), 0);
  const place = ({ profit: one }: Position) => (one === null ? Infinity : total < 0 ? one : -one);
  return [...positions].sort((a, b) => place(a) - place(b));
}

const asOf = ({ review }: PortfolioAnswer): string => dayOf(review.asOf ?? '');

/** With its year: an account is read back later. */
const dayOf = (date: string): string =>
  `${date.slice(0, 4)} 年 ${dayInChat(date).replace(/（.*$/, '')}`;
