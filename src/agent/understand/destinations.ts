import type { AccountSide, Command } from '../../terms/command.js';
import type { Ranked } from '../models/embedded/classifier.js';
import { isOnRecord } from './own-gains.js';
import type { DialogueAct, Intent, IntentCatalogue } from './intents.js';

/** A place several intents may lead to, with the likeliest of them. */
export interface Destination {
  /** Its name: equal for intents that lead there. */
  readonly place: string;
  readonly intent: Intent;
  /** Of all intents that lead there together, 0…1. */
  readonly probability: number;
}

/**
 * Where a sentence may lead, likeliest first. The finer the intents, the less sure each one is; what
 * happens next is as sure as the intents that make it happen are together. An emergency that is the
 * likeliest intent stands first, however many others agree among themselves.
 */
export function destinationsOf(
  { intents }: IntentCatalogue,
  ranked: readonly Ranked[],
): readonly Destination[] {
  const places = new Map<string, Destination>();
  for (const { label, probability } of ranked) {
    const intent = intents.get(label);
    if (!intent) continue;
    const place = placeOf(intent);
    const known = places.get(place);
    places.set(place, {
      place,
      intent: known?.intent ?? intent,
      probability: (known?.probability ?? 0) + probability,
    });
  }
  const urgent = intents.get(ranked[0]?.label ?? '')?.command === 'emergency';
  const [first] = places.values();
  return [...places.values()].sort((a, b) =>
    urgent && (a === first || b === first)
      ? Number(b === first) - Number(a === first)
      : b.probability - a.probability,
  );
}

/**
 * Each side of a product is a place of its own, and so is what words do to a matter under way; other
 * intents are as far apart as their commands.
 */
function placeOf(intent: Intent): string {
  if (intent.command === 'describe_product') return `describe_product ${intent.aspect}`;
  // Whichever of their own records it is about, it is theirs.
  return intent.command === 'compare_products' || intent.command === 'own_account'
    ? intent.command
    : JSON.stringify(commandOfIntent(intent, '', true));
}

/** The intent that asks for one's own risk class; the other records are held elsewhere. */
const OWN_CLASS = 'own_risk_result';

/** `inFlow`: a matter is under way, which words about the talk itself may move. */
export function commandOfIntent(intent: Intent, text: string, inFlow: boolean): Command {
  switch (intent.command) {
    case 'emergency':
      return { do: 'emergency', kind: intent.subject };
    case 'refuse':
      return { do: 'refuse', subject: intent.subject };
    case 'request_human':
      return { do: 'request_human', reason: intent.subject };
    case 'social':
      return { do: 'social', act: intent.subject };
    case 'list_products':
      return { do: 'list_products', query: text, skip: 0 };
    case 'own_account': {
      if (intent.id === OWN_CLASS) return { do: 'my_profile' };
      const about = isOnRecord(text) ? OWN_SIDES[intent.id] : undefined;
      return { do: 'own_account', query: text, ...(about && { about }) };
    }
    case 'out_of_scope':
      return { do: 'out_of_scope' };
    case 'start_flow':
      return { do: 'start_flow', flow: intent.flow };
    case 'dialogue_act':
      return commandOfAct(intent.act, inFlow);
    default:
      return { do: 'answer', query: text };
  }
}

/** The intents whose answer the institution's rows have. */
const OWN_SIDES: Readonly<Record<string, AccountSide>> = {
  own_holdings: 'holdings',
  own_profit: 'profit',
};

const IN_FLOW: Readonly<Partial<Record<DialogueAct, Command>>> = {
  affirm: { do: 'affirm' },
  deny: { do: 'deny' },
  // A better value that was understood fills its slot before the router is asked.
  correct: { do: 'deny' },
  cancel: { do: 'cancel_flow' },
  dont_know: { do: 'skip_slots' },
};

/** Without a matter under way 「好的」 is a courtesy, and the other acts say too little alone. */
function commandOfAct(act: DialogueAct, inFlow: boolean): Command {
  const unclear: Command = { do: 'clarify', options: [] };
  if (inFlow) return IN_FLOW[act] ?? unclear;
  if (act === 'insult') return { do: 'social', act: 'scolded' };
  return act === 'affirm' ? { do: 'social', act: 'thanks' } : unclear;
}
