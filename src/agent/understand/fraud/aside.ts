import type { TurnContext } from '../../../conversation/agent.js';
import { isBeingCheated } from '../../../conversation/evolve.js';
import type { Command } from '../../../terms/command.js';
import { isQuestion } from '../question-words.js';
import type { Router } from '../router.js';
import { STRONG_EVIDENCE } from '../topic.js';
import { ELSEWHERE } from './news.js';

/**
 * 骗局中的旁问: whoever is being cheated hears what is surely known, or that it is not; never an entry
 * that happens to share a word, as 「他能看到我的银行卡吗」 does with how a card is bound.
 */
export function helpForWeak(
  router: Router,
  { state, today }: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  if (!isBeingCheated(state) || ELSEWHERE.test(text)) return commands;
  const isWeak = (command: Command) =>
    command.do === 'answer' && router.lookUp(command.query, today).support < STRONG_EVIDENCE;
  if (commands.length === 0 || !commands.every(isWeak)) return commands;
  const news = isQuestion(text) ? (['unclear'] as const) : null;
  return [{ do: 'emergency', kind: 'fraud', ...(news && { news }) }];
}
