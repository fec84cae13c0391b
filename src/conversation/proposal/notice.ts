import type { Guarded } from '../../compliance/guard.js';
import { guard } from '../../compliance/guard.js';
import type { Draft } from '../../terms/statement.js';
import type { SpeakDeps } from '../speak.js';
import type { Proposal } from './record.js';
import { spokenOf } from './spoken-of.js';

/** 方案通知: what the customer is told, without having asked, of what became of a proposal. */
export interface NoticeDeps extends Pick<
  SpeakDeps,
  'allowedHosts' | 'aiLabel' | 'learned' | 'houseWords'
> {
  /** `withReason` false: without the advisor's own words. */
  readonly composeNotice: (told: Told, withReason: boolean) => Draft;
}

export type Told = Pick<Proposal, 'id' | 'state' | 'signedAt'>;

/** The notice as the guard has it: an advisor's reason is a voice of ours like any other. */
export function noticeOf(deps: NoticeDeps, told: Told, withReason = true): Guarded {
  const { allowedHosts, houseWords, learned, aiLabel } = deps;
  const context = {
    speaker: 'bot' as const,
    facts: [],
    passages: [],
    said: [...houseWords, ...spokenOf(told.state, withReason)],
    allowedHosts,
    ...(learned && { learned }),
  };
  return guard(deps.composeNotice(told, withReason), context, aiLabel);
}
