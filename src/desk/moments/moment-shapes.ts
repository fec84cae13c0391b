import { z } from 'zod';
import { UNITS } from '../../terms/fact.js';
import { isLocalDate } from '../../terms/time.js';

/** 今日待办, as the desk tells it. */

export const Day = z.string().refine(isLocalDate, 'must be a day, YYYY-MM-DD');

export const MomentShown = z
  .object({
    id: z.string(),
    number: z.number().int(),
    name: z.string(),
    customer: z.string(),
    address: z.string(),
    masked: z.string().describe('the customer’s name'),
    age: z.int().nullable(),
    tolerance: z.int().nullable(),
    conversation: z.string().nullable().describe('the customer’s latest open one; null: none'),
    state: z.enum(['open', 'postponed', 'told']).describe('told: they were written to'),
    audience: z.string(),
    purpose: z.string(),
    action: z.string(),
    why: z.string(),
    facts: z.array(
      z.object({
        label: z.string(),
        value: z.union([z.string(), z.number()]),
        unit: z.enum(UNITS),
      }),
    ),
    channels: z.array(z.string()),
    basis: z.string(),
    stake: z.number().describe('yuan; 0: unknown'),
    from: Day,
    until: Day,
    again: Day.nullable().describe('put off to this day'),
    held: z
      .object({ by: z.string(), until: z.string().nullable() })
      .nullable()
      .describe('why the customer may not be contacted now, and until when'),
    score: z.number(),
    value: z.number(),
    likelihood: z.number(),
    budget: z.number(),
    reason: z.string(),
  })
  .meta({ id: 'DeskMoment' });

/** 成效: counted by what is on record, never held against anybody. */
export const Tally = z
  .object({
    doneToday: z.int(),
    acted: z.int().describe('of the last 30 days, what was followed by something'),
    decided: z.int().describe('of the last 30 days, what the outcome of is known'),
    marketing: z.int().describe('customers contacted for marketing in the last 7 days'),
    customers: z.int().describe('customers that moments concern today'),
  })
  .meta({ id: 'MomentTally' });

export const Today = z
  .object({ day: Day, moments: z.array(MomentShown), tally: Tally })
  .meta({ id: 'DeskToday' });
