import { RIGHT_RULES } from '../../compliance/rights.js';
import type { LocalDate } from '../../terms/time.js';
import type { CaseCommand, CaseRefusal } from './commands.js';
import type { Matter, Outcome } from './events.js';
import { COMPLAINT_OUTCOMES, RIGHT_OUTCOMES } from './events.js';
import type { CaseState } from './evolve.js';

/** 办理的规矩, pure: when something may not be done with a case. */

/** Words may be added to a case at any time, also to one that is closed. */
export function stageRefusal(state: CaseState, command: CaseCommand): CaseRefusal | null {
  const { stage, pending } = state;
  switch (command.do) {
    case 'note':
    case 'hear':
      return null;
    case 'ask_review':
      return reviewRefusal(state);
    case 'tell_outside':
    case 'tell_in_chat':
      return pending.length === 0 ? 'nothing_to_tell' : null;
    case 'run_over':
      return stage === 'closed' ? 'closed' : null;
    case 'write':
    case 'escalate':
    case 'take':
      return stage === 'closed' ? 'closed' : null;
    default:
      return stage === 'open' ? null : stage;
  }
}

function reviewRefusal({ stage, opened, isReview }: CaseState): CaseRefusal | null {
  if (opened?.matter !== 'complaint') return 'not_a_complaint';
  if (stage !== 'closed') return 'not_closed';
  return isReview ? 'reviewed_before' : null;
}

export function ownRefusal(
  state: CaseState,
  command: CaseCommand,
  today: LocalDate,
): CaseRefusal | null {
  switch (command.do) {
    case 'take':
      return takeRefusal(state, command);
    case 'extend':
    case 'ask_extension':
      return extensionRefusal(state, command, today);
    case 'agree_extension':
    case 'refuse_extension':
      return answerRefusal(state, command.by, today);
    case 'copy':
      return matterRefusal(state, command.by, 'access');
    case 'delete_tags':
      return matterRefusal(state, command.by, 'tags');
    case 'decide':
      return outcomeRefusal(state, command);
    case 'tell_outside':
      return toldRefusal(state, command);
    case 'write':
    case 'identify':
      return isOwner(state, command.by) ? null : 'not_yours';
    default:
      return null;
  }
}

export const isOwner = ({ owner }: CaseState, by: string): boolean => owner === by;

function takeRefusal(
  { opened, isReview, decidedBy }: CaseState,
  { by, isInvolved }: Extract<CaseCommand, { do: 'take' }>,
): CaseRefusal | null {
  if (opened?.matter === 'complaint' && isInvolved) return 'involved';
  return isReview && decidedBy.includes(by) ? 'involved' : null;
}

/** Once by the one who looks after it, with the reason told; a second time only with another's yes. */
function extensionRefusal(
  state: CaseState,
  { do: act, by }: { readonly do: 'extend' | 'ask_extension'; readonly by: string },
  today: LocalDate,
): CaseRefusal | null {
  const { opened, due, extended, isReview } = state;
  if (!opened?.deadlines || isReview) return 'not_a_complaint';
  if (!isOwner(state, by)) return 'not_yours';
  if (due < today) return 'overdue';
  if (act === 'extend') return extended === 'none' ? null : 'extended_before';
  if (extended === 'none') return 'not_extended';
  return extended === 'approved' ? 'extended_before' : null;
}

function answerRefusal(
  { asked, due }: CaseState,
  by: string,
  today: LocalDate,
): CaseRefusal | null {
  if (asked === null) return 'nothing_asked';
  if (asked.by === by) return 'same_person';
  return due < today ? 'overdue' : null;
}

function matterRefusal(state: CaseState, by: string, matter: Matter): CaseRefusal | null {
  if (state.opened?.matter !== matter) return 'wrong_matter';
  if (!isOwner(state, by)) return 'not_yours';
  return state.identity === null ? 'no_identity' : null;
}

/** The oldest first, and nothing that was written after whoever told it had looked. */
function toldRefusal(
  state: CaseState,
  { by, told }: Extract<CaseCommand, { do: 'tell_outside' }>,
): CaseRefusal | null {
  if (!isOwner(state, by)) return 'not_yours';
  const isWaiting = told.every(({ seq }, at) => state.pending[at]?.seq === seq);
  return told.length > 0 && isWaiting ? null : 'told_otherwise';
}

function outcomeRefusal(
  state: CaseState,
  { by, outcome }: Extract<CaseCommand, { do: 'decide' }>,
): CaseRefusal | null {
  const { opened, identity, hasCopy } = state;
  if (!opened) return 'not_yours';
  if (!isOwner(state, by)) return 'not_yours';
  const own: readonly Outcome[] =
    opened.matter === 'complaint' ? COMPLAINT_OUTCOMES : RIGHT_OUTCOMES;
  if (!own.includes(outcome)) return 'wrong_outcome';
  // A no from here would stand beside an erasure that goes on.
  if (opened.erasure !== null) return 'by_erasure';
  if (opened.matter === 'complaint' || outcome === 'refused') return null;
  if (RIGHT_RULES[opened.matter].needsIdentity && identity === null) return 'no_identity';
  return opened.matter === 'access' && !hasCopy ? 'no_copy' : null;
}
