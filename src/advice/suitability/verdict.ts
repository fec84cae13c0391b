import type { Basis } from '../../terms/finding.js';

/** 适当性结论, from the freest to the strictest way of going on. */
export const OUTCOMES = ['ALLOW', 'ALLOW_WITH', 'INFO_ONLY', 'BLOCK', 'HUMAN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What whoever acts on a verdict owes the customer. */
export type Duty =
  | 'advise_to_stop'
  | 'affordability_review'
  | 'affordability_warning'
  | 'ai_label'
  | 'ask_age'
  | 'capacity_notice'
  | 'data_date'
  | 'do_not_show'
  | 'do_not_suggest_retest'
  | 'education_allowed'
  | 'elder_care'
  | 'emergency_route'
  | 'explain'
  | 'explain_mismatch'
  | 'explicit_acknowledgement'
  | 'fees'
  | 'flag_compliance'
  | 'hide_name_and_performance'
  | 'link_to_own_platform'
  | 'main_loss'
  | 'match_opinion'
  | 'mismatch_warning'
  | 'neutral_wording'
  | 'never_above_tolerance'
  | 'no_override'
  | 'no_promotion'
  | 'non_profiled_list_only'
  | 'not_on_shelf'
  | 'offer_human'
  | 'offer_reassessment'
  | 'record'
  | 'recording_required'
  | 'redo_assessment'
  | 'risk_grade'
  | 'signed_declaration'
  | 'silent_flag'
  | 'special_written_warning'
  | 'warn_borrowed_money'
  | 'warn_consequence'
  | 'written_confirmation';

/** 适当性匹配意见: an outcome with its reasons. `row` is the label in domain/suitability.md. */
export interface Verdict {
  readonly verdict: Outcome;
  readonly row: number;
  /** Sorted. */
  readonly duties: readonly Duty[];
  readonly basis: readonly Basis[];
  readonly ruleVersion: string;
}

/** Whether a product may be recommended, or sold on request, to this customer on this occasion. */
export const isAllowed = ({ verdict }: Pick<Verdict, 'verdict'>): boolean =>
  verdict === 'ALLOW' || verdict === 'ALLOW_WITH';

/** Duties that let a product not even be listed on our initiative. */
const HIDING: readonly Duty[] = [
  'capacity_notice',
  'do_not_show',
  'hide_name_and_performance',
  'never_above_tolerance',
  'no_override',
  'not_on_shelf',
];

/**
 * Whether a list we draw up may show the product at all. A customer who only lacks a valid assessment
 * may still learn what there is (`education_allowed`); that is no recommendation and is said so.
 */
export const mayBeListed = ({ duties }: Pick<Verdict, 'duties'>): boolean =>
  !duties.some((duty) => HIDING.includes(duty));
