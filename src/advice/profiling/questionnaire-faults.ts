import type { Question, Questionnaire, Side } from '../../terms/questionnaire.js';
import { SIDES } from '../../terms/questionnaire.js';
import { leadingWords } from './neutrality.js';
import { mostOf } from './scoring.js';

/** What is wrong with a questionnaire beyond its shape, each in a line; empty: it may be used. */
export function questionnaireFaults(questionnaire: Questionnaire): readonly string[] {
  const { questions } = questionnaire;
  return [
    ...repeated(questions.map(({ id }) => id)).map((id) => `question ${id} stands twice`),
    ...questions.flatMap(questionFaults),
    ...SIDES.flatMap((side) => sideFaults(questionnaire, side)),
    ...pageFaults(questions),
    ...contradictionFaults(questionnaire),
    ...(questions.some(({ options }) => options.some(({ lowest }) => lowest))
      ? []
      : ['no answer leads to the lowest category']),
    ...(questionnaire.pace.read > questionnaire.pace.look ? ['pace: read is above look'] : []),
    ...(isReversed(questions) ? [] : ['every question runs the same way: one letter says it all']),
  ];
}

const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at);

function questionFaults({ id, text, help, options }: Question): readonly string[] {
  const letters = options.map((option) => option.id);
  const expected = options.map((_, at) => String.fromCharCode(97 + at));
  const faults = letters.join() === expected.join() ? [] : [`${id}: options are not a, b, c …`];
  const lowest = Math.min(...options.map(({ score }) => score));
  const capped = options.some((option) => option.lowest && option.score !== lowest);
  const led = [text, help, ...options.map((option) => option.text)].flatMap(
    (words) => leadingWords(words) ?? [],
  );
  return [
    ...faults,
    ...(new Set(options.map(({ score }) => score)).size === options.length
      ? []
      : [`${id}: two options score the same`]),
    ...(capped ? [`${id}: the lowest category follows from an answer that is not the lowest`] : []),
    ...led.map((words) => `${id}: 「${words}」 points at an answer`),
  ];
}

function sideFaults({ questions, cuts }: Questionnaire, side: Side): readonly string[] {
  const most = questions
    .filter((question) => question.side === side)
    .reduce((sum, question) => sum + mostOf(question), 0);
  const own = cuts[side];
  const rises = own.every((cut, at) => at === 0 || cut > (own[at - 1] ?? 0));
  return [
    ...(rises ? [] : [`cuts.${side} do not rise`]),
    ...(own[3] <= most ? [] : [`cuts.${side}: C5 is above the ${most} points there are`]),
  ];
}

function pageFaults(questions: readonly Question[]): readonly string[] {
  const pages = questions.map(({ page }) => page);
  const inOrder = pages.every((page, at) => {
    const before = pages[at - 1] ?? 0;
    return page === before || page === before + 1;
  });
  return inOrder ? [] : ['pages do not run from 1 in order'];
}

function contradictionFaults({ questions, contradictions }: Questionnaire): readonly string[] {
  return contradictions.flatMap((pairs, at) =>
    Object.entries(pairs).flatMap(([id, options]) => {
      const question = questions.find((one) => one.id === id);
      if (!question) return [`contradictions ${at + 1}: there is no question ${id}`];
      return options
        .filter((option) => !question.options.some((one) => one.id === option))
        .map((option) => `contradictions ${at + 1}: ${id} has no option ${option}`);
    }),
  );
}

/** Some scales rise and some fall, so that one letter down the page is no consistent answer. */
function isReversed(questions: readonly Question[]): boolean {
  const rises = questions.map(({ options: [first, ...others] }) =>
    others.every(({ score }) => score > (first?.score ?? 0)),
  );
  return new Set(rises).size === 2;
}
