import { z } from 'zod';
import { findProduct } from '../../profiles/kyp.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';
import { passageId } from '../../terms/ids.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import type { Reckoning } from '../../terms/settlement.js';
import { namedDay, paceOf, schedulesOf } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { isLocalDate } from '../../terms/time.js';
import type { TradingCalendar } from '../../terms/trading-calendar.js';
import { factsOf } from '../../wording/fee-table.js';
import { dayInChat } from '../../wording/figures.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

const Input = z.strictObject({
  deal: z.enum(['sell', 'buy']),
  code: z.string().min(1).max(40).nullable(),
  type: z.string().max(40).nullable(),
  day: z.union([
    z.string().refine(isLocalDate),
    z.strictObject({ holiday: z.string().max(10), at: z.enum(['eve', 'during']) }),
  ]),
  part: z.enum(['before', 'after']).nullable(),
});

/** `reckon_dates`: the days that follow from an order, by the product's own terms and the calendar. */
export const reckonDates = (
  store: Store,
  calendar: TradingCalendar,
): Tool<z.infer<typeof Input>> => ({
  name: 'reckon_dates',
  effect: 'read',
  input: Input,
  async run(order, { today }) {
    const product = order.code === null ? null : await findProduct(store, order.code);
    if (order.code !== null && !product) return nothingFound('no such product on the shelf');
    const reckoning = reckon(calendar, order, product, today);
    if (!reckoning) return nothingFound('no such holiday in the calendar');
    return found({
      products: product ? [product] : [],
      facts: [...(product ? factsOf(product, today) : []), ...dateFacts(reckoning)],
      passages: [calendarPassage(calendar)],
      reckoning,
    });
  },
});

function reckon(
  calendar: TradingCalendar,
  { deal, type: said, day, part }: z.infer<typeof Input>,
  product: Product | null,
  today: LocalDate,
): Reckoning | null {
  const named =
    typeof day === 'string' ? { day, isExample: false } : namedDay(calendar, day, today);
  if (!named) return null;
  const type = product?.type ?? said;
  const pace = paceOf(type, product?.settlementDays ?? null);
  return {
    deal,
    type,
    pace,
    submitted: named.day,
    schedules: schedulesOf(calendar, pace, named.day, part),
    cutOff: calendar.cutOff,
    example: named.isExample && typeof day !== 'string' ? day.holiday : null,
    known: calendar.to,
  };
}

function dateFacts({ submitted, schedules, pace }: Reckoning): readonly Fact[] {
  const dated = (value: string | null, label: string): Fact[] =>
    value === null ? [] : [{ value, unit: 'date', label }];
  return [
    ...dated(submitted, '提交日'),
    ...schedules.flatMap(({ accepted, confirmed, arrival }) => [
      ...dated(accepted, '受理日'),
      ...dated(confirmed, '确认日'),
      ...dated(arrival, '最晚到账日'),
    ]),
    { value: pace.confirmDays, unit: 'day', label: '受理到确认的交易日数' },
  ];
}

/** The calendar as a source that can be opened. */
function calendarPassage({
  cutOff,
  from,
  to,
  closures,
  source,
  version,
}: TradingCalendar): Passage {
  const closed = closures.map(
    (one) => `${one.name}：${dayInChat(one.from)}至 ${dayInChat(one.to)}休市`,
  );
  const text = [
    `交易日 ${cutOff} 前提交的申请当天受理，${cutOff} 以后和休市日提交的，下一个交易日受理。`,
    '周六、周日休市，调休上班的周末也不是交易日。',
    ...closed,
  ].join('\n');
  return {
    id: passageId(`calendar:${version}`),
    document: 'calendar',
    kind: 'note',
    title: `${[...new Set([from.slice(0, 4), to.slice(0, 4)])].join(' 至 ')} 年交易日历`,
    article: null,
    text,
    issuer: '按国务院办公厅通知整理',
    effective: from,
    expires: to,
    source,
    evidence: null,
    product: null,
  };
}
