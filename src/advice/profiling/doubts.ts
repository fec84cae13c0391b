import type { Answers, Option, Questionnaire } from '../../terms/questionnaire.js';

/** 存疑: why answers may not be the customer's own or true (金融机构产品适当性管理办法 art. 13(1) [T2]). */
export type Doubt =
  /** These answers cannot all be true; numbers of the questions, from 1. */
  | { readonly kind: 'contradiction'; readonly questions: readonly number[] }
  /** The age told is not that of the customer on file. */
  | { readonly kind: 'age'; readonly questions: readonly number[] }
  /** Somebody else said which answer to give, or gave it. */
  | { readonly kind: 'coached' }
  /** Every answer stands at the same place. */
  | { readonly kind: 'all_same' }
  /** Faster than anybody reads. */
  | { readonly kind: 'too_fast' }
  /** Fast enough for a second look, and no more. */
  | { readonly kind: 'quick' };

export interface Filling {
  readonly answers: Answers;
  /** From the first question to now, ms; null: not known. */
  readonly tookMs: number | null;
  /** Whole years by the birthday on file; null: not known. */
  readonly age: number | null;
  /** Whether the customer told of somebody who says what to answer. */
  readonly coached?: boolean;
}

/** What speaks against a complete filling; empty: nothing. */
export function doubtsAbout(questionnaire: Questionnaire, filling: Filling): readonly Doubt[] {
  return [
    ...contradictionsIn(questionnaire, filling.answers),
    ...ageDoubt(questionnaire, filling),
    ...(filling.coached ? [{ kind: 'coached' } as const] : []),
    ...(isAllSame(questionnaire, filling.answers) ? [{ kind: 'all_same' } as const] : []),
    ...paceDoubt(questionnaire, filling.tookMs),
  ];
}

/** A filling with such a doubt is no assessment: it is done again (suitability.md row 10). */
export const isInvalid = (doubts: readonly Doubt[]): boolean =>
  doubts.some(({ kind }) => kind !== 'quick');

function contradictionsIn(questionnaire: Questionnaire, answers: Answers): readonly Doubt[] {
  return questionnaire.contradictions
    .filter((pairs) =>
      Object.entries(pairs).every(([id, options]) => options.includes(answers[id] ?? '')),
    )
    .map((pairs) => ({
      kind: 'contradiction',
      questions: Object.keys(pairs)
        .map((id) => numberOf(questionnaire, id))
        .sort((a, b) => a - b),
    }));
}

/** As customers count: the first question is 1. */
export const numberOf = ({ questions }: Questionnaire, id: string): number =>
  1 + questions.findIndex((question) => question.id === id);

function ageDoubt(questionnaire: Questionnaire, { answers, age }: Filling): readonly Doubt[] {
  const question = questionnaire.questions.find(({ measure }) => measure === 'years_old');
  const told = question?.options.find(({ id }) => id === answers[question.id]);
  if (!question || !told || age === null || isWithin(told, age)) return [];
  return [{ kind: 'age', questions: [numberOf(questionnaire, question.id)] }];
}

/** Whether a figure falls under an option; an option without a span holds none. */
export const isWithin = ({ span }: Option, value: number): boolean =>
  span !== undefined && value >= (span.from ?? -Infinity) && value < (span.to ?? Infinity);

function isAllSame({ questions }: Questionnaire, answers: Answers): boolean {
  const places = questions.map(({ id, options }) =>
    options.findIndex((option) => option.id === answers[id]),
  );
  return new Set(places).size === 1;
}

function paceDoubt({ questions, pace }: Questionnaire, tookMs: number | null): readonly Doubt[] {
  if (tookMs === null) return [];
  const each = tookMs / 1_000 / questions.length;
  if (each < pace.read) return [{ kind: 'too_fast' }];
  return each < pace.look ? [{ kind: 'quick' }] : [];
}
