import type { UnsealingRow } from '../../store/review-rows.js';
import type { Instant } from '../../terms/time.js';

/**
 * 紧急查看 (break-glass, reliability.md D5): a customer who is not theirs is opened for somebody for an
 * hour, with a reason, by a second person, on record. Its stream is `unsealing:<id>`.
 */
export type UnsealingEvent =
  | {
      readonly kind: 'UnsealingAsked';
      readonly by: string;
      readonly employee: string;
      readonly customer: string;
      readonly reason: string;
    }
  | { readonly kind: 'UnsealingGranted'; readonly by: string; readonly until: Instant }
  | { readonly kind: 'UnsealingRefused'; readonly by: string; readonly reason: string | null };

export const unsealingStream = (id: string): string => `unsealing:${id}`;

const MINUTE = 60_000;
export const OPEN_MS = 60 * MINUTE;
/** What was urgent so long ago is asked anew. */
export const ASKED_MS = 60 * MINUTE;

/** Where it stands at a moment: what was granted ends by itself, and what nobody decided lapses. */
export type UnsealingStage = 'asked' | 'lapsed' | 'open' | 'over' | 'refused';

type Standing = Pick<UnsealingRow, 'state' | 'asked_at' | 'ends_at'>;

export function stageOf({ state, asked_at: asked, ends_at: ends }: Standing, now: Instant) {
  const stages: Readonly<Record<UnsealingRow['state'], UnsealingStage>> = {
    asked: now < Number(asked) + ASKED_MS ? 'asked' : 'lapsed',
    granted: ends !== null && now < Number(ends) ? 'open' : 'over',
    refused: 'refused',
  };
  return stages[state];
}

/** Why a second person cannot decide it; null: they can. Never the one who asked. */
export function refusal(
  row: Standing & Pick<UnsealingRow, 'staff_id'>,
  by: string,
  now: Instant,
): 'own' | 'decided' | 'lapsed' | null {
  if (row.staff_id === by) return 'own';
  const stage = stageOf(row, now);
  if (stage === 'asked') return null;
  return stage === 'lapsed' ? 'lapsed' : 'decided';
}

/** The columns a decision changes. */
export function changed(
  event: Exclude<UnsealingEvent, { kind: 'UnsealingAsked' }>,
  at: Instant,
): Pick<UnsealingRow, 'state' | 'decided_by' | 'decided_at' | 'ends_at'> {
  const isGranted = event.kind === 'UnsealingGranted';
  return {
    state: isGranted ? 'granted' : 'refused',
    decided_by: event.by,
    decided_at: at,
    ends_at: isGranted ? event.until : null,
  };
}
