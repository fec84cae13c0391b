import type { Guarded } from '../../compliance/guard.js';
import { guard } from '../../compliance/guard.js';
import type { Draft } from '../../terms/statement.js';
import type { LocalDate } from '../../terms/time.js';
import type { SpeakDeps } from '../speak.js';
import type { Matter } from './events.js';
import type { CaseState, Pending } from './evolve.js';

/** 办理告知: what of a case the customer is told, held to the guard as every voice of ours. */

export interface CaseTold {
  readonly id: string;
  readonly matter: Matter;
  readonly received: LocalDate;
  /** Another person looked at it once more. */
  readonly isReview: boolean;
  readonly pending: Pending;
}

export interface CaseNoticeDeps extends Pick<
  SpeakDeps,
  'allowedHosts' | 'aiLabel' | 'learned' | 'houseWords'
> {
  readonly composeCase: (told: CaseTold) => Draft;
}

/** All that waits to be told, the oldest first. */
export function waitingIn(
  id: string,
  { opened, isReview, pending }: CaseState,
): readonly CaseTold[] {
  if (!opened) return [];
  const { matter, received } = opened;
  return pending.map((one) => ({ id, matter, received, isReview, pending: one }));
}

/** The notice as the guard has it; asked before words are kept, and again before they are said. */
export function noticeOfCase(deps: CaseNoticeDeps, told: CaseTold): Guarded {
  const { allowedHosts, houseWords, learned, aiLabel } = deps;
  const draft = deps.composeCase(told);
  const context = {
    speaker: 'bot' as const,
    facts: [],
    passages: [],
    // Figures and names in it are the case's own.
    said: [...houseWords, told.pending.words, draft.text],
    allowedHosts,
    ...(learned && { learned }),
  };
  return guard(draft, context, aiLabel);
}
