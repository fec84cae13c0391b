import type { Agent } from '../conversation/agent.js';
import type { Breaker } from './models/circuit-breaker.js';
import type { NotUnderstood, understandWithModel } from './understand/llm.js';

/** Why the embedded model speaks this turn: for logs and counters, never for the customer. */
export type Fallback =
  NotUnderstood | { readonly failed: 'breaker_open' | 'defect'; readonly cause: unknown };

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
    try {
      const heard = await primary(context, journal);
      if (!('failed' in heard)) return heard;
      note(heard);
    } catch (cause) {
      // A lost lease comes back from the journal as soon as the embedded model uses it.
      note({ failed: 'defect', cause });
    }
    return embedded(context, journal);
  };
