import type { RiskLevel, RiskTolerance } from '../../terms/risk.js';

/** What one position says about the risk its owner really takes. */
export interface RiskPosition {
  /** Yuan. */
  readonly value: number;
  /** Null: not graded (deposits, savings bonds, protection), which counts as no market risk: R1. */
  readonly riskLevel: RiskLevel | null;
}

/** 显示出来的风险偏好: what is held, beside what was declared. */
export interface RevealedRisk {
  /** Mean grade by value, 1…5. */
  readonly weighted: number;
  /** Share of the value above the declared class, 0…1; null: no class was declared. */
  readonly aboveShare: number | null;
  /** `bolder`: holds more than was declared; `calmer`: a whole grade less; null: no class. */
  readonly against: 'bolder' | 'in_line' | 'calmer' | null;
}

/** More than so much of the value above the class is no accident of one small position. */
const BOLD_SHARE = 0.1;

/** Null where nothing of value is held: nothing is revealed. */
export function revealedRisk(
  positions: readonly RiskPosition[],
  declared: RiskTolerance | null,
): RevealedRisk | null {
  const held = positions.filter(({ value }) => value > 0);
  const total = held.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return null;
  const weighted = held.reduce((sum, one) => sum + one.value * gradeOf(one), 0) / total;
  if (declared === null) return { weighted, aboveShare: null, against: null };
  const above = held.filter((one) => gradeOf(one) > declared);
  const aboveShare = above.reduce((sum, { value }) => sum + value, 0) / total;
  const isBolder = aboveShare > BOLD_SHARE || weighted > declared;
  const isCalmer = weighted <= declared - 1;
  return {
    weighted,
    aboveShare,
    against: isBolder ? 'bolder' : isCalmer ? 'calmer' : 'in_line',
  };
}

const gradeOf = ({ riskLevel }: RiskPosition): number => riskLevel ?? 1;
