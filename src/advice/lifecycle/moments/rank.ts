import type { MomentRule } from './moment.js';

/** 今日排序: value × likelihood × contact budget (after the next-best-action lists of wealth managers). */

export interface Ranking {
  readonly rule: Pick<MomentRule, 'name' | 'value' | 'likelihood'>;
  /** Yuan; 0: unknown. */
  readonly stake: number;
  /** What became of moments of this number: followed by something, and decided at all. */
  readonly record: { readonly acted: number; readonly decided: number };
  /** Contacts with the customer in the last 30 days. */
  readonly touches: number;
}

export interface Ranked {
  /** 0 … 1. */
  readonly score: number;
  readonly value: number;
  readonly likelihood: number;
  readonly budget: number;
  readonly reason: string;
}

/** A sum from which more money makes nothing more urgent. */
const MUCH = 1_000_000;
/** The prior counts as so many decided moments. */
const PRIOR = 10;

export function rank({ rule, stake, record, touches }: Ranking): Ranked {
  const value = rule.value * (0.5 + 0.5 * Math.sqrt(Math.min(1, stake / MUCH)));
  const likelihood =
    (PRIOR * rule.likelihood + record.acted) / (PRIOR + Math.max(record.decided, record.acted));
  const budget = 1 / (1 + touches);
  return {
    score: value * likelihood * budget,
    value,
    likelihood,
    budget,
    reason: [
      rule.name,
      ...(stake > 0 ? [`涉及约 ${Math.max(1, Math.round(stake / 10_000))} 万元`] : []),
      `同类提醒约 ${Math.round(likelihood * 100)}% 有下文`,
      touches === 0 ? '近 30 天没有联系过' : `近 30 天联系过 ${touches} 次`,
    ].join('；'),
  };
}
