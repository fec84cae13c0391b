import { MAX_A_DAY, MAX_IN_A_YEAR, WINDOW_MONTHS } from '../../advice/profiling/attempts.js';
import { VALID_MONTHS } from '../../advice/profiling/validity.js';
import type { ToolResult, TurnContext } from '../../conversation/agent.js';
import type { Fact } from '../../terms/fact.js';
import type { Suggestion } from '../../terms/statement.js';
import { addDays } from '../../terms/time.js';
import { fullDay } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { classText } from './class-words.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { CALL_A_PERSON } from './social.js';

const VALID = `${VALID_MONTHS} 个月`;
const VALID_FACTS: readonly Fact[] = [{ value: VALID_MONTHS, unit: 'month', label: '测评有效期' }];
const WINDOW = `${WINDOW_MONTHS} 个月`;
const ASKS_HOW_OFTEN = /(几|多少)(次|回)|次数|剩几/;

const TAKE: Suggestion = { label: '做风险测评', say: '我要做风险测评' };

/** 「我是什么风险等级」: the class, the day it was assessed and the last day it counts. */
export function profileParagraph(
  wordings: Wordings,
  { seed, messages }: TurnContext,
  { portrait, facts, chances }: ToolResult,
): Paragraph {
  const say = (id: string, values: Record<string, string>, suggestions: readonly Suggestion[]) =>
    worded(wordings, id, values, seed, { facts, suggestions });
  if (!portrait)
    return worded(wordings, 'profile_visitor', { months: VALID }, seed, { facts: VALID_FACTS });
  if (chances && messages.some(({ text }) => ASKS_HOW_OFTEN.test(text))) {
    const left = { left_today: String(chances.day), left_year: String(chances.year) };
    return say('profile_chances', { ...left, months: WINDOW }, []);
  }
  const { tolerance, assessedOn, lowestCategory } = portrait.facts;
  if (tolerance === null || assessedOn === null || portrait.expires === null) {
    return say('profile_never', {}, [TAKE]);
  }
  const values = { class: classText({ tolerance, lowestCategory }), on: fullDay(assessedOn) };
  if (!portrait.isAssessed) {
    return say('profile_expired', { ...values, expired: fullDay(portrait.expires) }, [TAKE]);
  }
  const until = fullDay(addDays(portrait.expires, -1));
  if (lowestCategory) return say('profile_lowest', { ...values, until }, []);
  const levels = tolerance === 1 ? 'R1' : `R1 到 R${tolerance}`;
  const grade = gradeAsked(messages.map(({ text }) => text).join('\n'));
  if (grade === null) return say('profile_class', { ...values, until, levels }, []);
  const id = grade > tolerance ? 'profile_beyond' : 'profile_within';
  return say(id, { class: values.class, grade: `R${grade}`, until, levels }, []);
}

/** 「那我能买R4吗」: of which grade it is asked; null: of none. */
function gradeAsked(text: string): number | null {
  const digit = /(?<![a-z0-9])r\s*([1-5])(?!\d)/i.exec(text.normalize('NFKC'))?.[1];
  return digit === undefined ? null : Number(digit);
}

/** Why no assessment begins now, and what helps. */
export function closedParagraph(
  wordings: Wordings,
  { seed, customer }: TurnContext,
  { facts, chances }: ToolResult,
): Paragraph {
  if (customer === null || !chances) return worded(wordings, 'assessment_visitor', {}, seed);
  const id = chances.year > 0 ? 'assessment_limit_day' : 'assessment_limit_year';
  const values = {
    next: fullDay(chances.next),
    most: String(chances.year > 0 ? MAX_A_DAY : MAX_IN_A_YEAR),
    months: WINDOW,
  };
  return worded(wordings, id, values, seed, {
    facts,
    suggestions: [CALL_A_PERSON],
  });
}
