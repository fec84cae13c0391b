import type { RiskTolerance } from '../../terms/risk.js';

/** A class as it counts: the lowest category is a class of its own below C1. */
export interface Classed {
  readonly tolerance: RiskTolerance;
  readonly lowestCategory: boolean;
}

export interface ClassChange {
  readonly from: Classed;
  readonly to: Classed;
  /** Levels between them; positive is up. */
  readonly jump: number;
}

/** So many levels at once, and a person looks at it first (house rule, suitability.md row 9). */
const JUMP_FOR_A_PERSON = 2;

/**
 * 等级变化: a result other than the last one is told and confirmed once more (金融机构产品适当性管理办法
 * art. 29 [T2]); null: there was none before, or it is the same. An expired one is still the last.
 */
export function classChange(last: Classed | null, now: Classed): ClassChange | null {
  if (!last) return null;
  const jump = now.tolerance - last.tolerance;
  const isSame = jump === 0 && now.lowestCategory === last.lowestCategory;
  return isSame ? null : { from: last, to: now, jump };
}

export const needsPerson = (change: ClassChange | null): boolean =>
  change !== null && Math.abs(change.jump) >= JUMP_FOR_A_PERSON;

/** Until that person has looked, the lower of the two counts. */
export const waitsForPerson = (change: ClassChange | null): boolean =>
  change !== null && change.jump >= JUMP_FOR_A_PERSON;
