import type { BaseMessage, UsageMetadata } from '@langchain/core/messages';
import { AIMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import type { JsonObject } from '../../terms/json.js';
import { boundedFetch } from './bounded-fetch.js';
import type { Budget } from './budget.js';
import type { Breaker } from './circuit-breaker.js';
import { readCompletion } from './completion.js';
import { blamesProvider, ModelError, modelErrorOf } from './model-error.js';
import { withRetries } from './retries.js';

/** A tool as the chat API describes it; `parameters` is a JSON schema. */
export interface ToolSignature {
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: Record<string, unknown>;
  };
}

export interface Question {
  readonly messages: readonly BaseMessage[];
  readonly tools: readonly ToolSignature[];
  /** False: the tools stay declared, but the model must now speak. */
  readonly mayCall: boolean;
}

/** A call the model asks for; arguments are a JSON object and otherwise unchecked. */
export interface RequestedCall {
  readonly id: string;
  readonly name: string;
  readonly args: JsonObject;
}

/** A complete answer: never truncated, filtered or without words and calls' ids. */
export interface Answer {
  readonly text: string;
  readonly calls: readonly RequestedCall[];
  readonly tokens: { readonly input: number; readonly output: number } | null;
}

/** A remote chat model (大语言模型). */
export interface ChatModel {
  readonly name: string;
  /** @throws ModelError, after at most two retries within the budget */
  ask(question: Question, budget: Budget): Promise<Answer>;
}

export interface ChatModelOptions {
  /** Null: OpenAI's own. Always given to the SDK, which would look into the environment otherwise. */
  readonly baseURL: string | null;
  readonly apiKey: string;
  readonly model: string;
  readonly breaker: Breaker;
  readonly random: () => number;
  /** One attempt, headers and body, milliseconds. */
  readonly attemptMs?: number;
  readonly idleMs?: number;
  /** Further fields of the request body, e.g. `{ enable_thinking: false }`. */
  readonly modelKwargs?: JsonObject;
}

const OPENAI_URL = 'https://api.openai.com/v1';
const MAX_ANSWER_BYTES = 1_000_000;
/** Room for a reasoning model's thoughts, and an end to endless repetition. */
const MAX_ANSWER_TOKENS = 4_000;

/** Any OpenAI-compatible server through @langchain/openai. The options are those of stack.md §3. */
export function openaiChatModel(options: ChatModelOptions): ChatModel {
  const client = clientOf(options);
  const attempt = (question: Question, budget: Budget): Promise<Answer> =>
    admitted(options.breaker, budget, async () => {
      // Not `invoke`: its callback layer sends every prompt to LangSmith as soon as somebody sets
      // LANGSMITH_TRACING in the environment. `_generate` is the same call without that layer.
      const { generations } = await client._generate([...question.messages], {
        tools: [...question.tools],
        ...(question.tools.length > 0 ? { tool_choice: question.mayCall ? 'auto' : 'none' } : {}),
        signal: budget.signal,
      });
      return answerOf(generations[0]?.message);
    });
  return {
    name: `openai/${options.model}`,
    ask: (question, budget) => withRetries(() => attempt(question, budget), budget, options.random),
  };
}

function clientOf(options: ChatModelOptions): ChatOpenAI {
  const { idleMs = 10_000 } = options;
  const baseURL = options.baseURL ?? OPENAI_URL;
  return new ChatOpenAI({
    model: options.model,
    apiKey: options.apiKey,
    temperature: 0,
    maxTokens: MAX_ANSWER_TOKENS,
    useResponsesApi: false,
    maxRetries: 0,
    timeout: options.attemptMs ?? 20_000,
    modelKwargs: { ...options.modelKwargs },
    configuration: {
      baseURL,
      // OPENAI_LOG=debug would print what customers say.
      logLevel: 'off',
      fetch: boundedFetch({ baseURL, idleMs, maxBytes: MAX_ANSWER_BYTES, read: readCompletion }),
    },
  });
}

/** One attempt under the breaker's eyes. */
async function admitted<T>(breaker: Breaker, budget: Budget, run: () => Promise<T>): Promise<T> {
  const ticket = breaker.admit();
  if (!ticket) throw new ModelError('circuit_open');
  try {
    const result = await run();
    ticket.succeeded();
    return result;
  } catch (cause) {
    const error = modelErrorOf(cause, budget.signal);
    if (blamesProvider(error)) ticket.failed();
    else ticket.withdrawn();
    throw error;
  }
}

function answerOf(message: BaseMessage | undefined): Answer {
  if (!(message instanceof AIMessage)) throw new ModelError('malformed');
  // The library's own type for it resolves to never.
  const usage = message.usage_metadata as UsageMetadata | undefined;
  return {
    text: message.text,
    calls: (message.tool_calls ?? []).map((call, position) => ({
      id: call.id ?? `call_${position}`,
      name: call.name,
      args: call.args as JsonObject,
    })),
    tokens: usage?.input_tokens
      ? { input: usage.input_tokens, output: usage.output_tokens ?? 0 }
      : null,
  };
}
