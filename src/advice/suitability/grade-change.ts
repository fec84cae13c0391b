import type { Basis } from '../../terms/finding.js';
import type { RiskLevel, RiskTolerance } from '../../terms/risk.js';

/** 持有期间产品风险等级变化 (row 25): what the holder is owed. */
export interface GradeChange {
  readonly before: RiskLevel;
  readonly after: RiskLevel;
  /** Null: never assessed, so nothing is within it. */
  readonly tolerance: RiskTolerance | null;
  readonly lowestCategory: boolean;
}

export type GradeChangeDuty =
  | 'notify'
  | 'renew_match_opinion'
  | 'no_further_promotion'
  | 'no_forced_sale'
  | 'may_leave_in_open_period';

export interface GradeChangeOpinion {
  readonly isOverRisk: boolean;
  readonly duties: readonly GradeChangeDuty[];
  readonly basis: readonly Basis[];
}

/**
 * Order 7 art. 22 [T2]: a change is told and the match opinion renewed; what is now above the holder's
 * tolerance is no longer promoted to them, and whether they stay or leave in the open period is theirs
 * to say. Nobody is ever sold out.
 */
export function judgeGradeChange(change: GradeChange): GradeChangeOpinion {
  const { before, after, tolerance, lowestCategory } = change;
  if (after === before) return { isOverRisk: false, duties: [], basis: [] };
  const most = lowestCategory ? 1 : (tolerance ?? 0);
  const isOverRisk = after > most;
  return {
    isOverRisk,
    duties: [
      'notify',
      'renew_match_opinion',
      'no_forced_sale',
      ...(isOverRisk ? (['no_further_promotion', 'may_leave_in_open_period'] as const) : []),
    ],
    basis: [{ instrument: '金融机构产品适当性管理办法', article: '第二十二条', tag: 'T2' }],
  };
}
