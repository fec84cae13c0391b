import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';
import type {
  ProposalDrafted,
  ProposalEvent,
  ProposalSignedFirst,
  Signatory,
  Unfit,
} from './events.js';

export const STAGES = [
  'drafted',
  'approved',
  'adjusted',
  'declined',
  'presented',
  'acknowledged',
  'refused',
  'expired',
  'superseded',
] as const;
export type Stage = (typeof STAGES)[number];

/** What a proposal amounts to so far: a fold of its events, nothing else. */
export interface ProposalState {
  readonly stage: Stage;
  readonly customer: string;
  readonly conversation: string;
  /** As it now stands: the draft, or what an advisor made of it. */
  readonly plan: Plan;
  /** A first signature that waits for a second person; null: none does. */
  readonly first: Omit<ProposalSignedFirst, 'kind'> | null;
  /** Null: no advisor has decided yet. */
  readonly signed: { readonly by: Signatory; readonly reason: string | null } | null;
  /** Why it came back to the advisors after a signature; null: it did not, or was signed again. */
  readonly returned: Unfit | null;
  readonly expires: Instant;
  /** Something was decided that the customer is to hear of, and has not been told yet. */
  readonly untold: boolean;
}

/** From where an event may follow; a draft alone follows nothing. */
const AFTER: Readonly<Record<Exclude<ProposalEvent['kind'], 'ProposalDrafted'>, readonly Stage[]>> =
  {
    ProposalSignedFirst: ['drafted'],
    ProposalApproved: ['drafted'],
    ProposalAdjusted: ['drafted'],
    ProposalDeclined: ['drafted'],
    ProposalPresented: ['approved', 'adjusted'],
    ProposalAcknowledged: ['presented'],
    ProposalRefused: ['presented'],
    ProposalExpired: ['drafted', 'approved', 'adjusted', 'presented'],
    ProposalSuperseded: ['drafted', 'approved', 'adjusted', 'presented'],
    ProposalReturned: ['approved', 'adjusted', 'presented'],
    ProposalEndTold: ['declined', 'expired', 'drafted'],
  };

/** Whether a proposal at this stage can go on to such an event. */
export const mayFollow = (stage: Stage, kind: keyof typeof AFTER): boolean =>
  AFTER[kind].includes(stage);

/** A stream in which something happened that cannot have happened. */
export class ImpossibleEvent extends Error {
  constructor(kind: string, stage: Stage | null) {
    super(`${kind} cannot follow ${stage ?? 'nothing'}`);
    this.name = 'ImpossibleEvent';
  }
}

/** One event further. Pure: time is in the event. Throws ImpossibleEvent. */
export function evolve(state: ProposalState | null, event: ProposalEvent): ProposalState {
  if (event.kind === 'ProposalDrafted') {
    if (state) throw new ImpossibleEvent(event.kind, state.stage);
    return drafted(event);
  }
  if (!state || !mayFollow(state.stage, event.kind)) {
    throw new ImpossibleEvent(event.kind, state?.stage ?? null);
  }
  switch (event.kind) {
    case 'ProposalSignedFirst': {
      const { kind: _, ...first } = event;
      return { ...state, first, expires: event.expires };
    }
    case 'ProposalApproved':
      return { ...decided(state, event, 'approved'), expires: event.expires };
    case 'ProposalAdjusted': {
      const { plan, expires } = event;
      return { ...decided(state, event, 'adjusted'), plan, expires };
    }
    case 'ProposalDeclined':
      return decided(state, event, 'declined');
    case 'ProposalPresented':
      return { ...state, stage: 'presented', conversation: event.conversation, untold: false };
    case 'ProposalAcknowledged':
      return { ...state, stage: 'acknowledged' };
    case 'ProposalRefused':
      return { ...state, stage: 'refused' };
    case 'ProposalExpired':
      // Who never heard of a signature misses nothing when it runs out; who was told that it is checked
      // again waits for what came of that.
      return {
        ...state,
        stage: 'expired',
        untold: state.stage === 'presented' || state.returned !== null,
      };
    case 'ProposalSuperseded':
      return { ...state, stage: 'superseded', first: null, untold: false };
    case 'ProposalReturned': {
      const { standing, products, law, told } = event;
      const returned = { standing, products, ...(law && { law }) };
      return { ...state, stage: 'drafted', signed: null, returned, untold: !told };
    }
    case 'ProposalEndTold':
      if (!state.untold) throw new ImpossibleEvent(event.kind, state.stage);
      return { ...state, conversation: event.conversation, untold: false };
  }
}

const drafted = ({ customer, conversation, plan, expires }: ProposalDrafted): ProposalState => ({
  stage: 'drafted',
  customer,
  conversation,
  plan,
  first: null,
  signed: null,
  returned: null,
  expires,
  untold: false,
});

const decided = (
  state: ProposalState,
  { by, reason = null }: { readonly by: Signatory; readonly reason?: string | null },
  stage: Stage,
): ProposalState => ({
  ...state,
  stage,
  first: null,
  returned: null,
  signed: { by, reason },
  untold: true,
});

/** Null: nothing has happened yet. */
export const fold = (events: readonly ProposalEvent[]): ProposalState | null =>
  events.reduce<ProposalState | null>(evolve, null);
