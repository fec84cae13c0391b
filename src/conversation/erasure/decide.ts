import type { ErasureEvent, ErasureOpened, ErasureProposed, Planned } from './events.js';

export const ERASURE_STAGES = ['open', 'proposed', 'approved', 'declined', 'done'] as const;
export type ErasureStage = (typeof ERASURE_STAGES)[number];

export interface ErasureState {
  readonly opened: ErasureOpened | null;
  readonly stage: ErasureStage;
  /** The last one; null: nobody has. */
  readonly proposed: ErasureProposed | null;
  readonly decidedBy: string | null;
}

export const noErasure: ErasureState = {
  opened: null,
  stage: 'open',
  proposed: null,
  decidedBy: null,
};

export function evolveErasure(state: ErasureState, event: ErasureEvent): ErasureState {
  switch (event.kind) {
    case 'ErasureOpened':
      return { ...state, opened: event };
    case 'ErasureProposed':
      return { ...state, stage: 'proposed', proposed: event };
    case 'ErasureApproved':
      return { ...state, stage: 'approved', decidedBy: event.by };
    case 'ErasureDeclined':
      return { ...state, stage: 'declined', decidedBy: event.by };
    case 'ErasureCarriedOut':
      return { ...state, stage: 'done' };
    case 'KeysDestroyed':
      return state;
  }
}

export type ErasureRefusal =
  /** Decided already. */
  | 'closed'
  /** Nothing is proposed that could be decided on. */
  | 'not_proposed'
  /** 双人复核: the second person must be another one. */
  | 'same_person'
  /** Something happened since that changes what is to become of a stream. */
  | 'outdated';

/** Why somebody may not do it now; null: they may. `plan`: what the rules say at this moment. */
export function erasureRefusal(
  { stage, proposed }: ErasureState,
  event: ErasureEvent,
  plan: readonly Planned[],
): ErasureRefusal | null {
  if (event.kind === 'ErasureProposed') return isOpen(stage) ? null : 'closed';
  if (event.kind === 'ErasureDeclined') return isOpen(stage) ? null : 'closed';
  if (event.kind !== 'ErasureApproved') return null;
  if (!isOpen(stage)) return 'closed';
  if (stage !== 'proposed' || !proposed) return 'not_proposed';
  if (proposed.by === event.by) return 'same_person';
  return fates(proposed.plan) === fates(plan) ? null : 'outdated';
}

const isOpen = (stage: ErasureStage): boolean => stage === 'open' || stage === 'proposed';

const fates = (plan: readonly Planned[]): string =>
  plan
    .map(({ stream, verdict }) => `${stream} ${verdict.kind} ${verdict.held}`)
    .sort()
    .join('\n');
