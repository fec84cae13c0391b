import { withFallback } from '../agent/agent-with-fallback.js';
import { createBreaker } from '../agent/models/circuit-breaker.js';
import { openaiChatModel } from '../agent/models/openai.js';
import { understandWithModel } from '../agent/understand/llm.js';
import { withFlows } from '../agent/understand/with-flows.js';
import type { ModelSettings } from '../config.js';
import type { Agent } from '../conversation/agent.js';
import type { BrainDeps } from './brain.js';

export interface LanguageModelDeps extends Pick<
  BrainDeps,
  'shelf' | 'wordings' | 'institution' | 'turnTimeoutMs' | 'now' | 'onFallback'
> {
  readonly settings: ModelSettings;
}

/** The embedded model keeps this much of a turn to answer in when the LLM does not. */
const RESERVE_MS = 10_000;

/** Puts the configured language model in front of the embedded one, which stays ready behind it. */
export function withLanguageModel(
  deps: LanguageModelDeps,
  embedded: Agent['understand'],
): Agent['understand'] {
  const breaker = createBreaker({ now: deps.now });
  const model = openaiChatModel({
    baseURL: deps.settings.baseUrl,
    apiKey: deps.settings.apiKey,
    model: deps.settings.model,
    breaker,
    random: Math.random,
  });
  const primary = understandWithModel({
    model,
    prompts: deps.wordings,
    institution: { name: deps.institution.name, assistant: deps.institution.assistant.name },
    shelf: deps.shelf.public,
    budgetMs: Math.max(1_000, deps.turnTimeoutMs - RESERVE_MS),
    now: deps.now,
  });
  return withFlows(
    withFallback(primary, embedded, breaker, ({ failed }) => deps.onFallback(failed)),
    embedded,
  );
}
