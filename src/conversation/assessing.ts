import { questionnaireOn } from '../advice/profiling/scoring.js';
import { assessmentsOf } from '../profiles/assessments.js';
import type { CustomerProfile } from '../profiles/kyc.js';
import { ageOn } from '../profiles/kyc.js';
import type { Store } from '../store/store.js';
import type { Questionnaire } from '../terms/questionnaire.js';
import type { Instant, LocalDate } from '../terms/time.js';
import type { Assessing } from './flows/assessment.js';
import type { FlowState } from './flows/flow.js';

export interface AssessingDeps {
  readonly store: Store;
  /** Every version of the risk questionnaire; empty: none is taken here. */
  readonly questionnaires: readonly Questionnaire[];
}

/** What the risk questionnaire would be taken on; null: there is none to take. */
export async function assessingFor(
  { store, questionnaires }: AssessingDeps,
  profile: CustomerProfile,
  flow: FlowState | null,
  { today, saidAt }: { readonly today: LocalDate; readonly saidAt: Instant },
): Promise<Assessing | null> {
  const begun = flow?.name === 'assessment' ? String(flow.values['version']) : null;
  // Where the house has taken back the version it was begun with, it begins anew with the one in force.
  const questionnaire =
    questionnaireOn(questionnaires, today, begun) ?? questionnaireOn(questionnaires, today, null);
  if (!questionnaire) return null;
  const { attempts, recorded } = await assessmentsOf(store, profile);
  const { tolerance, lowestCategory } = profile;
  return {
    questionnaire,
    last: tolerance === null ? null : { tolerance, lowestCategory },
    attempts,
    nth: recorded + 1,
    age: ageOn(profile.born, today),
    saidAt,
    today,
  };
}
