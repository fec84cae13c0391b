import type { Agent } from '../conversation/agent.js';
import { isTakenIn } from '../conversation/outcome.js';
import type { JsonObject } from '../terms/json.js';
import type { Suggestion } from '../terms/statement.js';
import type { ComposeDeps } from './compose/paragraph-for.js';
import { composeDraft, draftOf } from './compose/compose.js';
import { worded } from './compose/paragraph.js';
import { retoned } from './compose/tones.js';
import { CALL_A_PERSON } from './compose/social.js';
import { EMBEDDED_MODEL } from './understand/embedded.js';

export interface AgentDeps extends ComposeDeps {
  readonly understand: Agent['understand'];
  /** What a visitor may tap first. */
  readonly starters: readonly Suggestion[];
  /** Names and hashes of what speaks, for the record of every answer. */
  readonly versions: JsonObject;
}

/** The digital employee: whatever understands it, the same templates, facts and guard speak. */
export function createAgent(deps: AgentDeps): Agent {
  const { wordings, institution, assistant } = deps;
  return {
    understand: deps.understand,
    compose: async (context, settled, understanding) =>
      composeDraft(deps, context, settled, understanding),
    retone: ({ address = null, seed, state }, draft, settled) =>
      retoned(wordings, draft, {
        address,
        seed,
        isWorried: state.distressed || settled.some(({ step }) => isTakenIn(step)),
      }),
    safeReply(kind, { customerName }) {
      const values =
        kind === 'greeting' ? { salutation: customerName ?? '', institution, assistant } : {};
      const id = kind === 'greeting' ? 'greeting' : `safe_${kind}`;
      const suggestions = kind === 'greeting' ? deps.starters : [CALL_A_PERSON];
      return draftOf(worded(wordings, id, { ...values }, 0, { suggestions }), EMBEDDED_MODEL);
    },
    versions: () => ({ ...deps.versions, prompts: wordings.version }),
  };
}
