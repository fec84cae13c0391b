import { mayAssess } from '../../advice/profiling/attempts.js';
import type { ClassChange, Classed } from '../../advice/profiling/class-change.js';
import { classChange, needsPerson, waitsForPerson } from '../../advice/profiling/class-change.js';
import type { Doubt } from '../../advice/profiling/doubts.js';
import { doubtsAbout, isInvalid } from '../../advice/profiling/doubts.js';
import type { RiskProfile } from '../../advice/profiling/scoring.js';
import { profileOf } from '../../advice/profiling/scoring.js';
import { expiresOn } from '../../advice/profiling/validity.js';
import type { SlotValues } from '../../terms/command.js';
import type { Json } from '../../terms/json.js';
import type { Answers, Questionnaire } from '../../terms/questionnaire.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import type { Flow, FlowContext } from './flow.js';

/** Who takes which questionnaire: all that an assessment looks at besides the answers. */
export interface Assessing {
  readonly questionnaire: Questionnaire;
  /** The class on file, expired or not; null: never assessed. */
  readonly last: Classed | null;
  /** Days of the assessments taken so far. */
  readonly attempts: readonly LocalDate[];
  /** Which one this would be on our own record, from 1. */
  readonly nth: number;
  /** Whole years; null: not known. */
  readonly age: number | null;
  /** When the words of this turn were said. */
  readonly saidAt: Instant;
  readonly today: LocalDate;
}

/** 答题方式: one question after another, or the pages of the form. */
export const WAYS = ['words', 'form'] as const;
const MAX_REASON = 500;

/**
 * 风险测评: every question, the answers echoed back, and where the class is another than before, why, and
 * once more the customer's yes (金融机构产品适当性管理办法 art. 29 [T2]).
 */
export function assessmentFlow(assessing: Assessing): Flow {
  const { questionnaire, saidAt } = assessing;
  const ids = questionnaire.questions.map(({ id }) => id);
  return {
    name: 'assessment',
    slots: ['way', ...ids, 'reason', 'page', 'coached'],
    questionsAtOnce: 1,
    confirms: true,
    isWhole: true,
    begins: () => ({ version: questionnaire.version, started: saidAt }),
    // Answers to other questions, or judged otherwise: only how it is answered is still true.
    renewed: ({ version, way }) =>
      version === questionnaire.version ? null : way === undefined ? {} : { way },
    accepts: (slot, value) => isAnswer(questionnaire, slot, value),
    needs(slot, values) {
      if (slot === 'page' || slot === 'coached') return false;
      if (slot === 'way') return !ids.some((id) => id in values);
      return slot !== 'reason' || isChangeAgreed(assessing, values);
    },
    // A yes holds for the answers it was given to: whatever is corrected later is echoed again.
    agreed: (values) => ({ checked: lettersOf(questionnaire, values) }),
    handsOff: (values) => {
      const { change, doubts } = assessmentOf(assessing, values);
      return !isInvalid(doubts) && needsPerson(change) ? 'class_change' : null;
    },
    record: (values, context) => recorded(assessing, values, context),
  };
}

function isAnswer({ questions }: Questionnaire, slot: string, value: Json): boolean {
  if (slot === 'way') return (WAYS as readonly Json[]).includes(value);
  if (slot === 'page') return Number.isInteger(value);
  if (slot === 'coached') return value === true;
  if (slot === 'reason')
    return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_REASON;
  const question = questions.find(({ id }) => id === slot);
  return question?.options.some(({ id }) => id === value) ?? false;
}

const lettersOf = ({ questions }: Questionnaire, values: SlotValues): string =>
  questions.map(({ id }) => String(values[id] ?? '-')).join('');

/** Whether the answers as they stand have had the customer's yes. */
export const isChecked = (questionnaire: Questionnaire, values: SlotValues): boolean =>
  values['checked'] === lettersOf(questionnaire, values);

/** What a complete filling comes to. */
export interface Assessment {
  readonly answers: Answers;
  readonly tookMs: number | null;
  readonly doubts: readonly Doubt[];
  readonly profile: RiskProfile;
  readonly change: ClassChange | null;
}

/** Throws while a question is open. */
export function assessmentOf(
  { questionnaire, last, age, saidAt }: Assessing,
  values: SlotValues,
): Assessment {
  const answers = Object.fromEntries(
    questionnaire.questions.map(({ id }) => [id, String(values[id])]),
  );
  const { started, coached } = values;
  const tookMs = typeof started === 'number' ? saidAt - started : null;
  const profile = profileOf(questionnaire, answers);
  return {
    answers,
    tookMs,
    doubts: doubtsAbout(questionnaire, { answers, tookMs, age, coached: coached === true }),
    profile,
    change: classChange(last, profile),
  };
}

/** The answers stand, they are sound, and the class is another than before. */
function isChangeAgreed(assessing: Assessing, values: SlotValues): boolean {
  if (!isChecked(assessing.questionnaire, values)) return false;
  const { doubts, change } = assessmentOf(assessing, values);
  return change !== null && !isInvalid(doubts);
}

/** Nothing, where the last chance was taken elsewhere meanwhile. */
function recorded(
  assessing: Assessing,
  values: SlotValues,
  { turn, message }: FlowContext,
): ReturnType<Flow['record']> {
  const { questionnaire, attempts, nth, today } = assessing;
  if (!mayAssess(attempts, today)) return [];
  const { answers, tookMs, doubts, profile, change } = assessmentOf(assessing, values);
  const filled = {
    turn,
    source: message,
    nth,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    answers,
    tookMs,
    day: today,
  };
  if (isInvalid(doubts)) return [{ kind: 'AssessmentInvalid', ...filled, doubts }];
  const reason = change ? String(values['reason'] ?? '') : null;
  return [
    {
      kind: 'RiskAssessed',
      ...filled,
      ...profile,
      expires: expiresOn(today),
      previous: change?.from ?? null,
      reason,
      counts: !waitsForPerson(change),
    },
  ];
}
