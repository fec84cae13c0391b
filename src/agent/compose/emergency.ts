import type { Step, TurnContext } from '../../conversation/agent.js';
import type { FraudNews } from '../../terms/command.js';
import type { Wordings } from '../../wording/prompts.js';
import { emergencyWording } from './fraud-wording.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';

/** 紧急情况 in words: the alarm, then for each thing that is new the one step it calls for. */
export function emergencyParagraph(
  wordings: Wordings,
  context: TurnContext,
  { kind, news = [] }: Extract<Step, { say: 'emergency' }>,
): Paragraph {
  const say = (id: string, values: Record<string, string> = {}) =>
    worded(wordings, id, values, unsaid(wordings, context, id, values));
  if (news.length > 0) {
    return join(
      news.map((one) =>
        one === 'steps' ? say('fraud_steps', { steps: steps(say, context) }) : say(`fraud_${one}`),
      ),
    );
  }
  const isAgain = context.state.emergency === kind;
  const words = context.messages.map(({ text }) => text).join('\n');
  return say(isAgain ? `emergency_${kind}_again` : emergencyWording(kind, words));
}

/** The fullest wording first, then one not used lately: nobody in fear is told the same words again. */
function unsaid(
  wordings: Wordings,
  { history }: TurnContext,
  id: string,
  values: Record<string, string>,
): number {
  const wording = wordings.get(id);
  const said = history.filter(({ role }) => role === 'assistant').map(({ text }) => text);
  const variants = Array.from({ length: wording.variants }, (_, at) => at);
  const lastSaid = (variant: number) =>
    said.findLastIndex((text) => text.includes(wording.render(values, variant)));
  return variants.reduce((best, one) => (lastSaid(one) < lastSaid(best) ? one : best), 0);
}

/** What each thing that has happened calls for, most urgent first. */
const STEPPED: readonly FraudNews[] = ['sent', 'screen', 'code'];

function steps(say: (id: string) => Paragraph, { state }: TurnContext): string {
  const happened = STEPPED.filter((one) => state.fraudNews.includes(one));
  const ids = ['stop', ...happened, ...(happened.length > 0 ? [] : ['ask']), 'keep'];
  return ids.map((id, at) => `${at + 1}. ${say(`fraud_step_${id}`).text}`).join('\n');
}
