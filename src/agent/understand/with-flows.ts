import type { Agent, TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { dialogueAct } from './dialogue-acts.js';
import { EMBEDDED_MODEL } from './embedded.js';
import { withOpenings } from './in-flow.js';
import { isQuestion } from './question-words.js';
import { commandOfCard, ruleFor } from './rules.js';
import { slotsIn } from './slots/slots.js';

/**
 * What no model is asked for, whichever is configured: pressed buttons, explicit rules such as
 * emergencies, and plain answers to what a matter under way has asked. A matter a model starts is told
 * with what the customer's own words say about it: a model's reading of an amount is never recorded.
 */
export function withFlows(model: Agent['understand']): Agent['understand'] {
  return async (context, journal) => {
    const outright = outrightCommands(context);
    if (outright) {
      const { candidate, requestHash, tokens } = NO_MODEL;
      return { commands: outright, candidate, model: EMBEDDED_MODEL, requestHash, tokens };
    }
    const understood = await model(context, journal);
    const words = context.messages.map(({ text }) => text).join('\n');
    const commands = withOpenings(context, words, understood.commands);
    return { ...understood, commands };
  };
}

const NO_MODEL = { candidate: null, requestHash: null, tokens: null } as const;

/** Null when any of the messages needs to be understood by a model. */
function outrightCommands(context: TurnContext): readonly Command[] | null {
  const each = context.messages.map(({ text, value }) => {
    const pressed = value ? commandOfCard(value) : null;
    if (pressed) return [pressed];
    const rule = ruleFor(text, context.state);
    return rule ? withOpenings(context, text, [rule]) : plainAnswer(context, text);
  });
  const known = each.filter((commands) => commands !== null);
  return known.length > 0 && known.length === each.length ? known.flat() : null;
}

function plainAnswer(context: TurnContext, text: string): readonly Command[] | null {
  const { flow } = context.state;
  if (!flow || isQuestion(text)) return null;
  const values = slotsIn(flow.name, text, context.state, context.today);
  if (Object.keys(values).length > 0) return [{ do: 'set_slots', values }];
  const act = dialogueAct(text);
  return act ? [act] : null;
}
