import type { RiskTolerance } from '../../terms/risk.js';
import { riskLabel } from '../../terms/risk.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { Fact } from '../../terms/fact.js';
import { mainClass } from './exposure.js';
import type { BroadClass } from './exposure.js';
import type { MatchedNeed, Placement } from './task.js';
import { FEN } from './task.js';

const PART_WORDS: Readonly<Record<BroadClass, string>> = {
  cash: '放方案里的现金部分',
  bond: '放方案里的债券部分',
  equity: '放方案里的股票部分',
  gold: '放方案里的黄金部分',
};

export interface Reasons {
  /** Three, in the customer's words. */
  readonly words: readonly string[];
  readonly facts: readonly Fact[];
}

/** 为什么是它: its place in the mix, its grade beside the class, and the time or the cost that told. */
export function reasonsFor(
  { candidate }: Placement,
  riskClass: RiskTolerance,
  need: MatchedNeed,
): Reasons {
  const { product, exposure, cost } = candidate;
  const grade = effectiveRiskLevel(product);
  const risk =
    grade === null
      ? '存款和储蓄国债不评风险等级'
      : `风险等级 ${riskLabel(grade)}，没有超过您的 C${riskClass}`;
  const time = timeReason(candidate);
  const third = time ?? costReason(cost, need);
  return { words: [PART_WORDS[mainClass(exposure)], risk, third.words], facts: third.facts };
}

interface Reason {
  readonly words: string;
  readonly facts: readonly Fact[];
}

/** What is locked or runs for a term fits the day the money is needed; else the cost tells more. */
function timeReason({ product }: Placement['candidate']): Reason | null {
  const { lockDays, termYears, name } = product;
  if (lockDays > 0) {
    return {
      words: `要持有满 ${lockDays} 天，早于您用钱的时候`,
      facts: [{ value: lockDays, unit: 'day', label: `${name}最短持有` }],
    };
  }
  if (!termYears) return null;
  return {
    words: `期限 ${termYears} 年，不晚于您用钱的时候`,
    facts: [{ value: termYears, unit: 'year', label: `${name}期限` }],
  };
}

function costReason(cost: number, { months }: MatchedNeed): Reason {
  const percent = Math.round(cost * 10_000) / 100;
  const words =
    months === null || months === 12
      ? `各项费用一年大约 ${percent.toFixed(2)}%`
      : `到用钱时各项费用合计大约 ${percent.toFixed(2)}%`;
  return { words, facts: [{ value: percent, unit: '%', label: '持有期间费用合计' }] };
}

export const yuanOf = ({ amount }: Placement): number => amount / FEN;
