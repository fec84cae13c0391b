import { z } from 'zod';
import type { OfficeHours } from '../../conversation/handoff.js';
import { callbackSlots } from '../../conversation/handoff.js';
import { HUMAN_REASONS } from '../../terms/command.js';
import type { Tool } from './tool.js';
import { found } from './tool.js';

const Input = z.strictObject({
  reason: z.enum(HUMAN_REASONS),
});

/**
 * `request_human`: when a person can call; never for a visitor, whose number nobody has. The request
 * itself is an event of the conversation.
 */
export const requestHuman = (hours: OfficeHours): Tool<z.infer<typeof Input>> => ({
  name: 'request_human',
  effect: 'read',
  input: Input,
  async run(_input, { customer, now }) {
    return found({ slots: customer === null ? [] : callbackSlots(hours, now) });
  },
});
