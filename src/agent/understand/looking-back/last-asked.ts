import type { TurnContext } from '../../../conversation/agent.js';
import { inChineseTerms } from '../../../language/english-terms.js';
import { mannersIn } from '../dialogue-acts.js';

/** 上一问: what the customer last asked, and the conversation as it was before that. */

export interface Asked {
  readonly text: string;
  /** The context in which it was said: nothing later is known in it but the products spoken of. */
  readonly before: TurnContext;
}

/** So many messages back a question may still be meant. */
const REMEMBERED = 6;
/** Shorter words (「嗯」「哦」) asked nothing. */
const MIN_ASKED = 2;

const ACKNOWLEDGES =
  /^(好|嗯|哦|噢|喔|行|啊|哎|唉|对|是|ok|知道|明白|懂)[的吧了啊呀哦嗯，,。！!~\s]*$/i;

/** Latest first; words that only acknowledge are passed over. */
export function askedBefore(context: TurnContext): readonly Asked[] {
  const { history } = context;
  return history
    .flatMap((said, at): readonly Asked[] => {
      if (said.role !== 'customer' || history.length - at > 2 * REMEMBERED) return [];
      const text = inChineseTerms(said.text.trim());
      const isIdle =
        [...text].length < MIN_ASKED || ACKNOWLEDGES.test(text) || mannersIn(text) !== null;
      return isIdle ? [] : [{ text, before: { ...context, history: history.slice(0, at) } }];
    })
    .reverse();
}
