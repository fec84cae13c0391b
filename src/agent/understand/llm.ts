import { createHash } from 'node:crypto';
import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { Journal, TurnContext, Understanding } from '../../conversation/agent.js';
import type { Product } from '../../terms/product.js';
import type { Instant } from '../../terms/time.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Budget } from '../models/budget.js';
import { openBudget } from '../models/budget.js';
import type { ModelFailure } from '../models/model-error.js';
import { ModelError } from '../models/model-error.js';
import type { Answer, ChatModel, ToolSignature } from '../models/openai.js';
import type { Heard, ReadingTurn } from './llm-calls.js';
import { MAX_CALLS, settle } from './llm-calls.js';
import { candidateOf } from './llm-candidate.js';
import { commandsOf } from './llm-commands.js';
import { noLookups } from './llm-lookups.js';
import { customerWords, markerOf, turnSections } from './llm-sections.js';
import type { ModelTool } from './llm-tools.js';
import { modelTools, signatureOf } from './llm-tools.js';
import { productNames } from './product-names.js';

export interface ModelUnderstanding {
  readonly model: ChatModel;
  readonly prompts: Pick<Wordings, 'get'>;
  readonly institution: { readonly name: string; readonly assistant: string };
  /** What the LLM may take of a turn, milliseconds; leave the embedded model enough to answer. */
  readonly budgetMs: number;
  readonly now: () => Instant;
  /** The public shelf, read at every turn: names come and go with products. */
  readonly shelf: () => Promise<readonly Product[]>;
  readonly tools?: readonly ModelTool[];
}

/** The LLM gave nothing to go by; somebody else must understand this turn. */
export interface NotUnderstood {
  readonly failed: ModelFailure | 'empty' | 'no_command';
  readonly cause: unknown;
  /** What it cost all the same. */
  readonly tokens: Understanding['tokens'];
}

const QUERY_CAP = 200;

/**
 * Understanding by an LLM: it reads through the turn's journal in a loop of at most six calls and
 * what it called becomes the commands; its words are only a candidate. A provider's failure is a
 * value; what the journal throws (a lost lease) is thrown on.
 */
export function understandWithModel(deps: ModelUnderstanding) {
  const signatures = (deps.tools ?? modelTools).map(signatureOf);
  return async (context: TurnContext, journal: Journal): Promise<Understanding | NotUnderstood> => {
    const budget = openBudget(context.signal, deps.budgetMs, deps.now);
    const bill = openBill();
    try {
      return await converse(deps, signatures, context, journal, budget, bill);
    } catch (error) {
      if (error instanceof ModelError) {
        return { failed: error.reason, cause: error, tokens: bill.total() };
      }
      throw error;
    } finally {
      budget.close();
    }
  };
}

async function converse(
  deps: ModelUnderstanding,
  signatures: readonly ToolSignature[],
  context: TurnContext,
  journal: Journal,
  budget: Budget,
  bill: Bill,
): Promise<Understanding | NotUnderstood> {
  const marker = markerOf(context);
  const tools = deps.tools ?? modelTools;
  const shelf = await deps.shelf();
  const names = productNames(shelf);
  const labels = new Map(shelf.map(({ code, name }): [string, string] => [code, name]));
  const words = customerWords(context, QUERY_CAP);
  const turn = { tools, names, labels, words, journal, marker, today: context.today };
  let heard = opening(deps, context, marker);
  for (;;) {
    const mayCall = heard.spent < MAX_CALLS;
    const asked = { messages: heard.messages, tools: signatures, mayCall };
    const answer = await deps.model.ask(asked, budget);
    bill.add(answer.tokens);
    if (answer.calls.length > 0 && mayCall) {
      heard = await settle(heard, answer, turn);
      if (heard.called.length === 0) continue;
    }
    const requestHash = hashOf(deps.model.name, asked);
    const understood = conclude(heard, answer, turn);
    const tokens = bill.total();
    return 'failed' in understood
      ? { ...understood, tokens }
      : { ...understood, model: deps.model.name, requestHash, tokens };
  }
}

function opening(deps: ModelUnderstanding, context: TurnContext, marker: string): Heard {
  const { name, assistant } = deps.institution;
  const system = deps.prompts
    .get('llm.understand')
    .render({ institution: name, assistant, today: context.today, marker });
  const closing = deps.prompts.get('llm.turn').render({ marker });
  const turn = `${turnSections(context, marker)}\n\n${closing}`;
  return {
    messages: [new SystemMessage(system), new HumanMessage(turn)],
    lookups: noLookups,
    called: [],
    spent: 0,
  };
}

function conclude(
  { lookups, called }: Heard,
  answer: Answer,
  { words, marker }: ReadingTurn,
): Pick<Understanding, 'commands' | 'candidate'> | Omit<NotUnderstood, 'tokens'> {
  if (lookups.runs.length === 0 && called.length === 0) {
    // Words from memory have no source, and what the customer wanted is not known either.
    return { failed: answer.text === '' ? 'empty' : 'no_command', cause: null };
  }
  const speaks = called.length === 0 && answer.calls.length === 0;
  const candidate = speaks ? candidateOf(answer.text, lookups, marker) : null;
  return { commands: commandsOf(lookups, called, candidate, words), candidate };
}

/** SHA-256 over the last request of the turn: it holds all earlier ones. */
function hashOf(
  model: string,
  asked: { messages: readonly BaseMessage[]; tools: unknown },
): string {
  const messages = asked.messages.map((message) => [
    message.getType(),
    message.content,
    message instanceof AIMessage ? message.tool_calls : null,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([model, asked.tools, messages]))
    .digest('hex');
}

type Tokens = Understanding['tokens'];

/** What the requests of one turn come to, whichever way it ends. */
interface Bill {
  add(more: Tokens): void;
  total(): Tokens;
}

function openBill(): Bill {
  let sum: Tokens = null;
  return {
    add(more) {
      if (!more) return;
      sum = { input: (sum?.input ?? 0) + more.input, output: (sum?.output ?? 0) + more.output };
    },
    total: () => sum,
  };
}
