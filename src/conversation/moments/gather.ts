import { wishesOf } from '../../advice/lifecycle/moments/contact.js';
import type { Happening, ProductChange } from '../../advice/lifecycle/moments/moment.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { happeningOf } from '../../profiles/happenings.js';
import { employees } from '../../profiles/kye.js';
import { allProductRows, findCustomerRow } from '../../profiles/queries.js';
import type { Store } from '../../store/store.js';
import type { Price } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays, startOfDay, toLocalDate } from '../../terms/time.js';
import type { Page } from '../queries/moment.js';
import {
  assessmentsOfPage,
  chatHappenings,
  customerPage,
  flowsOfPage,
  happeningsOfPage,
  holdingsOfPage,
  pricesSince,
  productChanges,
  raisedOfPage,
} from '../queries/moment.js';
import type { CustomerRows, HouseDay } from './days.js';
import { gradesOf } from './days.js';

/** Reads what moments are found in: the house once, customers a page at a time. */

/** The furthest back that anything is looked at, in days. */
const PRICE_DAYS = 14;
const CHANGE_DAYS = 30;
const FLOW_DAYS = 100;
const CHAT_DAYS = 60;
/** Customers a page: some milliseconds of work, so that nobody else waits for long. */
const PAGE = 100;

export interface GatheredHouse extends HouseDay {
  readonly chat: ReadonlyMap<string, readonly Happening[]>;
}

export async function gatherHouse(store: Store, today: LocalDate): Promise<GatheredHouse> {
  const [products, prices, changes, staff, chat] = await Promise.all([
    allProductRows(store),
    pricesSince(store, addDays(today, -PRICE_DAYS), today),
    productChanges(store, addDays(today, -CHANGE_DAYS), today),
    employees(store),
    chatHappenings(store, startOfDay(addDays(today, -CHAT_DAYS))),
  ]);
  const byCode = new Map(
    products.map(({ body }) => JSON.parse(body) as Product).map((one) => [one.code as string, one]),
  );
  return {
    today,
    products: byCode,
    grades: gradesOf(byCode.values()),
    prices: grouped(
      prices,
      ({ product_code: code }) => code,
      ({ date, nav }): Price => ({ date, nav }),
    ),
    changes: grouped(
      changes,
      ({ code }) => code,
      (row): ProductChange => ({
        ...row,
        kind: row.kind as ProductChange['kind'],
        name: byCode.get(row.code)?.name ?? row.code,
      }),
    ),
    employees: new Set(staff.map(({ id }) => id)),
    chat: grouped(
      chat,
      ({ customer_id: id }) => id!,
      ({ stream, seq, kind, at }): Happening => ({
        id: `${stream}#${seq}`,
        kind,
        at,
        day: toLocalDate(at),
        body: {},
      }),
    ),
  };
}

function grouped<Row, Key, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  valueOf: (row: Row) => Value,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(valueOf(row));
    else groups.set(keyOf(row), [valueOf(row)]);
  }
  return groups;
}

export interface GatheredPage {
  readonly rows: readonly CustomerRows[];
  /** Moments that were raised before. */
  readonly known: ReadonlySet<string>;
}

/** Customers in the order of their ids. */
export async function* pagesOf(
  store: Store,
  house: GatheredHouse,
  only: readonly string[] | null,
): AsyncGenerator<GatheredPage> {
  if (only !== null) {
    for (const id of new Set(only)) {
      const row = await findCustomerRow(store, id);
      if (row) yield await gatherPage(store, house, [row]);
    }
    return;
  }
  let after = '';
  for (;;) {
    const customers = await customerPage(store, after, PAGE);
    const last = customers.at(-1);
    if (!last) return;
    yield await gatherPage(store, house, customers);
    after = last.id;
  }
}

async function gatherPage(
  store: Store,
  { today, chat }: GatheredHouse,
  customers: readonly { readonly id: string; readonly body: string }[],
): Promise<GatheredPage> {
  const page: Page = { first: customers[0]!.id, last: customers.at(-1)!.id };
  const [holdings, happenings, flows, assessments, raised] = await Promise.all([
    holdingsOfPage(store, page),
    happeningsOfPage(store, page, 0),
    flowsOfPage(store, page, startOfDay(addDays(today, -FLOW_DAYS))),
    assessmentsOfPage(store, page),
    raisedOfPage(store, page),
  ]);
  const idOf = (row: { readonly customer_id: string }): string => row.customer_id;
  const held = grouped(holdings, idOf, (row) => row);
  const happened = grouped(happenings, idOf, happeningOf);
  const moved = grouped(flows, idOf, (row) => row);
  const assessed = grouped(assessments, idOf, (row) => row);
  return {
    rows: customers.map(({ id, body }) => ({
      profile: asWished(JSON.parse(body) as CustomerProfile, happened.get(id) ?? []),
      holdings: held.get(id) ?? [],
      happenings: inOrder([...(happened.get(id) ?? []), ...(chat.get(id) ?? [])]),
      transactions: moved.get(id) ?? [],
      assessments: assessed.get(id) ?? [],
    })),
    known: new Set(raised.map(({ id }) => id)),
  };
}

/** The customer's own word stands above their row, here as everywhere. */
const asWished = (profile: CustomerProfile, happened: readonly Happening[]): CustomerProfile => ({
  ...profile,
  personalization: wishesOf(happened, profile.personalization).personalization,
});

const inOrder = (happenings: readonly Happening[]): readonly Happening[] =>
  [...happenings].sort((a, b) => a.at - b.at);
