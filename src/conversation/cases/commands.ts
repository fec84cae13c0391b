import type { TagId } from '../../compliance/profiling-tags.js';
import type { LocalDate } from '../../terms/time.js';
import type { CopyMade, IdentityCheck, Outcome, Outside, ToldWords } from './events.js';

/** 办理动作: what may be done with a case, and why it may not. */

export type CaseCommand =
  | {
      readonly do: 'take';
      readonly by: string;
      /** The one who takes it had a hand in what is complained about. */
      readonly isInvolved: boolean;
    }
  | { readonly do: 'note' | 'write' | 'escalate'; readonly by: string; readonly words: string }
  | {
      readonly do: 'extend' | 'ask_extension';
      readonly by: string;
      readonly words: string;
    }
  | { readonly do: 'refuse_extension'; readonly by: string; readonly words: string }
  | { readonly do: 'agree_extension'; readonly by: string }
  | {
      readonly do: 'hear';
      readonly by: string;
      readonly channel: Outside;
      readonly words: string;
    }
  | {
      readonly do: 'ask_review';
      readonly by: string;
      readonly channel: Outside;
      readonly words: string;
      readonly received: LocalDate;
    }
  | { readonly do: 'identify'; readonly by: string; readonly how: IdentityCheck }
  | ({ readonly do: 'copy' } & Omit<CopyMade, 'kind'>)
  | { readonly do: 'delete_tags'; readonly by: string; readonly tags: readonly TagId[] }
  | {
      readonly do: 'decide';
      readonly by: string;
      readonly outcome: Outcome;
      readonly words: string;
    }
  | {
      readonly do: 'tell_outside';
      readonly by: string;
      readonly channel: Outside;
      readonly told: readonly ToldWords[];
    }
  | { readonly do: 'tell_in_chat'; readonly conversation: string; readonly statement: string }
  | { readonly do: 'run_over' };

export type CaseRefusal =
  /** The customer knows the outcome. */
  | 'closed'
  /** There is an outcome already, and it is only to be told. */
  | 'decided'
  /** It is another's, or nobody's yet. */
  | 'not_yours'
  /** 办理人应当与投诉事项无关 (投诉办法 art. 17). */
  | 'involved'
  | 'not_a_complaint'
  | 'no_identity'
  | 'wrong_outcome'
  | 'no_copy'
  /** Another matter of the same table. */
  | 'wrong_matter'
  /** The day is past: nothing makes it longer any more. */
  | 'overdue'
  | 'extended_before'
  | 'not_extended'
  | 'nothing_asked'
  | 'same_person'
  | 'nothing_to_tell'
  /** Something else waits by now than what was told. */
  | 'told_otherwise'
  | 'not_closed'
  | 'reviewed_before'
  /** Whether and what is erased is decided there, and so is a no. */
  | 'by_erasure';
