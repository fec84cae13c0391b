import { openQuestions } from '../../advice/profiling/scoring.js';
import type { SlotValues } from '../../terms/command.js';
import type { Questionnaire } from '../../terms/questionnaire.js';
import type { AssessmentPage } from '../../terms/statement.js';

/** The page turned to, or the first with an open question; answers given before stand as chosen. */
export function assessmentPage(
  { id, version, questions }: Questionnaire,
  values: SlotValues,
): AssessmentPage {
  const pages = Math.max(...questions.map(({ page }) => page));
  const open = openQuestions({ questions } as Questionnaire, values)[0]?.page ?? pages;
  const turned = typeof values['page'] === 'number' ? values['page'] : open;
  const page = Math.max(1, Math.min(turned, open));
  const own = questions.filter((question) => question.page === page);
  return {
    id,
    version,
    page,
    pages,
    first: 1 + questions.findIndex((question) => question.page === page),
    questions: own,
    chosen: Object.fromEntries(
      own.flatMap((question) => {
        const value = values[question.id];
        return typeof value === 'string' ? [[question.id, value] as const] : [];
      }),
    ),
  };
}
