import type { TranscriptRule } from './transcript-rule.js';
import { borrowedAndUnwarned } from './rules/borrowed-and-unwarned.js';
import { coachedByTurns } from './rules/coached-by-turns.js';
import { disguisedRepeat } from './rules/disguised-repeat.js';
import { leftUnanswered } from './rules/left-unanswered.js';
import { noddedPromise } from './rules/nodded-promise.js';
import { offChannelInvitation } from './rules/off-channel-invitation.js';
import { overdueComplaint } from './rules/overdue-complaint.js';
import { pressedAfterRefusal } from './rules/pressed-after-refusal.js';
import { profiledAfterOptOut } from './rules/profiled-after-opt-out.js';
import { refusedHandoff } from './rules/refused-handoff.js';
import { shortWindow } from './rules/short-window.js';
import { splitPromise } from './rules/split-promise.js';
import { thinReason } from './rules/thin-reason.js';
import { unaskedCrossSell } from './rules/unasked-cross-sell.js';
import { uncautionedSecret } from './rules/uncautioned-secret.js';
import { undisclosedRisk } from './rules/undisclosed-risk.js';
import { unfiledComplaint } from './rules/unfiled-complaint.js';
import { unheededFraud } from './rules/unheeded-fraud.js';
import { unlabelledMachine } from './rules/unlabelled-machine.js';
import { unsuitableAdvice } from './rules/unsuitable-advice.js';

/** 会话守则: every rule over whole conversations. To add one, write its file and list it. */
export const TRANSCRIPT_RULES: readonly TranscriptRule[] = [
  unsuitableAdvice,
  undisclosedRisk,
  splitPromise,
  noddedPromise,
  coachedByTurns,
  unfiledComplaint,
  refusedHandoff,
  offChannelInvitation,
  pressedAfterRefusal,
  borrowedAndUnwarned,
  unheededFraud,
  uncautionedSecret,
  profiledAfterOptOut,
  disguisedRepeat,
  thinReason,
  unlabelledMachine,
  shortWindow,
  leftUnanswered,
  unaskedCrossSell,
  overdueComplaint,
];

/** Recorded with every finding; raise it with any change a finding could depend on. */
export const TRANSCRIPT_RULE_VERSION = '2026.11.2';
