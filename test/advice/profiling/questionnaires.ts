import type { Answers } from '../../../src/terms/questionnaire.js';
import { loadQuestionnaires } from '../../../src/app/questionnaire.js';

export const personal = loadQuestionnaires().at(-1)!;

/** One letter a question, in their order. */
export const answersOf = (letters: string): Answers =>
  Object.fromEntries(personal.questions.map(({ id }, at) => [id, letters[at] ?? '']));

/** 45, a stable income, some experience, five years and more; loses 15 % at most. */
export const STEADY = answersOf('bbabbcbbdbcccb');
/** Everything that scores most. */
export const BOLDEST = answersOf('adadaddadadeda');
/** Everything that scores least. */
export const MOST_CAREFUL = answersOf('dadadaadadaaad');
