import { judgeTags } from '../../compliance/profiling-tags.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import type { CaseCommand, CaseRefusal } from './commands.js';
import type { CaseEvent } from './events.js';
import type { CaseState } from './evolve.js';
import { isOwner, ownRefusal, stageRefusal } from './refusals.js';

/** 办理: what follows from a command. Pure. */

export type CaseDecision =
  | { readonly kind: 'decided'; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly why: CaseRefusal };

const refused = (why: CaseRefusal): CaseDecision => ({ kind: 'refused', why });
const decided = (...events: readonly CaseEvent[]): CaseDecision => ({ kind: 'decided', events });

/** 核查期限: within so many days another person answers (投诉办法 art. 20 [T2]). */
const REVIEW_DAYS = 30;

/** What comes of a command on a day. */
export function decideCase(state: CaseState, command: CaseCommand, today: LocalDate): CaseDecision {
  const why = stageRefusal(state, command) ?? ownRefusal(state, command, today);
  return why === null ? decided(...eventsOf(state, command, today)) : refused(why);
}

function eventsOf(state: CaseState, command: CaseCommand, today: LocalDate): readonly CaseEvent[] {
  switch (command.do) {
    case 'take':
      return isOwner(state, command.by) ? [] : [{ kind: 'CaseTaken', by: command.by }];
    case 'note':
      return [{ kind: 'CaseNoted', by: command.by, words: command.words }];
    case 'write':
      return [{ kind: 'WordsWritten', by: command.by, words: command.words }];
    case 'escalate':
      return [{ kind: 'CaseEscalated', by: command.by, reason: command.words }];
    case 'hear': {
      const { by, channel, words } = command;
      return [{ kind: 'CustomerHeard', by, channel, words }];
    }
    case 'ask_review': {
      const { by, channel, words, received } = command;
      return [{ kind: 'ReviewAsked', by, channel, words, due: addDays(received, REVIEW_DAYS) }];
    }
    case 'identify':
      return [{ kind: 'IdentityChecked', by: command.by, how: command.how }];
    case 'copy': {
      const { do: _, ...copy } = command;
      return [{ kind: 'CopyMade', ...copy }];
    }
    case 'delete_tags':
      return [{ kind: 'TagsDeleted', by: command.by, ...judgeTags(command.tags) }];
    case 'run_over':
      return state.due < today && state.overdueOf !== state.due
        ? [{ kind: 'CaseOverdue', due: state.due }]
        : [];
    default:
      return ending(state, command, today);
  }
}

type Ending = Extract<
  CaseCommand,
  {
    do:
      | 'extend'
      | 'ask_extension'
      | 'agree_extension'
      | 'refuse_extension'
      | 'decide'
      | 'tell_outside'
      | 'tell_in_chat';
  }
>;

function ending(
  { opened, asked }: CaseState,
  command: Ending,
  today: LocalDate,
): readonly CaseEvent[] {
  switch (command.do) {
    case 'extend': {
      const { by, words: reason } = command;
      const due = opened!.deadlines!.complex;
      return [{ kind: 'CaseExtended', to: 'complex', by, approvedBy: null, reason, due }];
    }
    case 'ask_extension':
      return [{ kind: 'ExtensionAsked', by: command.by, reason: command.words }];
    case 'agree_extension': {
      const { by, reason } = asked!;
      const due = opened!.deadlines!.approved;
      return [{ kind: 'CaseExtended', to: 'approved', by, approvedBy: command.by, reason, due }];
    }
    case 'refuse_extension':
      return [{ kind: 'ExtensionRefused', by: command.by, reason: command.words }];
    case 'decide': {
      const { by, outcome, words } = command;
      return [{ kind: 'CaseDecided', by, outcome, words }];
    }
    case 'tell_outside': {
      const { by, channel, told } = command;
      return [{ kind: 'ToldOutside', by, channel, day: today, told }];
    }
    case 'tell_in_chat': {
      const { conversation, statement } = command;
      return [{ kind: 'ToldInChat', conversation, statement, day: today }];
    }
  }
}
