import type { SlotValues } from '../../terms/command.js';
import type { JsonObject } from '../../terms/json.js';
import type { TurnContext, Understanding } from '../agent.js';
import type { Assessing } from '../flows/assessment.js';
import type { Unfit } from '../proposal/events.js';
import type { Proposal } from '../proposal/record.js';

/**
 * What a turn was thought on that no event tells: who the customer was on file that day. Kept with the
 * attempt under the key of the conversation, so that the answer can be made again (回放).
 */
export interface Given {
  /** The last event it was folded from. */
  readonly seen: number;
  readonly register: TurnContext['register'];
  readonly address: string | null;
  /** Absent: had not opted out, or recorded before it was kept. */
  readonly optedOut?: boolean;
  /** The questionnaire itself is in the archive. */
  readonly assessing:
    (Omit<Assessing, 'questionnaire'> & { readonly questionnaire: string }) | null;
  /** The need they confirmed in an earlier conversation; absent: recorded before it was kept. */
  readonly confirmedNeed?: SlotValues | null;
  readonly proposal: Place | null;
  /** Proposals of which something might still have come; absent: recorded before they were kept. */
  readonly live?: readonly Place[];
  /** The plan it was held against; absent: it was not, or recorded before it was kept. */
  readonly replaced?: Place | null;
  /** Why a signed plan suited no more. */
  readonly unfit?: Unfit | null;
  /** What a language model made of the messages, in full; null: the embedded model understood them. */
  readonly understanding: Understanding | null;
}

/** How far a proposal had come. */
interface Place {
  readonly id: string;
  readonly nextSeq: number;
}

const placeOf = ({ id, row }: Proposal): Place => ({ id, nextSeq: row.next_seq });

export const givenOf = (context: TurnContext, understanding: Understanding | null): Given => {
  const { seen = 0, register, address = null, optedOut, assessing } = context;
  const { proposal, live = [], replaced, unfit = null, confirmedNeed = null } = context;
  return {
    seen,
    register,
    address,
    ...(optedOut !== undefined && { optedOut }),
    confirmedNeed,
    assessing: assessing ? { ...assessing, questionnaire: assessing.questionnaire.version } : null,
    proposal: proposal ? placeOf(proposal) : null,
    live: live.map(placeOf),
    ...(replaced !== undefined && { replaced: replaced && placeOf(replaced) }),
    unfit,
    understanding: understanding?.requestHash ? understanding : null,
  };
};

/** The versions an attempt names. */
export interface Versions {
  readonly seed?: number;
  readonly clock?: number;
  readonly rules?: string;
  readonly knowledge?: string;
  readonly prompts?: string;
  readonly intents?: string;
  readonly model?: string;
  readonly archive?: JsonObject;
}
