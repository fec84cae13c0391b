import type { Basis } from '../../terms/finding.js';
import type { LocalDate } from '../../terms/time.js';
import type { Investor } from '../suitability/occasion.js';
import { sourcesOf } from '../suitability/sources.js';
import { investorSide } from '../suitability/subject.js';
import type { MatchedNeed } from './task.js';

/** Why no plan is made for a customer, by what would have to change first. */
export type Withheld =
  /** Identity, due diligence or capacity: a person looks at it. */
  | 'for_person'
  /** 个性化推荐已关闭 (PIPL art. 24 [T]): a list by category, the same for everybody. */
  | 'opted_out'
  | 'no_confirmed_need'
  | 'data_refused'
  | 'never_assessed'
  | 'assessment_expired'
  | 'assessment_invalid';

/** Null: a plan may be made. The same conditions as rows 3, 4, 7, 10, 11 and 30, for a plan as a whole. */
export function withheldFrom(
  customer: Investor,
  need: MatchedNeed | null,
  today: LocalDate,
): Withheld | null {
  const investor = investorSide(customer, today);
  const tried: readonly (readonly [Withheld, boolean])[] = [
    ['for_person', !investor.identityVerified || investor.cddBlocked],
    ['for_person', investor.capacity !== 'full'],
    ['opted_out', !investor.personalization],
    ['no_confirmed_need', need === null],
    ['data_refused', investor.refusedRequiredData],
    ['never_assessed', investor.tolerance === 0],
    ['assessment_expired', investor.needsAssessment],
    ['assessment_invalid', investor.assessmentInvalid],
  ];
  return tried.find(([, isSo]) => isSo)?.[0] ?? null;
}

/** Rows of the suitability table by which it is so; what a person has to look at is told without one. */
const ROW_OF: Partial<Readonly<Record<Withheld, number>>> = {
  opted_out: 30,
  data_refused: 11,
  never_assessed: 7,
  assessment_expired: 7,
  assessment_invalid: 10,
};

/** By which a plan of a higher class than the customer's now is none for them. */
export const basisOfClass = (): readonly Basis[] => [...sourcesOf(12, 'I'), ...sourcesOf(15, 'F')];

/** What no plan rests on, by the rules of both regimes whose products a plan may hold. */
export function basisOf(because: Withheld): readonly Basis[] {
  const row = ROW_OF[because];
  if (row === undefined) return [];
  return [...new Set([...sourcesOf(row, 'I'), ...sourcesOf(row, 'F')])];
}
