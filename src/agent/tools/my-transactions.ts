import { z } from 'zod';
import { spokenDays } from '../../language/spoken-days.js';
import { spokenWindow } from '../../language/spoken-window.js';
import { unspaced } from '../../language/spoken-time.js';
import { findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import type { CustomerRecord, Recorded } from '../../profiles/transactions.js';
import { readRecord } from '../../profiles/transactions.js';
import type { Store } from '../../store/store.js';
import { MAX_TEXT } from '../../terms/message.js';
import type { Product } from '../../terms/product.js';
import { paceOf, scheduleOf } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays, toLocalTime } from '../../terms/time.js';
import type { TradingCalendar } from '../../terms/trading-calendar.js';
import type { Deed, Order, RecordSide, TransactionsAnswer } from '../../terms/transaction.js';
import { RECORD_SIDES } from '../../terms/transaction.js';
import { asksFeeOfOrder } from '../compose/fee-of-order.js';
import { meantAmong } from './meant-among.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';
import { RECENT_DAYS, transactionFacts } from './transaction-facts.js';

const Input = z.strictObject({ side: z.enum(RECORD_SIDES), query: z.string().max(MAX_TEXT) });

/**
 * `get_my_transactions`: what was bought, sold and paid out when and for how much, and how far an order
 * has come by its product's terms and the calendar. Whose record it is, is bound by the turn.
 */
export const getMyTransactions = (
  store: Store,
  calendar: TradingCalendar,
): Tool<z.infer<typeof Input>> => ({
  name: 'get_my_transactions',
  effect: 'read',
  input: Input,
  async run({ side, query }, { customer, now, today }) {
    const profile = customer === null ? null : await findCustomer(store, customer);
    if (customer === null || !profile) return nothingFound('nobody is signed in');
    const record = await readRecord(store, customer, now);
    const shelf = await publicProducts(store);
    const answer = answerOf(record, shelf, { side, query, today }, calendar);
    const [only, ...more] = [...new Set(answer.told.map(({ product }) => product))];
    const product = more.length === 0 ? record.products.get(only ?? '') : undefined;
    return found({
      transactions: answer,
      products: product ? [product] : [],
      facts: transactionFacts(answer),
    });
  },
});

interface Asked {
  readonly side: RecordSide;
  readonly query: string;
  readonly today: LocalDate;
}

function answerOf(
  { transactions, products }: CustomerRecord,
  shelf: readonly Product[],
  asked: Asked,
  calendar: TradingCalendar,
): TransactionsAnswer {
  const { side, query, today } = asked;
  const way = side === 'orders' || side === 'trades' ? wayIn(query) : null;
  const deeds = deedsOf(side, way);
  const ofKind = transactions.filter(
    ({ deed, isPlan }) => deeds.includes(deed) && isOf(side, isPlan),
  );
  const traded = [...new Set(transactions.map(({ product }) => product))];
  const own = traded.flatMap((code) => products.get(code) ?? []);
  const meant = meantAmong(query.replaceAll(NO_PRODUCT, ''), own, shelf);
  const ofProduct = ofKind.filter(
    ({ product }) =>
      meant.notHeld === null && (meant.focus.length === 0 || meant.focus.includes(product)),
  );
  const { told, window } = side === 'orders' ? recent(ofProduct, asked) : within(ofProduct, asked);
  const [latest = null] = ofProduct;
  return {
    side,
    way,
    told: told.map(plain),
    orders: side === 'orders' ? told.map((one) => orderOf(one, products, calendar, today)) : [],
    window,
    notOnRecord: meant.notHeld,
    latest: told.length === 0 && latest ? plain(latest) : null,
    today,
  };
}

/** 「分红」 「定投」 「我的理财」 name no kind of product. */
const NO_PRODUCT =
  /(最近|近|过去|这)?(半|[一二两三四五\d]{1,2}个?)(年|月)(里|来|内|间)?|今年|去年|分红|红利(?=到|发|打|没)|定投|理财(?!产品)|基金(?=的?(钱|款))|余额/g;

const SELLS = /赎|卖|取(了|出|的)|退|到账|到卡|(钱|款)[^，。]{0,8}(到|来|去|哪)/;
const BUYS = /买|申购|认购|投(了|入|进)|份额|加仓|下单/;

const wayIn = (query: string): TransactionsAnswer['way'] => {
  const sells = SELLS.test(query);
  if (sells === BUYS.test(query)) return null;
  return sells ? 'sold' : 'bought';
};

const DEEDS: Readonly<Record<RecordSide, readonly Deed[]>> = {
  orders: ['bought', 'sold'],
  dividends: ['dividend_paid', 'dividend_reinvested'],
  plan: ['bought', 'plan_failed'],
  paid_in: ['bought', 'sold'],
  trades: ['bought', 'sold'],
};

const deedsOf = (side: RecordSide, way: TransactionsAnswer['way']): readonly Deed[] =>
  way === null ? DEEDS[side] : [way];

const isOf = (side: RecordSide, isPlan: boolean): boolean => side !== 'plan' || isPlan;

interface Told {
  readonly told: readonly Recorded[];
  readonly window: string | null;
}

/** 「我上次买那个收了多少手续费」: of the last one alone. */
const LAST = /(上|最近|最后)(一)?[次回笔]/;

function within(all: readonly Recorded[], { query, today }: Asked): Told {
  if (LAST.test(query) && asksFeeOfOrder(query)) {
    return { told: all.filter(({ deed }) => deed === 'bought').slice(0, 1), window: null };
  }
  const window = spokenWindow(query, today);
  if (!window) return { told: all, window: null };
  const told = all.filter(({ day }) => day > window.from && day <= window.to);
  return { told, window: window.label };
}

/** Of the recent ones those of the day, or the stretch of time, that is named; else all of them. */
function recent(all: readonly Recorded[], asked: Asked): Told {
  const since = addDays(asked.today, -RECENT_DAYS);
  const lately = all.filter(({ day }) => day >= since);
  const days = spokenDays(unspaced(asked.query), asked.today, 'past').map(({ day }) => day);
  const ofDay = lately.filter(({ day }) => days.includes(day));
  if (ofDay.length > 0) return { told: ofDay, window: null };
  const { told } = within(lately, asked);
  return { told: told.length > 0 ? told : lately, window: null };
}

const plain = ({ product, name, riskLevel, deed, isPlan, amount, day }: Recorded) => ({
  product,
  name,
  riskLevel,
  deed,
  isPlan,
  amount,
  day,
});

function orderOf(
  one: Recorded,
  products: CustomerRecord['products'],
  calendar: TradingCalendar,
  today: LocalDate,
): Order {
  const product = products.get(one.product);
  const part = toLocalTime(one.at) >= calendar.cutOff ? 'after' : 'before';
  const pace = paceOf(product?.type ?? null, product?.settlementDays ?? null);
  const schedule = scheduleOf(calendar, pace, one.day, part);
  const last = one.deed === 'sold' ? schedule.arrival : schedule.confirmed;
  const isByRule = product !== undefined && product.settlementDays !== null && last !== null;
  const standing = !isByRule ? 'unknown' : last < today ? 'due' : 'under_way';
  return { of: plain(one), schedule, standing };
}
