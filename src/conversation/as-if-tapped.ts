import { normalize } from '../language/fold.js';
import type { Message } from '../terms/message.js';
import type { ConversationState } from './evolve.js';

/** 打字等于点按: whoever types the words on a button wants what the button says. */

/** The message as if the button had been tapped; on record it stays as it was typed. */
export function asIfTapped({ offered }: ConversationState, message: Message): Message {
  const typed = bare(message.text);
  const meant = typed === '' ? undefined : offered.find(({ label }) => bare(label) === typed);
  return meant ? { ...message, text: meant.say } : message;
}

const bare = (text: string): string => normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
