import { z } from 'zod';
import type { House } from '../../advice/routing/filters.js';
import { callbackSlots } from '../../conversation/handoff/callback-times.js';
import type { ToldPlace } from '../../conversation/handoff/events.js';
import type { Asked } from '../../conversation/handoff/request.js';
import { HUMAN_REASONS } from '../../terms/command.js';
import type { Tool } from './tool.js';
import { found } from './tool.js';

const Input = z.strictObject({
  reason: z.enum(HUMAN_REASONS),
});

/** The place in the queue of somebody who asks now; null: nobody is there who could come. */
export type PlaceFor = (asked: Asked) => Promise<ToldPlace | null>;

/**
 * `request_human`: the place in the queue where somebody is there to come into the chat; else when a
 * person can call, never for a visitor, whose number nobody has. The request itself is an event of
 * the conversation.
 */
export const requestHuman = (
  house: House,
  placeFor: PlaceFor | null,
): Tool<z.infer<typeof Input>> => ({
  name: 'request_human',
  effect: 'read',
  input: Input,
  async run({ reason }, { customer, conversation, now }) {
    // Who wants to be called is not told to wait.
    const isToCall = reason === 'callback';
    const place = isToCall
      ? null
      : ((await placeFor?.({ conversation, customer, reason, now })) ?? null);
    if (place) return found({ place });
    return found({ slots: customer === null ? [] : callbackSlots(house, now) });
  },
});
