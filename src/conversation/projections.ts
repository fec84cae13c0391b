import { assessmentWrites } from '../profiles/assessments.js';
import type { RetentionRules } from '../compliance/retention.js';
import type { Store, Write } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { caseWrites } from './cases/opening.js';
import type { ConversationEvent } from './events.js';

export interface ProjectionDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  /** How long what is kept, as of now. */
  readonly retention: () => RetentionRules;
}

/** What a turn's events change outside its conversation, to be kept in the same unit of work. */
export async function projectionWrites(
  deps: ProjectionDeps,
  { conversation, customer }: { readonly conversation: string; readonly customer: string | null },
  events: readonly ConversationEvent[],
): Promise<readonly Write[]> {
  const { store } = deps;
  const writes: Write[] = [...caseWrites(deps, { conversation, customer }, events, deps.now())];
  for (const event of events) {
    if (customer === null) break;
    if (event.kind === 'RiskAssessed') {
      const { nth, day, turn, counts, tolerance, lowestCategory } = event;
      const state = counts ? 'counts' : 'awaits_person';
      const result = { tolerance, lowestCategory };
      writes.push(...(await assessmentWrites(store, customer, { nth, day, turn, state, result })));
    }
    if (event.kind === 'AssessmentInvalid') {
      const { nth, day, turn } = event;
      const taken = { nth, day, turn, state: 'invalid', result: null } as const;
      writes.push(...(await assessmentWrites(store, customer, taken)));
    }
  }
  return writes;
}
