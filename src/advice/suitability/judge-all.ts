import { LINES_OF } from './decision-table.js';
import type { Line } from './decision-table.js';
import { DEFAULT_THRESHOLDS } from './house-thresholds.js';
import type { HouseThresholds } from './house-thresholds.js';
import { firstToFire, ruleVersionOf } from './judge.js';
import type { GatedProduct, Investor } from './occasion.js';
import type { InvestorSide, ProductSide, Setting, Subject } from './subject.js';
import { investorSide, productSide } from './subject.js';
import type { Outcome } from './verdict.js';
import { OUTCOMES } from './verdict.js';

/** 批量判断: every customer with every product on one occasion, a byte a pair. */
export interface VerdictGrid {
  /** Pair (customer i, product j) stands at i × `width` + j. */
  readonly width: number;
  /** Index into `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** Row labels of the decision table. */
  readonly rows: Uint8Array;
  readonly ruleVersion: string;
}

export const outcomeAt = ({ outcomes, width }: VerdictGrid, i: number, j: number): Outcome =>
  OUTCOMES[outcomes[i * width + j]!]!;

/** What the lines of each path answer, as bytes. */
const ANSWERS_OF = {
  I: answersOf(LINES_OF.I),
  P: answersOf(LINES_OF.P),
  F: answersOf(LINES_OF.F),
  D: answersOf(LINES_OF.D),
};

function answersOf(lines: readonly Line[]) {
  return {
    outcomes: Uint8Array.from(lines, ({ verdict }) => OUTCOMES.indexOf(verdict)),
    rows: Uint8Array.from(lines, ({ row }) => row),
  };
}

/**
 * The same lines as `judge` tries, on sides resolved once a customer and once a product. Duties are
 * not told: `judge` gives them for the pairs that are shown.
 */
export function judgeAll(
  customers: readonly Investor[],
  products: readonly GatedProduct[],
  setting: Setting,
  house: HouseThresholds = DEFAULT_THRESHOLDS,
): VerdictGrid {
  const width = products.length;
  const outcomes = new Uint8Array(customers.length * width);
  const rows = new Uint8Array(customers.length * width);
  const shelf = products.map((product) => productSide(product, setting.today));
  // One subject for every pair: five million of them would be garbage at once.
  const subject = { setting, house } as Mutable;
  customers.forEach((customer, i) => {
    subject.investor = investorSide(customer, setting.today);
    for (let j = 0; j < width; j += 1) {
      subject.product = shelf[j]!;
      const { path } = subject.product;
      const at = firstToFire(LINES_OF[path], subject);
      outcomes[i * width + j] = ANSWERS_OF[path].outcomes[at]!;
      rows[i * width + j] = ANSWERS_OF[path].rows[at]!;
    }
  });
  return { width, outcomes, rows, ruleVersion: ruleVersionOf(house) };
}

type Mutable = Pick<Subject, 'setting' | 'house'> & {
  product: ProductSide;
  investor: InvestorSide;
};
