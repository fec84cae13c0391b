import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { judgedByRule, settledByLot, stratumSizes } from './queries.js';
import type { Rate } from './violation-rate.js';
import { violationRate } from './violation-rate.js';

/** 复核的数字: of conversations opened, and words said, since an instant. */

export async function rateSince(store: Store, since: Instant): Promise<Rate> {
  const sizes = await stratumSizes(store, since);
  const settled = await settledByLot(store, since);
  const strata = sizes.map(({ stratum, size }) => {
    const own = settled.filter((one) => one.stratum === stratum);
    const count = (rows: typeof own) => rows.reduce((sum, one) => sum + Number(one.count), 0);
    return {
      name: stratum ?? '',
      size: Number(size),
      reviewed: count(own),
      violations: count(own.filter(({ verdict }) => verdict === 'violation')),
    };
  });
  return violationRate(strata);
}

export interface RuleQuality {
  readonly rule: string;
  readonly found: number;
  readonly right: number;
  readonly wrong: number;
  /** Null: none was judged. */
  readonly precision: number | null;
}

export async function ruleQuality(store: Store, since: Instant): Promise<readonly RuleQuality[]> {
  const rows = await judgedByRule(store, since);
  return [...new Set(rows.map(({ rule }) => rule))].sort().map((rule) => {
    const of = (judged: 'right' | 'wrong' | null): number =>
      Number(rows.find((row) => row.rule === rule && row.judged === judged)?.count ?? 0);
    const [right, wrong] = [of('right'), of('wrong')];
    const precision = right + wrong === 0 ? null : right / (right + wrong);
    return { rule, found: right + wrong + of(null), right, wrong, precision };
  });
}
