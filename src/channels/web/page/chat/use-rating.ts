import { useMemo } from 'react';
import type { ContextType } from 'react';
import type { ConversationActions } from './conversation-actions.js';
import type { RatingContext } from './rating-context.js';
import type { Opened } from '../frame/open-dialog.js';

/** Praise goes out at once; for a complaint the page asks for the reason first. */
export function useRating(
  actions: ConversationActions | null,
  open: (what: Opened) => void,
): ContextType<typeof RatingContext> {
  return useMemo(
    () => ({
      praise: (answer) => actions?.rate({ ...answer, rating: 'up' }),
      askReason: (answer) => open({ what: 'reason', answer }),
    }),
    [actions, open],
  );
}
