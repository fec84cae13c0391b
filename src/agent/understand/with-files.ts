import type { Agent, Understanding } from '../../conversation/agent.js';
import type { Message } from '../../terms/message.js';
import { EMBEDDED_MODEL } from './embedded.js';

/**
 * A file is kept and never read: whichever model is configured, it hears the words beside a file and
 * nothing of the file itself, so that nothing written in a picture can ask it for anything.
 */
export const withFiles =
  (understand: Agent['understand']): Agent['understand'] =>
  async (context, journal) => {
    const { messages } = context;
    if (!messages.some(({ attachments }) => attachments.length > 0)) {
      return understand(context, journal);
    }
    const spoken = messages.filter(saysSomething);
    const understood =
      spoken.length > 0
        ? await understand({ ...context, messages: spoken }, journal)
        : NOTHING_SAID;
    return { ...understood, commands: [...understood.commands, { do: 'receive_files' }] };
  };

const saysSomething = ({ text, value }: Message): boolean => value !== null || text.trim() !== '';

const NOTHING_SAID: Understanding = {
  commands: [],
  candidate: null,
  model: EMBEDDED_MODEL,
  requestHash: null,
  tokens: null,
};
