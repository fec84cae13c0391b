import type { Agent } from '../conversation/agent.js';
import type { Breaker } from './models/circuit-breaker.js';
import type { NotUnderstood, understandWithModel } from './understand/llm.js';

/** Why the embedded model speaks this turn: for logs and counters, never for the customer. */
export type Fallback =
  | Pick<NotUnderstood, 'failed' | 'cause'>
  | { readonly failed: 'breaker_open' | 'defect'; readonly cause: unknown };

/**
 * The LLM understands if it can within its budget, else the embedded model does, in the same turn
 * and through the same journal. Who it was stands in `Understanding.model`.
 *
 * @param note told of every turn the LLM did not understand
 */
export const withFallback =
  (
    primary: ReturnType<typeof understandWithModel>,
    embedded: Agent['understand'],
    breaker: Pick<Breaker, 'state'>,
    note: (fallback: Fallback) => void = () => undefined,
  ): Agent['understand'] =>
  async (context, journal) => {
    // Half open is let through: the model itself lets one request probe.
    if (breaker.state() === 'open') {
      note({ failed: 'breaker_open', cause: null });
      return embedded(context, journal);
    }
    const heard = await primary(context, journal).catch((cause: unknown) => {
      // A lost lease comes back from the journal as soon as the embedded model uses it.
      return { failed: 'defect' as const, cause, tokens: null };
    });
    if (!('failed' in heard)) return heard;
    note(heard);
    // Asked in vain still is paid for.
    return { ...(await embedded(context, journal)), tokens: heard.tokens };
  };
