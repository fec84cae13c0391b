import type { ToolResult } from '../../conversation/agent.js';
import { cents } from '../../advice/lifecycle/positions.js';
import { ASKS_WHY, byGain, byMove, heldMeant } from '../../conversation/held-shown.js';
import type { AccountSide } from '../../terms/command.js';
import type { Most, PortfolioAnswer, Position } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import type { Suggestion } from '../../terms/statement.js';
import { dayInChat, percent } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { ahead } from './difference.js';
import { exits } from './own-exit.js';
import { concentration } from './own-concentration.js';
import { figures } from './own-figures.js';
import { ifMarketMoved } from './own-market.js';
import { gainOfAnothers } from './own-not-held.js';
import { keepOrSell } from './own-keep.js';
import { breakEven, ifMoved } from './own-supposed.js';
import { movesWithStocks } from './own-stocks.js';
import { terms } from './own-term.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import {
  classLines,
  contributionLines,
  gainOf,
  graded,
  gradeLines,
  moneyOf,
  positionLine,
  rateOf,
  summed,
} from './portfolio-lines.js';
import { asksAgainstClass, asksForIndex, asksOfWhole, cautions } from './portfolio-cautions.js';
import { CALL_A_PERSON } from './social.js';

/** 我的持仓: what a customer holds, has gained or lost, and which products that came from. */

export interface PortfolioAsked {
  readonly about: AccountSide;
  readonly query: string;
}

const WITH_UNITS = /份|成本/;
const OF_A_DAY = /今天|昨天|今日|昨日|前天|每天|单日/;
/** What stands in full; the rest is in the card and in the app. */
const LISTED = 6;

const WHAT_MOVED: Suggestion = { label: '涨跌来自哪几只', say: '我的持仓涨跌来自哪几只' };
const WHAT_TO_SELL: Suggestion = { label: '手里有哪些可以卖', say: '我手里有哪些可以卖' };
const HOW_MUCH: Suggestion = { label: '赚了还是亏了', say: '我现在是赚还是亏' };

export function portfolioParagraph(
  wordings: Wordings,
  { about, query }: PortfolioAsked,
  { portfolio: answer, facts, products }: ToolResult,
  before: readonly string[],
  isShown = false,
): Paragraph {
  const say: Say = (id, values = {}) => worded(wordings, id, values);
  // `settle` lets no step come here without one.
  if (!answer) return say('own_account');
  const { review, notHeld } = answer;
  if (review.positions.length === 0) {
    return { ...say('own_none'), suggestions: [CALL_A_PERSON] };
  }
  const another = ofAnother(say, about, answer, products);
  if (another) {
    return { ...another, facts: [...facts, ...another.facts], suggestions: [CALL_A_PERSON] };
  }
  const market = about === 'if_moved' ? ifMarketMoved(say, query, answer) : null;
  const parts =
    notHeld && market === null
      ? [say('own_not_held', { name: ahead(notHeld) }), holdings(say, answer)]
      : ofTheirs(say, { about, query }, answer, products, before);
  const said = join(parts);
  return {
    ...said,
    facts: [...facts, ...said.facts],
    cards: isShown && !asksForAll(about, answer) ? [] : [{ kind: 'holdings', review }],
    suggestions: [
      ...said.suggestions,
      ...(about === 'holdings' ? [HOW_MUCH, WHAT_TO_SELL] : [WHAT_MOVED]),
      CALL_A_PERSON,
    ],
  };
}

/** What is asked to be kept, or asked the gain of, is not theirs; null: it is, or something else is asked. */
function ofAnother(
  say: Say,
  about: AccountSide,
  answer: PortfolioAnswer,
  products: readonly Product[],
): Paragraph | null {
  return answer.notHeld !== null && about === 'keep'
    ? say('own_keep_not_held', { name: ahead(answer.notHeld) })
    : gainOfAnothers(say, about, answer, products);
}

/** What was asked of what they hold, with what they should know beside it. */
function ofTheirs(
  say: Say,
  { about, query }: PortfolioAsked,
  answer: PortfolioAnswer,
  products: readonly Product[],
  before: readonly string[],
): readonly Paragraph[] {
  const cautioned = cautions(answer.review, query).map(([id, values]) => say(id, values));
  const [first, last] = asksOfWhole(query) ? [cautioned, []] : [[], cautioned];
  return [
    ...first,
    about === 'given_back'
      ? givenBack(say, query, answer, products)
      : (reasonOf(say, { about, query }, answer, products) ??
        told(say, about, query, answer, products)),
    ...[...besides(say, query, answer), ...last].filter(isNews(before)),
  ];
}

/** The whole is shown again where the whole is asked for; what is narrower is said. */
const asksForAll = (about: AccountSide, { focus, most, window }: PortfolioAnswer): boolean =>
  about === 'holdings' && focus.length === 0 && !most && !window;

/** A gain that shrank is felt as a loss: that first, then what moves it, and never the figure just quoted. */
function givenBack(
  say: Say,
  query: string,
  answer: PortfolioAnswer,
  [product]: readonly Product[],
): Paragraph {
  const [position] = heldMeant(answer);
  if (!product || !position) return causes(say, query, answer);
  const still = (position.profit ?? 0) > 0 ? '账面上还是赚的，但少掉的也是真少了' : '账面上是亏的';
  return say('own_given_back', {
    name: graded(position.name, position.riskLevel),
    still,
    why: product.mainLoss,
  });
}

const WHY_ALONE = /为什么|为啥|为何|凭什么|凭啥|怎么.{0,8}(亏|跌)|咋.{0,8}(亏|跌)/;

/** Why one of them moved is in what it is put into; of several, in which of them it was. Null: not asked. */
function reasonOf(
  say: Say,
  { about, query }: PortfolioAsked,
  answer: PortfolioAnswer,
  [product]: readonly Product[],
): Paragraph | null {
  const [position, ...others] = heldMeant(answer);
  const isOfOne = position !== undefined && others.length === 0 && !answer.window && !answer.only;
  if (about !== 'profit' || !product || !isOfOne || !WHY_ALONE.test(query)) return null;
  return say('own_why_one', {
    as_of: asOf(answer),
    name: graded(position.name, position.riskLevel),
    gain: summed([position]).gain,
    why: product.mainLoss,
  });
}

/** A caution is given once in a conversation. */
const isNews =
  (before: readonly string[]) =>
  ({ text }: Paragraph): boolean =>
    before.every((said) => !said.includes(text));

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

/** What leaving takes is told of those pointed at, rather than what they come to. */
const isOfLeaving = (about: AccountSide): boolean => about === 'exit' || about === 'keep';

function told(
  say: Say,
  about: AccountSide,
  query: string,
  answer: PortfolioAnswer,
  products: readonly Product[],
): Paragraph {
  if (answer.only && (answer.focus.length === 0 || !isOfLeaving(about))) {
    return ofSign(say, answer, answer.only);
  }
  const reckoned = reckonedOn(say, about, query, answer, products);
  if (reckoned) return reckoned;
  if (answer.window?.movement) return movement(say, answer.window.label, answer.window.movement);
  if (answer.most) return singledOut(say, answer, answer.most);
  if (about === 'purchases') return purchases(say, answer);
  if (about === 'cost') return cost(say, answer);
  if (about === 'shares') return shares(say, query, answer);
  if (about === 'stocks') return movesWithStocks(say, answer);
  const detailed = WITH_UNITS.test(query);
  if (about === 'holdings') return grades(say, query, answer) ?? holdings(say, answer, detailed);
  return ASKS_WHY.test(query) ? causes(say, query, answer) : profit(say, answer, detailed);
}

/** Each grade against the class; null: not asked, or there is no class to hold it against. */
function grades(say: Say, query: string, answer: PortfolioAnswer): Paragraph | null {
  const { tolerance } = answer.review.risk;
  if (tolerance === null || !asksAgainstClass(query)) return null;
  const lines = gradeLines(heldMeant(answer), tolerance);
  return say('own_grades', { tolerance: `C${tolerance}`, lines });
}

/** What is worked out of the one singled out, or of all that is meant; null: nothing of the kind is asked. */
function reckonedOn(
  say: Say,
  about: AccountSide,
  query: string,
  answer: PortfolioAnswer,
  products: readonly Product[],
): Paragraph | null {
  const positions = () => (answer.most ? [one(answer, answer.most)] : heldMeant(answer));
  switch (about) {
    case 'exit':
      return exits(say, query, answer, positions());
    case 'term':
      return terms(say, answer, positions());
    case 'keep':
      return keepOrSell(say, query, answer, positions(), products);
    case 'figures':
      return figures(say, query, answer) ?? profit(say, answer);
    case 'if_moved':
      return (
        ifMarketMoved(say, query, answer) ?? ifMoved(say, query, positions()) ?? profit(say, answer)
      );
    case 'break_even':
      return breakEven(say, positions()) ?? profit(say, answer);
    default:
      return null;
  }
}

/** 「哪个亏」: those, and what they come to together. */
function ofSign(say: Say, answer: PortfolioAnswer, only: 'loss' | 'gain'): Paragraph {
  if (answer.focus.length === 0) return say(`own_no_${only}`);
  const positions = heldMeant(answer);
  const change = cents(positions.reduce((sum, { profit: one }) => sum + (one ?? 0), 0));
  return say(`own_only_${only}`, {
    count: String(positions.length),
    sum: moneyOf(change),
    lines: byGain(positions)
      .slice(0, LISTED)
      .map((one) => positionLine(one))
      .join('\n'),
  });
}

/** What is said after the answer: cautions, how old it is, and what has no price. */
function besides(say: Say, query: string, answer: PortfolioAnswer): readonly Paragraph[] {
  const { window } = answer;
  const noWindow = window !== null && window.movement === null;
  const isUnpriced = heldMeant(answer).some(({ pricedOn }) => pricedOn === null);
  return [
    ...(noWindow || OF_A_DAY.test(query) ? [say('own_no_window')] : []),
    ...(isUnpriced ? [say('own_unpriced')] : []),
  ];
}

function holdings(say: Say, answer: PortfolioAnswer, detailed = false): Paragraph {
  const positions = heldMeant(answer);
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
  const positions = heldMeant(answer);
  return say('own_profit', {
    as_of: asOf(answer),
    whose: whoseOf(answer),
    gain: summed(positions).gain,
    lines: byGain(positions)
      .slice(0, LISTED)
      .map((one) => positionLine(one, detailed))
      .join('\n'),
  });
}

/** Of what a sum and its percentage are, so that they are not held against those of the whole. */
function whoseOf(answer: PortfolioAnswer): string {
  const { length } = heldMeant(answer);
  if (length === 1) return '';
  const isAll = length === answer.review.positions.length;
  return isAll ? `您名下 ${length} 只合起来` : `您问的这 ${length} 只合起来`;
}

/** 「哪只亏得最多」: that one, or that none did. */
function singledOut(say: Say, answer: PortfolioAnswer, most: Most): Paragraph {
  const { by } = most;
  const { profit: change, share, ...rest } = one(answer, most);
  const line = positionLine({ ...rest, profit: change, share }).replace(/^- /, '');
  if (by === 'value') return say('own_most_value', { line, share: percent(share) });
  if (by === 'risk') return say('own_most_risk', { line, also: sameGrade(answer, most) });
  const isSo = by === 'loss' ? (change ?? 0) < 0 : (change ?? 0) > 0;
  return say(isSo ? `own_most_${by}` : `own_most_no_${by}`, { line });
}

/** What else is graded as high, so that one of several is not called the only one. */
function sameGrade(answer: PortfolioAnswer, most: Most): string {
  const { riskLevel } = one(answer, most);
  const others = answer.review.positions.filter(
    (position) => position.product !== most.product && position.riskLevel === riskLevel,
  );
  const names = others.map(({ name }) => graded(name, riskLevel)).join('、');
  return names === '' ? '' : `；同一级的还有${names}`;
}

const one = ({ review }: PortfolioAnswer, { product }: Most): Position =>
  review.positions.find((position) => position.product === product) as Position;

function purchases(say: Say, answer: PortfolioAnswer): Paragraph {
  const positions = heldMeant(answer);
  const lines = (answer.bought ?? []).flatMap(({ product, day }) => {
    const held = positions.find((one) => one.product === product);
    return held ? [`- ${graded(held.name, held.riskLevel)}：${dayOf(day)}`] : [];
  });
  return lines.length === 0
    ? say('own_account_other')
    : say('own_bought', { lines: lines.slice(0, LISTED).join('\n') });
}

function cost(say: Say, answer: PortfolioAnswer): Paragraph {
  const positions = heldMeant(answer);
  const { value, gain } = summed(positions);
  const paid = positions.reduce((sum, one) => sum + one.cost, 0);
  const values = { as_of: asOf(answer), cost: moneyOf(paid), value: moneyOf(value), gain };
  const [only, ...others] = positions;
  return only && others.length === 0
    ? say('own_cost_one', { ...values, name: graded(only.name, only.riskLevel) })
    : say('own_cost', values);
}

function shares(say: Say, query: string, answer: PortfolioAnswer): Paragraph {
  const lines = heldMeant(answer)
    .slice(0, LISTED)
    .map(({ name, riskLevel, share }) => `- ${graded(name, riskLevel)}：${percent(share)}`);
  const each = say('own_shares', { as_of: asOf(answer), lines: lines.join('\n') });
  return asksForIndex(query) ? join([concentration(say, answer.review), each]) : each;
}

/** Since they were bought: what each product brought or cost, and how those that lost do lose. */
function causes(say: Say, query: string, answer: PortfolioAnswer): Paragraph {
  const positions = heldMeant(answer);
  const moved = byMove(positions);
  if (moved.length === 0) return profit(say, answer);
  const each = say('own_causes', {
    as_of: asOf(answer),
    whose: whoseOf(answer),
    gain: summed(positions).gain,
    lines: contributionLines(
      moved.slice(0, LISTED).map((one) => ({ ...one, change: one.profit ?? 0 })),
    ),
  });
  const ways = WHY_ALONE.test(query) ? waysOfLosing(answer, moved) : [];
  return ways.length === 0 ? each : join([say('own_causes_why', { lines: ways.join('\n') }), each]);
}

/** So many reasons are read; the rest is alike. */
const REASONS = 3;

const waysOfLosing = ({ losses = [] }: PortfolioAnswer, moved: readonly Position[]) =>
  moved
    .flatMap(({ product, name, riskLevel }) => {
      const way = losses.find((one) => one.product === product)?.way;
      return way === undefined ? [] : [`- ${graded(name, riskLevel)}：${way}`];
    })
    .slice(0, REASONS);

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

const asOf = ({ review }: PortfolioAnswer): string => dayOf(review.asOf ?? '');

/** With its year: an account is read back later. */
const dayOf = (date: string): string =>
  `${date.slice(0, 4)} 年 ${dayInChat(date).replace(/（.*$/, '')}`;
