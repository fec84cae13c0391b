import { DECISION_TABLE, LINES_OF } from './decision-table.js';
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

const OUTCOME_OF = new Map<Line, number>(
  DECISION_TABLE.map((line) => [line, OUTCOMES.indexOf(line.verdict)]),
);

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
      const line = firstToFire(LINES_OF[subject.product.path], subject);
      outcomes[i * width + j] = OUTCOME_OF.get(line)!;
      rows[i * width + j] = line.row;
    }
  });
  return { width, outcomes, rows, ruleVersion: ruleVersionOf(house) };
}

type Mutable = Pick<Subject, 'setting' | 'house'> & {
  product: ProductSide;
  investor: InvestorSide;
};
