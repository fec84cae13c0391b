import { z } from 'zod';
import { CASE_STAGES } from '../../conversation/cases/evolve.js';

/** 往来: what a customer and the house had to do with each other, as the desk tells it. */

const At = z.iso.datetime();

/** A place in a record that may be jumped to. */
export const Said = z
  .object({ conversation: z.string(), seq: z.int(), at: At, text: z.string() })
  .meta({ id: 'SaidBefore' });

export const Dealings = z
  .object({
    conversations: z.array(
      z.object({
        id: z.string(),
        channel: z.string(),
        opened: At,
        last: Said.nullable().describe('the customer’s last words'),
        messages: z.int().describe('of the customer’s'),
        stage: z.enum(['none', 'queued', 'offered', 'held', 'closed']),
        person: z.string().nullable().describe('who served last'),
        outcome: z.string().nullable(),
        rating: z.int().nullable().describe('1…5'),
      }),
    ),
    needs: z.array(
      z.object({
        at: At,
        goal: z.string(),
        amount: z.number().nullable(),
        months: z.number().nullable(),
        maxLoss: z.number().nullable().describe('ratio'),
        target: z.number().nullable(),
        monthlySaving: z.number().nullable(),
        said: z.array(Said).describe('the words it was taken from; the customer confirmed the sum'),
      }),
    ),
    complaints: z.array(
      z.object({
        id: z.string().describe('the number the customer was given'),
        at: At,
        stage: z.enum(CASE_STAGES),
        matter: z.string(),
        wish: z.string(),
        due: z.string().describe('the day on which the customer must have an answer'),
        said: Said.nullable().describe('null: a member of staff took it down'),
      }),
    ),
    moments: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        name: z.string(),
        action: z.string(),
        why: z.string(),
        from: z.string(),
        until: z.string(),
        state: z.enum(['open', 'postponed', 'told', 'done', 'dismissed', 'lapsed']),
        outcome: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CustomerDealings' });
