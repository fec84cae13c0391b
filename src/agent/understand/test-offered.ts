import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { isAgreement } from './short-answers.js';

/** 应下测评: a reply to ours that said a risk assessment comes first. */

const OFFERED = /先做测评|没有做过风险测评|重新测一次|已经过期/;
const LET_US =
  /^(好的?|行|可以|嗯|那|就|我|来|现在|先|去|马上|赶紧|这就)*(做|测|评|开始|来)(吧|呗|一下|一测|一个|了|啊|呀|嘛|测评)*$/;
const HOW_IT_IS =
  /^(那|这|个|要|得|大概|一共|测评|测|做|花|填)*(多久|多长时间|几分钟|多少时间|(几|多少)(道)?题|麻烦吗|麻不麻烦|难吗|难不难|怎么(做|测|填|弄)|在哪(儿|里)?(做|测|填)?|要准备什么)(啊|呀|呢)?$/;

/** Null: none was spoken of, or the words are about something else. */
export function offeredTest({ state, history }: TurnContext, text: string): Command | null {
  if (state.flow !== null) return null;
  const last = history.findLast(isOurs)?.text ?? '';
  if (!OFFERED.test(last)) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.、~～]/g, '');
  if (HOW_IT_IS.test(folded)) return { do: 'answer', query: HOW_LONG };
  const takes = LET_US.test(folded) || (isAgreement(folded) && /先做测评/.test(last));
  return takes ? { do: 'start_flow', flow: 'assessment' } : null;
}

/** As the handbook puts it. */
const HOW_LONG = '风险测评要做多久，有多少题？';
