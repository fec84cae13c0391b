import { withFallback } from '../agent/agent-with-fallback.js';
import { judgeWithModel } from '../agent/judge/judge.js';
import type { Judge } from '../agent/judge/suspicion.js';
import type { Breaker } from '../agent/models/circuit-breaker.js';
import { createBreaker } from '../agent/models/circuit-breaker.js';
import type { ChatModel } from '../agent/models/openai.js';
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

/** The same server as a second reader of what was said; its failures are not the chat's. */
export const modelJudge = ({
  settings,
  wordings,
  institution,
  now,
}: Pick<LanguageModelDeps, 'settings' | 'wordings' | 'institution' | 'now'>): Judge =>
  judgeWithModel({
    model: modelOf(settings, createBreaker({ now })),
    prompts: wordings,
    institution: institution.name,
    now,
  });

/** The embedded model keeps this much of a turn to answer in when the LLM does not. */
const RESERVE_MS = 10_000;

/** Puts the configured language model in front of the embedded one, which stays ready behind it. */
export function withLanguageModel(
  deps: LanguageModelDeps,
  embedded: Agent['understand'],
): Agent['understand'] {
  const breaker = createBreaker({ now: deps.now });
  const model = modelOf(deps.settings, breaker);
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

const modelOf = ({ baseUrl, apiKey, model }: ModelSettings, breaker: Breaker): ChatModel =>
  openaiChatModel({ baseURL: baseUrl, apiKey, model, breaker, random: Math.random });
