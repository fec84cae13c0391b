import { isInvalid, numberOf } from '../../advice/profiling/doubts.js';
import { WINDOW_MONTHS, mayAssess } from '../../advice/profiling/attempts.js';
import { needsPerson, waitsForPerson } from '../../advice/profiling/class-change.js';
import { openQuestions } from '../../advice/profiling/scoring.js';
import { expiresOn } from '../../advice/profiling/validity.js';
import type { ToolResult, TurnContext } from '../../conversation/agent.js';
import type { Assessing } from '../../conversation/flows/assessment.js';
import { assessmentOf, isChecked } from '../../conversation/flows/assessment.js';
import type { FlowMove } from '../../conversation/flows/flow.js';
import type { SlotValues } from '../../terms/command.js';
import type { Question } from '../../terms/questionnaire.js';
import type { Suggestion } from '../../terms/statement.js';
import { addDays } from '../../terms/time.js';
import { fullDay } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { assessmentPage } from './assessment-page.js';
import { classText, dated } from './class-words.js';
import { doubtsParagraphs, invalidParagraphs } from './doubts.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';

/** 风险测评的话: the questions one by one or as pages, the echo, and what came of it. Null: nothing is said. */
export function assessmentParagraph(
  wordings: Wordings,
  context: TurnContext,
  move: FlowMove,
  result: ToolResult | null,
): Paragraph | null {
  const { assessing, seed } = context;
  if (!assessing) return null;
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  switch (move.to) {
    case 'close':
      return move.how === 'interrupted' ? null : say(`assessment_${move.how}`);
    case 'ask':
      return askParagraph(say, assessing, move, result);
    case 'confirm':
      return confirmParagraph(say, assessing, move, context);
    case 'record':
      return recordParagraph(say, assessing, move.values);
  }
}

export type Say = (
  id: string,
  values?: Readonly<Record<string, string>>,
  part?: Partial<Paragraph>,
) => Paragraph;
type Ask = Extract<FlowMove, { to: 'ask' }>;
type Confirm = Extract<FlowMove, { to: 'confirm' }>;

const STOP: Suggestion = { label: '先不测了', say: '先不测了' };
const WAYS: readonly Suggestion[] = [
  { label: '一题一题答', say: '一题一题答' },
  { label: '用表单填', say: '用表单填' },
  STOP,
];
const REASONS = ['收入变了', '家里情况变了', '投资经验多了', '想法变了'];
const CONFIRMING: readonly Suggestion[] = [
  { label: '确认', say: '确认' },
  { label: '要改一下', say: '要改一下' },
  STOP,
];
const CONFIRMING_CLASS: readonly Suggestion[] = [
  { label: '我确认', say: '我确认' },
  { label: '我有疑问', say: '请顾问给我回电' },
  { label: '要改一下', say: '要改一下' },
];

function askParagraph(
  say: Say,
  assessing: Assessing,
  move: Ask,
  result: ToolResult | null,
): Paragraph {
  const [slot = ''] = move.asks;
  const before = leadIn(say, assessing, move, result);
  if (slot === 'way') return join([...before, say('assessment_way', {}, { suggestions: WAYS })]);
  if (slot === 'correction') return say('assessment_which');
  if (slot === 'reason') {
    const { change } = assessmentOf(assessing, move.values);
    const values = { from: classText(change?.from), to: classText(change?.to) };
    const suggestions = REASONS.map((words) => ({ label: words, say: words }));
    return join([...before, say('assessment_reason', values, { suggestions })]);
  }
  if (move.values['way'] === 'form') return join([...before, formParagraph(say, assessing, move)]);
  const question = assessing.questionnaire.questions.find(({ id }) => id === slot);
  return join([...before, ...(question ? [questionParagraph(say, assessing, question)] : [])]);
}

/** What goes before the question: how it begins, or why it is put again. */
function leadIn(
  say: Say,
  { questionnaire }: Assessing,
  { manner, asks, values, learned }: Ask,
  result: ToolResult | null,
): readonly Paragraph[] {
  if (manner === 'next') return [];
  if (manner === 'corrected') return changed(say, questionnaire, learned);
  if (manner === 'explained') {
    if (asks[0] === 'reason') return [say('assessment_reason_first')];
    const question = questionnaire.questions.find(({ id }) => id === asks[0]);
    return question ? [say('assessment_help', { help: question.help })] : [];
  }
  if (manner !== 'opening') return [say(`assessment_${manner}`)];
  const { day = 0, year = 0 } = result?.chances ?? {};
  const count = openQuestions(questionnaire, values).length;
  const figures = {
    count: String(count),
    left_today: String(day),
    left_year: String(year),
    months: `${WINDOW_MONTHS} 个月`,
  };
  return [say('assessment_opening', figures, { facts: result?.facts ?? [] })];
}

/** Whoever changes two answers at once sees that both were changed. */
function changed(
  say: Say,
  { questions }: Assessing['questionnaire'],
  learned: SlotValues,
): readonly Paragraph[] {
  const lines = questions.flatMap(({ id, topic, options }, at) => {
    const chosen = options.find((option) => option.id === learned[id]);
    return chosen ? [`第 ${at + 1} 题${topic}，${chosen.text}`] : [];
  });
  return lines.length > 0 ? [say('assessment_changed', { lines: lines.join('；') })] : [];
}

function questionParagraph(
  say: Say,
  { questionnaire }: Assessing,
  { id, text, options }: Question,
): Paragraph {
  // A list, so that every channel keeps the lines apart.
  const lines = options.map((option) => `- ${option.id.toUpperCase()}. ${option.text}`);
  return say(
    'assessment_question',
    {
      number: String(numberOf(questionnaire, id)),
      count: String(questionnaire.questions.length),
      question: text,
      options: lines.join('\n'),
    },
    {
      suggestions: options.map((option) => ({
        label: option.label,
        say: `${option.id.toUpperCase()}. ${option.text}`,
        isAnswer: true,
      })),
      most: options.length,
    },
  );
}

function formParagraph(say: Say, assessing: Assessing, { values }: Ask): Paragraph {
  const page = assessmentPage(assessing.questionnaire, values);
  const to = page.first + page.questions.length - 1;
  return say(
    page.page === 1 ? 'assessment_form' : 'assessment_form_next',
    { from: String(page.first), to: String(to) },
    { cards: [{ kind: 'assessment_page', page }] },
  );
}

/** 「算上房子吗」 beside an answer: what the question counts. */
const COUNTS = /(算|包括|包含|含|计入)[^，。,?？]{0,8}(吗|么|不算|[?？])/;

function helpBeside(
  say: Say,
  { questionnaire }: Assessing,
  { learned }: Confirm,
  { messages }: TurnContext,
): readonly Paragraph[] {
  if (!messages.some(({ text }) => COUNTS.test(text))) return [];
  return questionnaire.questions
    .filter(({ id }) => id in learned)
    .map(({ help }) => say('assessment_help', { help }));
}

function confirmParagraph(
  say: Say,
  assessing: Assessing,
  move: Confirm,
  context: TurnContext,
): Paragraph {
  const { values, manner } = move;
  const { questionnaire } = assessing;
  const { change, doubts } = assessmentOf(assessing, values);
  if (change && isChecked(questionnaire, values)) {
    const text = { from: classText(change.from), to: classText(change.to) };
    const id = needsPerson(change) ? 'assessment_confirm_jump' : 'assessment_confirm_change';
    return join([
      ...(manner === 'again' ? [say('assessment_unclear')] : []),
      say(id, text, { suggestions: CONFIRMING_CLASS }),
    ]);
  }
  if (manner === 'resumed') return say('assessment_held', {}, { suggestions: CONFIRMING });
  const lines = questionnaire.questions.map(({ id, topic, options }, at) => {
    const chosen = options.find((option) => option.id === values[id]);
    return `- 第 ${at + 1} 题 ${topic}：${chosen?.text ?? ''}`;
  });
  return join([
    ...(manner === 'again' ? [say('assessment_unclear')] : []),
    ...helpBeside(say, assessing, move, context),
    say(
      manner === 'corrected' ? 'assessment_corrected' : 'assessment_confirm',
      { lines: lines.join('\n') },
      { suggestions: CONFIRMING },
    ),
    ...doubtsParagraphs(say, doubts),
  ]);
}

const AGAIN: Suggestion = { label: '重新测评', say: '我要重新做风险测评' };

function recordParagraph(say: Say, assessing: Assessing, values: SlotValues): Paragraph {
  const { questionnaire, attempts, today } = assessing;
  if (!mayAssess(attempts, today)) return say('assessment_late');
  const { doubts, profile, change } = assessmentOf(assessing, values);
  if (isInvalid(doubts)) {
    const again = say('assessment_invalid_again', {}, { suggestions: [AGAIN] });
    return join([say('assessment_invalid'), ...invalidParagraphs(say, doubts), again]);
  }
  const last = addDays(expiresOn(today), -1);
  const told = {
    class: classText(profile),
    meaning: questionnaire.meanings[profile.tolerance - 1] ?? '',
    until: fullDay(last),
  };
  const facts = [dated(last, '测评有效期最后一天')];
  if (waitsForPerson(change)) return say('assessment_waits', { class: told.class });
  const bound = profile.boundBy === 'both' ? [] : [say(`assessment_bound_${profile.boundBy}`)];
  if (profile.lowestCategory) {
    return say('assessment_lowest', { until: told.until }, { facts });
  }
  return join([say('assessment_recorded', told, { facts }), ...bound]);
}
