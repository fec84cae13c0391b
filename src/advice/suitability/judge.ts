import { LINES_OF, TABLE_VERSION } from './decision-table.js';
import type { Line } from './decision-table.js';
import { DEFAULT_THRESHOLDS } from './house-thresholds.js';
import type { HouseThresholds } from './house-thresholds.js';
import type { Occasion } from './occasion.js';
import { sourcesOf } from './sources.js';
import type { Subject } from './subject.js';
import { investorSide, productSide } from './subject.js';
import type { Duty, Verdict } from './verdict.js';

/**
 * 适当性判断: the only gate there is, for chat, lists, search, recommendation and desk alike. Order 7
 * arts. 7, 12-14 [T2]; 证券期货投资者适当性管理办法 arts. 18-22 [Q]. The same occasion and thresholds
 * always give the same verdict.
 */
export function judge(occasion: Occasion, house: HouseThresholds = DEFAULT_THRESHOLDS): Verdict {
  const { product, customer, ...setting } = occasion;
  const subject: Subject = {
    product: productSide(product, setting.today),
    investor: investorSide(customer, setting.today),
    setting,
    house,
  };
  const lines = LINES_OF[subject.product.path];
  const line = lines[firstToFire(lines, subject)]!;
  return {
    verdict: line.verdict,
    row: line.row,
    duties: dutiesOf(line, subject),
    basis: sourcesOf(line.row, subject.product.path),
    ruleVersion: ruleVersionOf(house),
  };
}

/** Index of the line that answers; the last one of every path always fires. */
export function firstToFire(lines: readonly Line[], subject: Subject): number {
  let at = 0;
  while (!lines[at]!.fires(subject)) at += 1;
  return at;
}

function dutiesOf({ duties, further = [] }: Line, subject: Subject): readonly Duty[] {
  const owed = further.flatMap(([duty, isOwed]) => (isOwed(subject) ? [duty] : []));
  return [...duties, ...owed].sort();
}

export const ruleVersionOf = ({ version }: HouseThresholds): string =>
  version === DEFAULT_THRESHOLDS.version ? TABLE_VERSION : `${TABLE_VERSION}+${version}`;
