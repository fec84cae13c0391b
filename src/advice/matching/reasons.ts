import type { RiskTolerance } from '../../terms/risk.js';
import { riskLabel } from '../../terms/risk.js';
import type { Regime } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { Fact } from '../../terms/fact.js';
import { BROAD_CLASSES, mainClass, partIn } from './exposure.js';
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
  const { product, cost } = candidate;
  const grade = effectiveRiskLevel(product);
  const risk =
    grade === null
      ? '存款和储蓄国债不评风险等级'
      : `风险等级 ${riskLabel(grade)}，没有超过您的 C${riskClass}`;
  const time = timeReason(candidate, need);
  const third = time ?? costReason(cost, need);
  const part = partReason(candidate);
  return { words: [part.words, risk, third.words], facts: [...part.facts, ...third.facts] };
}

interface Reason {
  readonly words: string;
  readonly facts: readonly Fact[];
}

/** From this part in one class on a product is spoken of as of that class. */
const PLAIN = 0.7;

/** What it holds: a mixed product counts in each class by its own parts, and in none alone. */
function partReason({ product, exposure }: Placement['candidate']): Reason {
  const main = mainClass(exposure);
  if (partIn(exposure, main) >= PLAIN) return { words: PART_WORDS[main], facts: [] };
  const parts = BROAD_CLASSES.map((broad) => ({
    name: NAMES[broad],
    percent: Math.round(partIn(exposure, broad) * 100),
  })).filter(({ percent }) => percent > 0);
  const words = parts.map(({ name, percent }) => `${name}约 ${percent}%`).join('、');
  return {
    words: `里面${words}，按这个比例分别计入`,
    facts: parts.map(({ name, percent }) => ({
      value: percent,
      unit: '%',
      label: `${product.name}里的${name}`,
    })),
  };
}

const NAMES: Readonly<Record<BroadClass, string>> = {
  cash: '现金类',
  bond: '债券类',
  equity: '股票类',
  gold: '黄金',
};

/** What is locked or runs for a term fits the day the money is needed; else the cost tells more. */
function timeReason({ product }: Placement['candidate'], { months }: MatchedNeed): Reason | null {
  const { lockDays, termYears, name, regime } = product;
  if (lockDays > 0) {
    return {
      words: `要持有满 ${lockDays} 天，早于您用钱的时候`,
      facts: [{ value: lockDays, unit: 'day', label: `${name}最短持有` }],
    };
  }
  if (!termYears) return null;
  const endsBefore = months !== null && termYears * 12 < months;
  return {
    words: endsBefore
      ? `期限 ${termYears} 年，比您用钱的时候早到期，${ONCE_MORE[regime] ?? OTHERWISE}`
      : `期限 ${termYears} 年，不晚于您用钱的时候`,
    facts: [{ value: termYears, unit: 'year', label: `${name}期限` }],
  };
}

/** What ends before the day has to be placed again, at terms that nobody knows today. */
const ONCE_MORE: Readonly<Partial<Record<Regime, string>>> = {
  DEPOSIT: '到期要再存，利率按再存那一天的，现在不知道',
  GOV_BOND: '兑付以后要另作安排，到时候的利率现在不知道',
};
const OTHERWISE = '到期以后要另作安排';

function costReason(cost: number, { months }: MatchedNeed): Reason {
  const percent = Math.round(cost * 10_000) / 100;
  const words =
    months === null || months === 12
      ? `各项费用一年大约 ${percent.toFixed(2)}%`
      : `到用钱时各项费用合计大约 ${percent.toFixed(2)}%`;
  return { words, facts: [{ value: percent, unit: '%', label: '持有期间费用合计' }] };
}

export const yuanOf = ({ amount }: Placement): number => amount / FEN;
