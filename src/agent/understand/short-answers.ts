import type { ConversationState } from '../../conversation/evolve.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { isAllClear, isForLater, saysGoodbye } from './dialogue-acts.js';

/** 应答: short words between matters, which ask for nothing, or take what was offered. */

const AGREES =
  /^(好|好的|好啊|好呀|好吧|行|行啊|行吧|可以|嗯|哦|噢|对|是|是的|对的|要|要的|中|ok|要得|请吧|那好|那行)+$/;

const ACKNOWLEDGES =
  /^(知道了?|明白了?|懂了?|了解了?|收到|莫得事了?|没(啥|什么)?事了?|没(别的)?了|不好意思|按错了?|那没事了?|不用了?|不需要了?|算了|不弄了?|吧|就这样|先这样|[听按照][你您](说)?的|先不(动|卖|买)了?|先放着)+$/;

/** 「哦哦那我退群」: what was said is taken to heart. */
const WILL_DO =
  /^(哦|噢|喔|嗯|好|行)*(那|那就)我(就|先|再)?(不理|退群|退出|想想|考虑|看看|试试|挂了|挂断|拉黑|回去).{0,5}$/;

/** 「行吧，我等着」. */
const WAITS =
  /^(哦|嗯|好|行|那)*(吧)?(那)?我?(就)?(等着|等(你们?|您|他们)(的)?(电话|消息|信儿?|回复|回电)?)(吧|了|啊)?$/;

const SMALL_TALK =
  /^([嗨喂嘿哈]|在(吗|么|不在|不|嘛|线吗|吗在吗)?|有人(吗|么|在吗|不)|吃(过)?(饭)?了?(没有?|吗|么)|早(上好|啊)?|(下午|晚上|中午)好|忙(不忙|吗|呢)|在干(嘛|啥|什么)|(最近)?(还好|怎么样)(吗|啊)?|辛苦了?)$/;

export const isAgreement = (folded: string): boolean => AGREES.test(folded);

/**
 * A bare 「好」 takes the person we offered. For the embedded model only: what a bare word answers after
 * an LLM's own words, the LLM knows.
 */
export function shortAnswer(text: string, state: ConversationState): Command | null {
  if (state.flow !== null) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~～]/g, '');
  if (saysGoodbye(text)) return { do: 'social', act: 'farewell' };
  if (isAllClear(text) || isForLater(text)) return { do: 'social', act: 'noted' };
  if (SMALL_TALK.test(folded)) return { do: 'social', act: 'greeting' };
  if (isAgreement(folded) && state.unsureStreak > 0 && state.handoff === 'none') {
    return { do: 'request_human', reason: 'asked' };
  }
  const isNoted = [AGREES, ACKNOWLEDGES, WILL_DO, WAITS].some((words) => words.test(folded));
  return isNoted ? { do: 'social', act: 'noted' } : null;
}
