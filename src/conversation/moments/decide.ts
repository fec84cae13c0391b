import type { MomentRow } from '../../store/schema.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import type { MomentEvent } from './events.js';

/** What a moment can become: pure. */

type Standing = Pick<MomentRow, 'state' | 'until_day'>;

/** Why it cannot be; null: it can. */
export function refusal(
  { state, until_day: until }: Standing,
  event: MomentEvent,
  today: LocalDate,
): 'decided' | 'told_already' | 'too_late' | null {
  if (state === 'done' || state === 'dismissed' || state === 'lapsed') return 'decided';
  if (event.kind === 'MomentTold' && state === 'told') return 'told_already';
  if (event.kind !== 'MomentPostponed') return null;
  return event.until <= today || event.until > until ? 'too_late' : null;
}

/** The columns an event changes. */
export function changed(
  event: MomentEvent,
  at: Instant,
): Partial<Pick<MomentRow, 'state' | 'again_on' | 'contacted_at' | 'outcome'>> {
  switch (event.kind) {
    case 'MomentTold':
      return { state: 'told', contacted_at: at };
    case 'MomentOpened':
      return {};
    case 'MomentDone':
      // Nobody was reached: nobody was contacted either.
      return {
        state: 'done',
        outcome: event.outcome,
        ...(event.outcome !== 'not_reached' && { contacted_at: at }),
      };
    case 'MomentDismissed':
      return { state: 'dismissed', outcome: 'dismissed' };
    case 'MomentPostponed':
      return { state: 'postponed', again_on: event.until };
  }
}
