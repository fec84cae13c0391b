import { complaintDeadlines } from '../../compliance/complaint-deadlines.js';
import type { CaseTold } from '../../conversation/cases/notice.js';
import type { Draft } from '../../terms/statement.js';
import { caseMatter, caseOutcome } from '../../wording/case-words.js';
import { dayInChat } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { EMBEDDED_MODEL } from '../understand/embedded.js';
import { draftOf } from './compose.js';
import { worded } from './paragraph.js';

/** 办理告知 in words: always of templates, whichever model is configured. */
export function composeCase(wordings: Wordings, told: CaseTold): Draft {
  const { id, matter, received, isReview, pending } = told;
  const base = { id, day: dayInChat(received), words: pending.words };
  const say = (wording: string, values: Readonly<Record<string, string>>): Draft =>
    draftOf(worded(wordings, wording, { ...base, ...values }, 0), EMBEDDED_MODEL);
  switch (pending.what) {
    case 'receipt': {
      const { decision, complex } = complaintDeadlines(received);
      return say('case_filed', { decision: dayInChat(decision), complex: dayInChat(complex) });
    }
    case 'message':
      return say('case_message', { matter: caseMatter(matter) });
    case 'extension':
      return say('case_extended', { due: dayInChat(pending.due ?? received) });
    case 'outcome': {
      const outcome = caseOutcome(pending.outcome);
      if (matter !== 'complaint') {
        return say('right_outcome', { matter: caseMatter(matter), outcome });
      }
      return say(isReview ? 'case_outcome_reviewed' : 'case_outcome', { outcome });
    }
  }
}
