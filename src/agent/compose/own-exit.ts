import { holdingPointedAt } from '../../language/points-at-holding.js';
import type { Fact } from '../../terms/fact.js';
import type { Exit, PortfolioAnswer, Position } from '../../terms/portfolio.js';
import { fullDay, percent, workingDays } from '../../wording/figures.js';
import { backBesideCost } from './back-beside-cost.js';
import { countedFrom } from './dates-terms.js';
import { asksPaidOut, partOf } from './own-part.js';
import { maturesOn } from './matures-on.js';
import type { Paragraph } from './paragraph.js';
import { graded, moneyOf } from './portfolio-lines.js';
import { EXITS, SOLD_ON_MARKET } from './product-lines.js';

/** 现在卖出: of what is held, what can be sold now, what that takes and when the money is there. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

export interface Leaving {
  readonly position: Position;
  readonly exit: Exit;
}

/** What of it can be left, and how. */
export const leavingOf = (
  { exits: all = [] }: PortfolioAnswer,
  positions: readonly Position[],
): readonly Leaving[] =>
  positions.flatMap((position) => {
    const exit = all.find(({ product }) => product === position.product);
    return exit ? [{ position, exit }] : [];
  });

export function exits(
  say: Say,
  query: string,
  answer: PortfolioAnswer,
  positions: readonly Position[],
): Paragraph {
  const leaving = leavingOf(answer, positions);
  const facts = leaving.flatMap(({ position, exit }) => [
    ...exitFacts(exit),
    ...(maturesOn(position, exit)?.facts ?? []),
  ]);
  const [only, ...more] = leaving;
  if (!only) return say('own_account_other');
  const back = backBesideCost(query, leaving);
  const lead = `${noneLocked(query, leaving)}${back.isAsked ? `${back.text}。\n\n` : ''}`;
  if (more.length === 0) {
    const part = partOf(query, only);
    const told = part?.text ?? inFull(query, only, back.isAsked ? '' : back.text);
    const text = `${part ? '' : lead}${verdictOn(query, only)}${told}`;
    return { ...say('own_exit', { text }), facts: [...facts, ...(part ?? back).facts] };
  }
  const counted = countedByWay(leaving);
  const lines = leaving.map(({ position, exit }) => `- ${nameOf(position)}：${inShort(exit)}`);
  return {
    ...say('own_exits', { lead, counted: counted.text, lines: lines.join('\n') }),
    facts: [...facts, ...counted.facts, ...back.facts],
  };
}

/** How many the list has, and how many of them can be sold: a count and its list never disagree. */
function countedByWay(leaving: readonly Leaving[]): { text: string; facts: readonly Fact[] } {
  const open = leaving.filter(({ exit }) => exit.way === 'open').length;
  const sold = { value: open, unit: 'count', label: '现在能赎回的只数' } as const;
  if (open === leaving.length)
    return { text: `您名下现在能赎回的有 **${open} 只**`, facts: [sold] };
  const all = { value: leaving.length, unit: 'count', label: '列出的只数' } as const;
  return {
    text: `您名下这 ${leaving.length} 只，现在能赎回的有 **${open} 只**`,
    facts: [sold, all],
  };
}

/** 「那个封闭的能提前拿吗」 where nothing is locked any more: that first. */
const noneLocked = (query: string, leaving: readonly Leaving[]): string =>
  /封闭|锁/.test(query) &&
  holdingPointedAt(query) === 'locked' &&
  !leaving.some(({ exit }) => exit.way === 'held')
    ? '您名下现在没有还在封闭期里的产品。\n\n'
    : '';

export const nameOf = ({ name, riskLevel }: Position): string => graded(name, riskLevel);

const HELD_SO_LONG = /满没满|[满过]了?[^，。]{0,8}(吧|吗|么|没)|早[就已]?[满过]/;

/** 「早满180天了吧」: that it is so, or not yet, first of all. */
function verdictOn(query: string, { exit: { bought, freeFrom } }: Leaving): string {
  const [, said] = /(\d{1,4})\s*[天日]/.exec(query) ?? [];
  const needed = said === undefined ? freeFrom : Number(said);
  const last = bought.at(-1);
  if (!HELD_SO_LONG.test(query) || needed === null || !last) return '';
  return last.days >= needed ? '满了，' : '还没满，';
}

/** `back`: what would come back; empty: it was said first. */
function inFull(query: string, { position, exit }: Leaving, back: string): string {
  const name = nameOf(position);
  if (exit.way === 'market') return `${name}${SOLD_ON_MARKET}`;
  if (exit.way === 'contract')
    return `${name}：${EXITS[exit.regime] ?? ''}${ofTerm(position, exit)}`;
  if (exit.way === 'held') return `${name}${notYet(exit)}`;
  const paid = back === '' ? '' : `${back}，`;
  const { profit } = position;
  const settles =
    profit !== null && profit < 0 ? `卖出那天，账面上的亏损 ${moneyOf(profit)}就落定了。` : '';
  const charged = feeSentence(name, position, exit);
  const first = asksPaidOut(query) && paid !== '' ? '' : `${charged}\n\n`;
  const last = first === '' ? `\n\n${charged}` : '';
  return `${first}${paid}${arrivalOf(exit)}。金额按最近一次净值算，以确认那天的为准。${settles}${last}`;
}

function ofTerm(position: Position, exit: Exit): string {
  const term = maturesOn(position, exit);
  return term === null ? '' : `\n\n${term.text}`;
}

function feeSentence(name: string, { value }: Position, exit: Exit): string {
  const { fee, freeFrom } = exit;
  if (fee === 0) {
    const past = freeFrom === null || freeFrom === 0 ? '' : `，过了 ${freeFrom} 日`;
    return `现在赎回**不收赎回费**：${name}${sinceOf(exit)}${past}。`;
  }
  if (fee === null) {
    return `要看是哪一笔：${name}${sinceOf(exit)}，先买的先算${freeFrom === null ? '' : `，满 ${freeFrom} 日的不收赎回费`}。`;
  }
  const taken = moneyOf(value * fee);
  return `现在赎回要收 **${percent(fee)}**，大约 **${taken}**：${name}${sinceOf(exit)}${waitFor(exit)}。`;
}

/** 「是 2024 年 9 月 19 日买的，到今天 799 天」 */
export function sinceOf({ bought }: Exit): string {
  const [first, last] = bought;
  if (!first) return '';
  return last
    ? `最早 ${fullDay(first.day)}买的，到今天 ${first.days} 天，最近一笔 ${fullDay(last.day)}买的，到今天 ${last.days} 天`
    : `是 ${fullDay(first.day)}买的，到今天 **${first.days} 天**`;
}

function waitFor({ bought, freeFrom }: Exit): string {
  const held = bought.at(-1)?.days;
  return freeFrom === null || held === undefined || held >= freeFrom
    ? ''
    : `；再过 ${freeFrom - held} 天满 ${freeFrom} 日就不收了`;
}

const notYet = ({ openFrom }: Exit): string =>
  openFrom === null
    ? '是封闭的，到期以前不能赎回，到期按合同兑付。'
    : `现在还赎不了，最近一笔要到 **${fullDay(openFrom)}** 才能赎。`;

export const arrivalOf = ({ arrival }: Exit): string =>
  arrival === null
    ? '到账日子看合同'
    : `${countedFrom(arrival)} **${workingDays(arrival.days)}** 内到账`;

export function inShort(exit: Exit): string {
  if (exit.way === 'market') return '在交易所卖给别人，不办理赎回';
  if (exit.way === 'contract') return SHORT_EXITS[exit.regime] ?? '按合同办';
  if (exit.way === 'held') return notYet(exit).replace(/[。*]|^是/g, '');
  const fee =
    exit.fee === null
      ? '赎回费按每笔的持有时间算'
      : exit.fee === 0
        ? '不收赎回费'
        : `赎回费 ${percent(exit.fee)}${exit.freeFrom === null ? '' : `，满 ${exit.freeFrom} 日不收`}`;
  return `能赎，${fee}，${arrivalOf(exit).replace(/\*\* ?/g, '')}`;
}

const SHORT_EXITS: typeof EXITS = {
  DEPOSIT: '能提前取，取出的部分按活期算利息，本金不变',
  GOV_BOND: '能提前兑取，会少一部分利息，另收手续费',
  NFRA_INSURANCE: '不赎回，退保按合同的现金价值',
};

export const exitFacts = (exit: Exit): readonly Fact[] => [
  ...exit.bought.flatMap(({ day, days }): Fact[] => [
    { value: day, unit: 'date', label: '买入日' },
    { value: days, unit: 'day', label: '持有天数' },
    ...(exit.freeFrom !== null && days < exit.freeFrom
      ? [{ value: exit.freeFrom - days, unit: 'day', label: '还差的天数' } as const]
      : []),
  ]),
  ...feeFacts(exit),
  ...(exit.freeFrom === null
    ? []
    : [{ value: exit.freeFrom, unit: 'day', label: '不收费的持有天数' } as const]),
  ...(exit.openFrom === null
    ? []
    : [{ value: exit.openFrom, unit: 'date', label: '可以赎回的日子' } as const]),
  ...(exit.arrival === null
    ? []
    : [{ value: exit.arrival.days, unit: 'day', label: '到账' } as const]),
];

function feeFacts({ fee, paidOut }: Exit): readonly Fact[] {
  if (fee === null || paidOut === null) return [];
  const taken = fee === 1 ? 0 : (paidOut / (1 - fee)) * fee;
  return [
    { value: Number((fee * 100).toFixed(4)), unit: '%', label: '赎回费' },
    { value: Math.round(taken * 100) / 100, unit: 'yuan', label: '赎回费' },
    { value: paidOut, unit: 'yuan', label: '大约到手' },
  ];
}
