import type { FraudHelpStep, Step, TurnContext } from '../../conversation/agent.js';
import { stepsNeeded } from '../../conversation/fraud-help.js';
import type { Fact } from '../../terms/fact.js';
import type { FraudNews, FraudState, FraudStep, Victim } from '../../terms/fraud.js';
import { hasPapers, isMoneyGone, stands, withTold } from '../../terms/fraud.js';
import { yuan as inYuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { unsaid } from './unsaid.js';
import { VICTIM_WORDS } from './victim-words.js';

/** 紧急情况 in words: the alarm, then what was taken up of the news, then the one step that comes next. */
export function emergencyParagraph(
  wordings: Wordings,
  context: TurnContext,
  step: Extract<Step, { say: 'emergency' }>,
): Paragraph {
  if (step.kind === 'fraud') return fraudParagraph(wordings, context, step);
  const isAgain = context.state.emergency === step.kind;
  const end = step.eased ? '_eased' : isAgain ? '_again' : '';
  const id = `emergency_self_harm${end}`;
  const say = sayer(wordings, context, step.victim);
  return say(chosen(wordings, id, step.victim === 'self' ? [] : ['_other']));
}

type Say = (id: string, values?: Record<string, string>) => Paragraph;

/** Speaks of the victim by name, and never in the words said last. */
const sayer =
  (wordings: Wordings, context: TurnContext, victim: Victim): Say =>
  (id, values = {}) => {
    const named = victim === 'self' ? values : { ...VICTIM_WORDS[victim], ...values };
    return worded(wordings, id, named, unsaid(wordings, context, id, named));
  };

function fraudParagraph(wordings: Wordings, context: TurnContext, help: FraudHelpStep): Paragraph {
  const before = context.state.fraud;
  const fraud = withTold(before, help.told);
  const say = sayer(wordings, context, fraud.victim);
  const gone = isMoneyGone(fraud);
  const ends = endsFor(fraud);
  const id = (name: string) => chosen(wordings, name, ends);
  const isFirst = help.manner === 'alarm' && gone !== true;
  const parts = [
    ...(isFirst ? [say(id('emergency_fraud'))] : []),
    ...help.taken.flatMap((news) => newsParagraphs(say, id, news, help, before, fraud)),
  ];
  const again = parts.length === 0 ? [say(id('fraud_again'))] : [];
  const next = help.step
    ? [say('fraud_next', { step: say(id(`fraud_step_${help.step}`)).text })]
    : [];
  return join([...parts, ...again, ...next]);
}

/** What there may be special words for: another's fraud, a report made, money gone or safe, papers given. */
function endsFor(fraud: FraudState): readonly string[] {
  const gone = isMoneyGone(fraud);
  return [
    ...(fraud.victim === 'self' ? [] : ['_other']),
    ...(fraud.news.includes('reported') ? ['_reported'] : []),
    ...(gone === true ? ['_gone'] : []),
    ...(hasPapers(fraud) ? ['_identity'] : []),
    ...(wasFilledIn(fraud) ? ['_filled'] : []),
    ...(gone === false ? ['_safe'] : []),
  ];
}

/** What was put in where is told: it is not asked for. */
const wasFilledIn = (fraud: FraudState): boolean =>
  hasPapers(fraud) || stands(fraud, 'code') || stands(fraud, 'card');

/** The most special words that are written. */
function chosen(wordings: Wordings, id: string, ends: readonly string[]): string {
  const written = ends.find((end) => wordings.has(`${id}${end}`));
  return written ? `${id}${written}` : id;
}

function newsParagraphs(
  say: Say,
  id: (name: string) => string,
  news: FraudNews,
  { told }: FraudHelpStep,
  before: FraudState | null,
  fraud: FraudState,
): readonly Paragraph[] {
  if (news === 'steps') return [say('fraud_steps', { steps: stepLines(say, id, fraud) })];
  if (news !== 'sent') return [say(id(`fraud_${news}`))];
  const words = say(id(sentWording(before, told.yuan)));
  const isNew = told.yuan !== undefined && told.yuan !== before?.yuan;
  return isNew ? [sumParagraph(say, told.yuan), words] : [words];
}

/** Told before, it is no further loss, unless another sum is named. */
function sentWording(before: FraudState | null, yuan?: number): string {
  if (before === null || isMoneyGone(before) !== true) return 'fraud_sent';
  const isMore = before.yuan !== null && yuan !== undefined && yuan !== before.yuan;
  return isMore ? 'fraud_sent_more' : 'fraud_sent_again';
}

/** The customer's own figure, said back once. */
function sumParagraph(say: Say, value: number): Paragraph {
  const fact: Fact = { value, unit: 'yuan', label: '被骗金额' };
  return { ...say('fraud_sum', { sum: inYuan(value) }), facts: [fact] };
}

/** Longer lists are not read by somebody in fear. */
const MOST_LINES = 5;

function stepLines(say: Say, id: (name: string) => string, fraud: FraudState): string {
  const needed = stepsNeeded(fraud);
  // Both calls stand in one line.
  const single = needed.filter((one) => one !== 'stop_payment' || !needed.includes('report'));
  const lines: readonly ('stop' | FraudStep)[] = ['stop', ...single];
  return lines
    .slice(0, MOST_LINES)
    .map((one, at) => `${at + 1}. ${say(id(`fraud_step_${one}`)).text}`)
    .join('\n');
}
