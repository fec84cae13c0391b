import type { ToolResult } from '../../conversation/agent.js';
import type { Product } from '../../terms/product.js';
import type { Reckoning, Schedule } from '../../terms/settlement.js';
import type { Suggestion } from '../../terms/statement.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays, weekdayOf } from '../../terms/time.js';
import { dayInChat } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { nameWithoutClass, paysByTheDay } from '../../terms/product.js';
import type { Standing } from './dates-standing.js';
import { standingOf } from './dates-standing.js';
import { paceWords, termsWords } from './dates-terms.js';
import { asksForPrice, neededBy } from '../understand/order-dates.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { masterPassage } from './product-source.js';

export interface DatesAsk {
  readonly today: LocalDate;
  /** The customer's words. */
  readonly query: string;
  readonly person: Suggestion;
}

interface Telling extends DatesAsk {
  readonly wordings: Wordings;
  readonly reckoning: Reckoning;
  readonly product: Product | null;
}

/** The days that follow from an order: the days first, then by which rule they were reckoned. */
export function datesParagraph(
  wordings: Wordings,
  { products, passages, facts, reckoning }: ToolResult,
  ask: DatesAsk,
): Paragraph {
  const [product = null] = products;
  const telling: Telling = { ...ask, wordings, reckoning: reckoning as Reckoning, product };
  const sources = product ? [masterPassage(product, ask.today), ...passages] : passages;
  const marks = sources.map((_, at) => `[${at + 1}]`).join(' ');
  const standing = standingOf(telling.reckoning, ask.query, ask.today);
  const [head, ...others] = paragraphs(telling, standing) as [Paragraph, ...Paragraph[]];
  const about = product ? `**${nameFor(product, ask.query)}**：` : '';
  const first = { ...head, text: `${about}${head.text} ${marks}`, passages: sources };
  const next = {
    value: addDays(telling.reckoning.known, 1),
    unit: 'date',
    label: '日历以外',
  } as const;
  const isLate = standing === 'overdue' || standing === 'between';
  const said = join([first, ...others]);
  return {
    ...said,
    facts: [...facts, next, ...said.facts],
    suggestions: isLate ? [ask.person] : [],
  };
}

/** Classes of one fund take as long: without its letter said, the fund is named without it. */
const nameFor = ({ name, code }: Product, query: string): string =>
  /[ac](?![a-z])/i.test(query) || query.includes(code) ? name : nameWithoutClass(name);

function paragraphs(telling: Telling, standing: Standing): readonly Paragraph[] {
  const { wordings, reckoning } = telling;
  const { schedules, example, cutOff } = reckoning;
  const [first, after] = schedules;
  const say = (id: string, values: Record<string, string> = {}) => worded(wordings, id, values);
  const rule = ruleOf(telling);
  const priced = pricesOf(telling);
  if (priced) return [...priced, rule];
  switch (standing) {
    case 'overdue':
      return [say('dates_overdue', overdueValues(schedules)), rule];
    case 'between': {
      const [from, to] = [first.arrival, after?.arrival] as [LocalDate, LocalDate];
      const days = { cut_off: cutOff, first: dayInChat(from), last: dayInChat(to) };
      return [say('dates_between', days), rule];
    }
    case 'waiting':
      return [inFront(say('dates_waiting'), headOf(telling, first)), ...afterOf(telling), rule];
    case 'coming': {
      const head = headOf(telling, first);
      const isNamed = example !== null && example !== '';
      const lead = say('dates_example', { holiday: isNamed ? example : '假期' });
      const told = example === null ? head : inFront(lead, head);
      return [told, ...weekendOf(telling), ...afterOf(telling), ...inTimeOf(telling), rule];
    }
  }
}

/** At which day's price, where that is asked; null: it is not, or the calendar ends before it. */
function pricesOf({ wordings, query, reckoning }: Telling): readonly Paragraph[] | null {
  if (!asksForPrice(query)) return null;
  const [first, after] = reckoning.schedules;
  if (first.accepted === null) return null;
  const head = worded(wordings, 'dates_price', { accepted: dayInChat(first.accepted) });
  if (!after?.accepted) return [head];
  const values = { cut_off: reckoning.cutOff, accepted: dayInChat(after.accepted) };
  return [head, worded(wordings, 'dates_price_after', values)];
}

/** By which rule; what the calendar does not reach has said the product's own terms already. */
function ruleOf({ wordings, reckoning, product, today }: Telling): Paragraph {
  const isPast = reckoning.submitted <= today && reckoning.example === null;
  const isSaid = isCutShort(reckoning, reckoning.schedules[0]);
  return worded(wordings, isPast ? 'dates_rule_past' : 'dates_rule', {
    cut_off: reckoning.cutOff,
    terms: isSaid ? '' : termsWords(reckoning, product),
  });
}

/** Late even if it was handed in after the cut-off. */
function overdueValues(schedules: Reckoning['schedules']): Record<string, string> {
  const { accepted, arrival } = daysOf(schedules.at(-1) as Schedule);
  const basis = schedules.length > 1 ? `就算 ${accepted}才受理` : `按 ${accepted}受理`;
  return { basis, arrival: arrival as string };
}

/** Two templates as one paragraph. */
const inFront = (lead: Paragraph, head: Paragraph): Paragraph => ({
  ...head,
  text: `${lead.text}${head.text}`,
  wording: [...lead.wording, ...head.wording],
});

const daysOf = ({ accepted, confirmed, arrival }: Schedule): Record<string, string> => ({
  accepted: accepted === null ? '' : dayInChat(accepted),
  confirmed: confirmed === null ? '' : dayInChat(confirmed),
  arrival: arrival === null ? '' : dayInChat(arrival),
});

function headOf(telling: Telling, schedule: Schedule): Paragraph {
  const { wordings, reckoning, product } = telling;
  if (isCutShort(reckoning, schedule)) return beyondOf(telling, schedule);
  return worded(wordings, wordingOf(reckoning, schedule, product), daysOf(schedule));
}

/** Whether the calendar ends before what was asked for. */
const isCutShort = ({ deal, pace }: Reckoning, { confirmed, arrival }: Schedule): boolean =>
  confirmed === null || (deal === 'sell' && pace.arrivalDays !== null && arrival === null);

function wordingOf(
  { deal, type, pace }: Reckoning,
  { confirmed, arrival }: Schedule,
  product: Product | null,
): string {
  if (deal === 'buy') {
    if (paysByTheDay({ type })) return 'dates_buy_yield';
    return product || type ? 'dates_buy' : 'dates_buy_open';
  }
  if (pace.arrivalDays === null) return 'dates_sell_open';
  return confirmed === arrival ? 'dates_sell_next' : 'dates_sell';
}

function beyondOf({ wordings, reckoning }: Telling, { accepted, confirmed }: Schedule): Paragraph {
  const known = [
    accepted === null ? '' : `按 ${dayInChat(accepted)}受理`,
    confirmed === null ? '' : `，${dayInChat(confirmed)}确认`,
  ].join('');
  return worded(wordings, 'dates_unknown', {
    known: known === '' ? '' : `${known}。`,
    year: `${addDays(reckoning.known, 1).slice(0, 4)} 年`,
    rule: paceWords(reckoning),
  });
}

/** 「周五买周末有收益吗」: whether it is confirmed before the weekend that comes. */
function weekendOf({ wordings, reckoning, query }: Telling): readonly Paragraph[] {
  const { deal, type, submitted, schedules } = reckoning;
  const { confirmed } = schedules[0];
  if (
    deal !== 'buy' ||
    !paysByTheDay({ type }) ||
    !/周末|周[六日]|礼拜[六天]/.test(query) ||
    !confirmed
  )
    return [];
  const isIn = confirmed <= saturdayFrom(submitted);
  return [worded(wordings, isIn ? 'dates_weekend' : 'dates_no_weekend', {})];
}

const SATURDAY = 6;
const saturdayFrom = (day: LocalDate): LocalDate =>
  addDays(day, (SATURDAY - weekdayOf(day) + 7) % 7);

/** What differs for an order handed in after the cut-off. */
function afterOf({ wordings, reckoning }: Telling): readonly Paragraph[] {
  const after = reckoning.schedules[1];
  if (!after || isCutShort(reckoning, after)) return [];
  const isArrival = reckoning.deal === 'sell' && after.arrival !== null;
  const days = { ...daysOf(after), cut_off: reckoning.cutOff };
  return [worded(wordings, isArrival ? 'dates_after_sell' : 'dates_after', days)];
}

/** Whether the money is there before the day it is needed; nothing where none is named. */
function inTimeOf({ wordings, reckoning, query, today }: Telling): readonly Paragraph[] {
  const needed = neededBy(query, today);
  const arrival = reckoning.schedules.at(-1)?.arrival ?? null;
  if (needed === null || arrival === null || reckoning.deal !== 'sell') return [];
  const days = { needed: dayInChat(needed), arrival: dayInChat(arrival) };
  const said = worded(wordings, arrival < needed ? 'dates_in_time' : 'dates_too_late', days);
  return [{ ...said, facts: [{ value: needed, unit: 'date', label: '要用钱的日子' }] }];
}
