import {
  isElderAtHighRisk,
  isFoundUnsuitable,
  isGraded,
  isInsisting,
  isOverRisk,
  isProfessionalHere,
  isRecordedByAge,
  lacksCapacity,
  mismatchesNeed,
  needsAffordabilityReview,
  needsAffordabilityWarning,
  needsDeclaration,
  shouldAskAge,
} from './conditions.js';
import type { Path, Subject } from './subject.js';
import type { Duty, Outcome } from './verdict.js';

/** Raised with every change that a verdict could depend on; recorded with each. */
export const TABLE_VERSION = '2026.11.1';

/** One line of the decision table (判断表的一行). */
export interface Line {
  /** Label, the number in domain/suitability.md; not the place in the order of trial. */
  readonly row: number;
  readonly paths: readonly Path[];
  readonly fires: (subject: Subject) => boolean;
  readonly verdict: Outcome;
  readonly duties: readonly Duty[];
  /** Owed only under a condition. */
  readonly further?: readonly (readonly [Duty, (subject: Subject) => boolean])[];
}

const ALL: readonly Path[] = ['I', 'P', 'F', 'D'];
const GRADED: readonly Path[] = ['I', 'P', 'F'];

const always = (): boolean => true;

/** Owed by any product that passes, whatever it is. */
const OWED_BY_ALL: NonNullable<Line['further']> = [
  ['affordability_warning', needsAffordabilityWarning],
  ['ask_age', shouldAskAge],
];

/** The product gate of contracts.md in its order of trial: the first line that fires answers. */
export const DECISION_TABLE: readonly Line[] = [
  {
    row: 1,
    paths: ALL,
    fires: ({ setting }) => setting.emergency ?? false,
    verdict: 'HUMAN',
    duties: ['emergency_route'],
  },
  {
    row: 2,
    paths: ALL,
    fires: ({ setting }) => setting.channel.operator !== 'licensed_self_operated',
    verdict: 'INFO_ONLY',
    duties: ['link_to_own_platform'],
  },
  {
    row: 3,
    paths: ALL,
    fires: ({ investor }) => !investor.identityVerified || investor.cddBlocked,
    verdict: 'INFO_ONLY',
    duties: ['neutral_wording'],
    further: [['silent_flag', ({ investor }) => investor.cddBlocked]],
  },
  { row: 4, paths: ALL, fires: lacksCapacity, verdict: 'BLOCK', duties: ['capacity_notice'] },
  {
    row: 5,
    paths: ALL,
    fires: ({ product }) => !product.isOnShelf,
    verdict: 'BLOCK',
    duties: ['not_on_shelf'],
  },
  {
    row: 6,
    paths: ['I', 'F'],
    fires: ({ product, investor }) => product.isPrivate && !investor.isQualified,
    verdict: 'INFO_ONLY',
    duties: ['hide_name_and_performance', 'offer_human'],
  },
  {
    row: 11,
    paths: ALL,
    fires: ({ investor }) => investor.refusedRequiredData,
    verdict: 'BLOCK',
    duties: ['warn_consequence'],
  },
  {
    row: 7,
    paths: GRADED,
    fires: (subject) =>
      subject.investor.needsAssessment && isGraded(subject) && !isProfessionalHere(subject),
    verdict: 'BLOCK',
    duties: ['education_allowed', 'offer_reassessment'],
  },
  {
    row: 10,
    paths: GRADED,
    fires: (subject) =>
      subject.investor.assessmentInvalid && isGraded(subject) && !isProfessionalHere(subject),
    verdict: 'BLOCK',
    duties: ['flag_compliance', 'redo_assessment'],
  },
  {
    row: 27,
    paths: ALL,
    fires: ({ setting }) => setting.order?.borrowed ?? false,
    verdict: 'BLOCK',
    duties: ['warn_borrowed_money'],
  },
  {
    row: 14,
    paths: GRADED,
    fires: ({ product, investor }) => investor.isLowest && product.grade > 1,
    verdict: 'BLOCK',
    duties: ['never_above_tolerance'],
  },
  {
    row: 12,
    paths: ['I', 'P'],
    fires: isOverRisk,
    verdict: 'BLOCK',
    duties: ['do_not_suggest_retest', 'no_override'],
  },
  {
    row: 13,
    paths: ['F'],
    fires: (subject) =>
      isOverRisk(subject) &&
      !subject.investor.isProfessional &&
      subject.setting.initiative !== 'customer',
    verdict: 'BLOCK',
    duties: ['do_not_show'],
  },
  {
    row: 15,
    paths: ['F'],
    fires: (subject) =>
      isOverRisk(subject) && !subject.investor.isProfessional && isInsisting(subject),
    verdict: 'HUMAN',
    duties: ['explicit_acknowledgement', 'record', 'special_written_warning'],
  },
  {
    row: 15,
    paths: ['F'],
    fires: (subject) => isOverRisk(subject) && !subject.investor.isProfessional,
    verdict: 'INFO_ONLY',
    duties: ['mismatch_warning'],
  },
  {
    row: 20,
    paths: ['P'],
    fires: (subject) => isFoundUnsuitable(subject) && !isInsisting(subject),
    verdict: 'BLOCK',
    duties: ['advise_to_stop'],
  },
  {
    row: 20,
    paths: ['P'],
    fires: isFoundUnsuitable,
    verdict: 'HUMAN',
    duties: ['explain', 'written_confirmation'],
  },
  {
    row: 16,
    paths: ALL,
    fires: (subject) => mismatchesNeed(subject) && isInsisting(subject),
    verdict: 'HUMAN',
    duties: ['explain_mismatch'],
  },
  {
    row: 16,
    paths: ALL,
    fires: mismatchesNeed,
    verdict: 'INFO_ONLY',
    duties: ['explain_mismatch', 'no_promotion'],
  },
  {
    row: 17,
    paths: ALL,
    fires: needsAffordabilityReview,
    verdict: 'HUMAN',
    duties: ['affordability_review'],
  },
  { row: 18, paths: GRADED, fires: isElderAtHighRisk, verdict: 'HUMAN', duties: ['elder_care'] },
  {
    row: 19,
    paths: ['P'],
    fires: isRecordedByAge,
    verdict: 'HUMAN',
    duties: ['recording_required'],
  },
  {
    row: 21,
    paths: ['P'],
    fires: needsDeclaration,
    verdict: 'HUMAN',
    duties: ['signed_declaration'],
  },
  {
    row: 30,
    paths: ALL,
    fires: ({ investor, setting }) => !investor.personalization && setting.initiative === 'bot',
    verdict: 'INFO_ONLY',
    duties: ['non_profiled_list_only'],
  },
  {
    row: 32,
    paths: ['D'],
    fires: (subject) => needsAffordabilityWarning(subject) || shouldAskAge(subject),
    verdict: 'ALLOW_WITH',
    duties: [],
    further: OWED_BY_ALL,
  },
  { row: 32, paths: ['D'], fires: always, verdict: 'ALLOW', duties: [] },
  {
    row: 32,
    paths: GRADED,
    fires: always,
    verdict: 'ALLOW_WITH',
    duties: ['ai_label', 'data_date', 'fees', 'main_loss'],
    further: [
      ['match_opinion', (subject) => !isProfessionalHere(subject)],
      ['risk_grade', isGraded],
      ...OWED_BY_ALL,
    ],
  },
];

/** The lines a product is tried on, in their order. */
export const LINES_OF: Readonly<Record<Path, readonly Line[]>> = {
  I: linesOn('I'),
  P: linesOn('P'),
  F: linesOn('F'),
  D: linesOn('D'),
};

function linesOn(path: Path): readonly Line[] {
  return DECISION_TABLE.filter(({ paths }) => paths.includes(path));
}
