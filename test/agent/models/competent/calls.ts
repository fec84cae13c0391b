import type { Agent, TurnContext } from '../../../../src/conversation/agent.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import type { ConversationState } from '../../../../src/conversation/evolve.js';
import type { FlowState } from '../../../../src/conversation/flows/flow.js';
import type { Command, FlowName, SlotValues } from '../../../../src/terms/command.js';
import { conversationId } from '../../../../src/terms/ids.js';
import type { ProductNames } from '../../../../src/agent/understand/product-names.js';
import type { ScriptedCall } from '../scripted-openai.js';
import type { SeenTurn } from './prompt-reading.js';

/** What stands in for a large model's understanding of Chinese: the embedded one, given only the prompt. */
export interface Mind {
  readonly understand: Agent['understand'];
  readonly names: () => Promise<ProductNames>;
}

/** The calls a competent model makes first, having read the prompt. */
export async function firstCalls(mind: Mind, turn: SeenTurn): Promise<readonly ScriptedCall[]> {
  const { commands } = await mind.understand(asContext(turn), {
    run: () => Promise.reject(new Error('a mind runs no tools')),
  });
  const names = await mind.names();
  return commands.flatMap((command) => callFor(command, turn, names));
}

/** The turn as far as the prompt tells it: a model knows nothing else. */
function asContext(turn: SeenTurn): TurnContext {
  const conversation = conversationId('seen');
  return {
    conversation,
    customer: null,
    messages: [
      {
        conversation,
        customer: null,
        id: 'seen',
        text: turn.words,
        value: null,
        attachments: [],
        at: 0,
      },
    ],
    state: stateIn(turn),
    history: turn.history,
    register: 'standard',
    now: 0,
    today: turn.today,
    seed: 0,
    signal: new AbortController().signal,
  };
}

/** 「好啊」 after our own 「需要的话，我请一位顾问来」 takes what was offered. */
const OFFERS_A_PERSON =
  /(需要的话|要不要|要的话|愿意的话)[^。]*(顾问|人工)|(顾问|人工)[^。]*(吗|要不要)/;

function matterIn(text: string): FlowState | null {
  const [name = '', known = '', asked = ''] = text.split('\n');
  if (!/^(need|complaint|privacy|callback|fraud)$/.test(name)) return null;
  return {
    name: name as FlowName,
    values: JSON.parse(known.replace('已知：', '')) as SlotValues,
    asked: asked.replace('正在问：', '').split('、'),
    stage: asked.startsWith('等') ? 'confirming' : 'asking',
    misses: 0,
  };
}

const codesIn = (text: string | null): readonly string[] => text?.match(/[A-Z]{2}\d{4}/g) ?? [];

function stateIn({ section, history }: SeenTurn): ConversationState {
  const listing = /^(.+)，已看过 (\d+) 只$/m.exec(section('刚列出的产品，按显示的顺序') ?? '');
  return {
    ...emptyState,
    products: codesIn(section('刚谈到的产品代码，最近的在前')),
    listed: codesIn(section('刚列出的产品，按显示的顺序')),
    listing: listing ? { query: listing[1] as string, shown: Number(listing[2]) } : null,
    handoff: /^已经/.test(section('人工') ?? '') ? 'requested' : 'none',
    unsureStreak: OFFERS_A_PERSON.test(history.at(-1)?.text ?? '') ? 1 : 0,
    flow: matterIn(section('正在办的事') ?? ''),
  };
}

function callFor(
  command: Command,
  turn: SeenTurn,
  names: ProductNames,
): ScriptedCall | readonly ScriptedCall[] {
  const called = (code: string) => nameIn(turn.words, names, code);
  switch (command.do) {
    case 'answer':
      return { name: 'search_knowledge', args: { query: command.query.slice(0, 200) } };
    case 'describe_product':
      return {
        name: 'get_product',
        args: {
          name_or_code: called(command.code),
          aspects: command.aspects,
          ...(command.query.length >= 2 && { question: command.query.slice(0, 200) }),
        },
      };
    case 'compare_products':
      return {
        name: 'compare_products',
        args: { names_or_codes: command.codes.map(called), aspects: command.aspects },
      };
    case 'list_products':
      return { name: 'list_products', args: { query: command.query, skip: command.skip } };
    case 'clarify':
      return { name: 'clarify', args: { options: command.options.map(spoken) } };
    // What is told of it is read by code.
    case 'emergency':
      return { name: 'emergency', args: { kind: command.kind } };
    // Answers to what a matter under way asked are read by code; a model has no tool for them.
    case 'set_slots':
    case 'affirm':
    case 'deny':
    case 'skip_slots':
    case 'book_callback':
      return [];
    default: {
      const { do: name, ...args } = command;
      return { name, args };
    }
  }
}

/** As the customer put it, where they did; a code only where they pointed. */
function nameIn(words: string, names: ProductNames, code: string): string {
  const mention = names.find(words).find(({ codes }) => codes.length === 1 && codes[0] === code);
  return mention ? words.slice(mention.start, mention.end) : code;
}

const spoken = ({ label, say }: { label: string; say: string }) => ({
  label: label.replaceAll(/\s/g, '').slice(0, 16),
  say: say.slice(0, 40),
});
