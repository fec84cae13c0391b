import type {
  CustomerDay,
  Happening,
  HeldToday,
  MoneyFlow,
  ProductChange,
} from '../../advice/lifecycle/moments/moment.js';
import { priceOn, valuePositions } from '../../advice/lifecycle/positions.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import type { HoldingRow, TransactionRow } from '../../store/institution-rows.js';
import { productCode } from '../../terms/ids.js';
import type { Price } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { RiskTolerance } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';

/** 客户的一天: rows of the store as the day that moments are found in. */

/** What is the same for everybody. */
export interface HouseDay {
  readonly today: LocalDate;
  readonly products: ReadonlyMap<string, Product>;
  readonly grades: CustomerDay['grades'];
  /** Of the last days, ascending. */
  readonly prices: ReadonlyMap<string, readonly Price[]>;
  readonly changes: ReadonlyMap<string, readonly ProductChange[]>;
  readonly employees: ReadonlySet<string>;
}

/** Rows of one customer. */
export interface CustomerRows {
  readonly profile: CustomerProfile;
  readonly holdings: readonly Pick<HoldingRow, 'product_code' | 'units' | 'cost' | 'as_of'>[];
  readonly happenings: readonly Happening[];
  readonly transactions: readonly TransactionRow[];
  readonly assessments: readonly {
    readonly day: LocalDate;
    readonly state: 'counts' | 'awaits_person' | 'invalid';
    readonly tolerance: number | null;
  }[];
}

export function customerDay(house: HouseDay, rows: CustomerRows): CustomerDay {
  const { today, grades, changes, employees } = house;
  const { profile, happenings, transactions, assessments } = rows;
  const held = heldToday(house, rows);
  const isThere = profile.advisor !== null && employees.has(profile.advisor);
  return {
    today,
    customer: {
      id: profile.id,
      born: profile.born,
      tolerance: profile.tolerance,
      assessedOn: profile.assessedOn,
      lowestCategory: profile.lowestCategory,
      cddBlocked: profile.cddBlocked ?? false,
      advisor: isThere ? profile.advisor : null,
      isOrphan: profile.advisor !== null && !isThere,
    },
    held,
    happenings,
    flows: transactions.flatMap(flowOf),
    assessments: assessments.map(({ day, state, tolerance }) => ({
      day,
      state,
      tolerance: tolerance as RiskTolerance | null,
    })),
    changes: held.flatMap(({ code }) => changes.get(code) ?? []),
    grades,
  };
}

function heldToday(
  { products, prices, today }: HouseDay,
  { holdings }: CustomerRows,
): readonly HeldToday[] {
  if (holdings.length === 0) return [];
  const record = {
    holdings: holdings.map(({ product_code: code, units, cost, as_of: asOf }) => ({
      product: productCode(code),
      units,
      cost,
      asOf,
    })),
    products,
    prices,
  };
  return valuePositions(record, today).map((one) => ({
    code: one.product,
    name: one.name,
    class: one.class,
    riskLevel: one.riskLevel,
    value: one.value,
    share: one.share,
    ...changeOf(prices.get(one.product), today),
  }));
}

const WEEK_DAYS = 5;
/** A price older than this many days says nothing of today. */
const STALE_DAYS = 4;

function changeOf(
  prices: readonly Price[] | undefined,
  today: LocalDate,
): Pick<HeldToday, 'dayChange' | 'weekChange'> {
  const last = priceOn(prices, today);
  const known = prices?.filter(({ date }) => date <= today) ?? [];
  if (!last || Date.parse(today) - Date.parse(last.date) > STALE_DAYS * 86_400_000) {
    return { dayChange: null, weekChange: null };
  }
  const since = (days: number): number | null => {
    const before = known.at(-1 - days);
    return before ? last.nav / before.nav - 1 : null;
  };
  return { dayChange: since(1), weekChange: since(WEEK_DAYS) };
}

/** Money that comes into the account or leaves it, a redemption among it. */
const WAYS: Readonly<Record<string, MoneyFlow['way']>> = {
  'cash-in': 'in',
  deposit: 'in',
  'transfer-in': 'in',
  'cash-out': 'out',
  withdrawal: 'out',
  'transfer-out': 'out',
  redemption: 'out',
};

const flowOf = ({ id, kind, amount, at }: TransactionRow): readonly MoneyFlow[] => {
  const way = WAYS[kind.replaceAll('_', '-')];
  return way === undefined ? [] : [{ id, way, amount, day: toLocalDate(at) }];
};

export const gradesOf = (products: Iterable<Product>): CustomerDay['grades'] =>
  new Map([...products].map((product) => [product.code, effectiveRiskLevel(product)]));
