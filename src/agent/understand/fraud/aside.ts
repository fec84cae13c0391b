import type { TurnContext } from '../../../conversation/agent.js';
import { isBeingCheated } from '../../../conversation/evolve.js';
import type { Command } from '../../../terms/command.js';
import { isQuestion } from '../question-words.js';
import type { Router } from '../router.js';
import { STRONG_EVIDENCE } from '../topic.js';
import { ELSEWHERE } from './news.js';

/** 「两万三」 in the middle of it is no money to be put anywhere. */
const beginsPlan = (command: Command): boolean =>
  command.do === 'start_flow' && command.flow === 'need';

const WANTS_PLAN = /规划|方案|配置|理一理|打理|理财|怎么放|放哪|存哪/;

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
  if (commands.some(beginsPlan) && !WANTS_PLAN.test(text))
    return [{ do: 'emergency', kind: 'fraud' }];
  const isWeak = (command: Command) =>
    command.do === 'answer' && router.lookUp(command.query, today).support < STRONG_EVIDENCE;
  if (commands.length === 0 || !commands.every(isWeak)) return commands;
  const news = isQuestion(text) ? (['unclear'] as const) : null;
  return [{ do: 'emergency', kind: 'fraud', ...(news && { news }) }];
}
