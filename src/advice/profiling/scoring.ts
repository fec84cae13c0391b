import type {
  Answers,
  Cuts,
  Option,
  Question,
  Questionnaire,
  Side,
} from '../../terms/questionnaire.js';
import { SIDES } from '../../terms/questionnaire.js';
import type { RiskTolerance } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';

export interface SideScore {
  readonly points: number;
  /** The most that can be scored on this side. */
  readonly of: number;
  readonly tolerance: RiskTolerance;
}

/** 测评结果: both sides, and the class that follows. */
export interface RiskProfile {
  readonly scores: Readonly<Record<Side, SideScore>>;
  readonly tolerance: RiskTolerance;
  /** 风险承受能力最低类别: never above R1, whoever insists (证券期货投资者适当性管理办法 art. 22(5) [Q]). */
  readonly lowestCategory: boolean;
  /** What set the class: the lower side, both alike, or single answers that allow no more. */
  readonly boundBy: Side | 'both' | 'answers';
}

/**
 * 评分: capacity and willingness apart, the lower binds; single answers may allow no more (`cap`), and
 * one may be the lowest category outright. Throws where a question has no answer.
 */
export function profileOf(questionnaire: Questionnaire, answers: Answers): RiskProfile {
  const { questions, cuts } = questionnaire;
  const chosen = questions.map((question) => chosenOption(question, answers));
  const scores = Object.fromEntries(
    SIDES.map((side) => [side, scoreOf(questions, chosen, side, cuts[side])]),
  ) as Record<Side, SideScore>;
  const { capacity, willingness } = scores;
  const lower = Math.min(capacity.tolerance, willingness.tolerance);
  const lowestCategory = chosen.some(({ lowest }) => lowest === true);
  const allowed = Math.min(...chosen.map(({ cap = 5 }) => cap), lowestCategory ? 1 : 5);
  return {
    scores,
    tolerance: Math.min(lower, allowed) as RiskTolerance,
    lowestCategory,
    boundBy: allowed < lower ? 'answers' : lowerSide(scores),
  };
}

function lowerSide({ capacity, willingness }: RiskProfile['scores']): Side | 'both' {
  if (capacity.tolerance === willingness.tolerance) return 'both';
  return capacity.tolerance < willingness.tolerance ? 'capacity' : 'willingness';
}

function chosenOption({ id, options }: Question, answers: Answers): Option {
  const option = options.find((one) => one.id === answers[id]);
  if (!option) throw new Error(`question ${id} has no answer`);
  return option;
}

function scoreOf(
  questions: readonly Question[],
  chosen: readonly Option[],
  side: Side,
  cuts: Cuts,
): SideScore {
  const own = questions.map((question, at) => ({ question, option: chosen[at] as Option }));
  const counted = own.filter(({ question }) => question.side === side);
  const points = counted.reduce((sum, { option }) => sum + option.score, 0);
  return {
    points,
    of: counted.reduce((sum, { question }) => sum + mostOf(question), 0),
    tolerance: (1 + cuts.filter((cut) => points >= cut).length) as RiskTolerance,
  };
}

export const mostOf = ({ options }: Question): number =>
  Math.max(...options.map(({ score }) => score));

/** Questions without an answer, in their order. */
export const openQuestions = (
  { questions }: Questionnaire,
  answers: Readonly<Record<string, unknown>>,
): readonly Question[] => questions.filter(({ id }) => answers[id] === undefined);

/**
 * The questionnaire that holds: the version a filling began with, else the latest in force on the day.
 * Null: none is in force, or that version is gone.
 */
export function questionnaireOn(
  versions: readonly Questionnaire[],
  day: LocalDate,
  begun: string | null,
): Questionnaire | null {
  if (begun !== null) return versions.find(({ version }) => version === begun) ?? null;
  const inForce = versions.filter(({ effective }) => effective <= day);
  return inForce.reduce<Questionnaire | null>(
    (latest, one) => (latest === null || one.effective >= latest.effective ? one : latest),
    null,
  );
}
