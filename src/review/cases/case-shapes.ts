import { z } from 'zod';
import { Received } from '../../access/api/received.js';
import {
  COMPLAINT_OUTCOMES,
  IDENTITY_CHECKS,
  OUTSIDE,
  RIGHT_OUTCOMES,
} from '../../conversation/cases/events.js';
import { CASE_STAGES } from '../../conversation/cases/evolve.js';
import { RIGHTS } from '../../compliance/rights.js';
import { TAG_IDS } from '../../compliance/profiling-tags.js';
import { Limit } from '../first-of.js';

/** 办理单 as the compliance door tells it. Days are YYYY-MM-DD. */

const Day = z.string();
const MATTERS = ['complaint', ...RIGHTS] as const;
const OUTCOMES = [...COMPLAINT_OUTCOMES, ...RIGHT_OUTCOMES] as const;

export const CaseLine = z
  .object({
    id: z.string(),
    matter: z.enum(MATTERS),
    customer: z.string().nullable().describe('null: somebody the house does not know'),
    customerName: z.string().nullable().describe('masked'),
    stage: z.enum(CASE_STAGES),
    owner: z.string().nullable().describe('a staff id; null: nobody’s yet'),
    openedAt: z.string(),
    due: Day,
    daysLeft: z.int().describe('negative: overdue; counted while the outcome is not told'),
    overdue: z.boolean(),
    escalated: z.boolean(),
    outcome: z.enum(OUTCOMES).nullable(),
    toldOn: Day.nullable().describe('when the customer was told the outcome'),
    untold: z.boolean().describe('something is written that the customer has not been told'),
  })
  .meta({ id: 'CaseLine' });

/** Of all of them, whatever a list shows. */
export const CaseFigures = z.object({ open: z.int(), overdue: z.int() });

const Deadlines = z.object({ decision: Day, complex: Day, approved: Day });

const Step = z.object({
  at: z.string(),
  kind: z.string(),
  by: z.string().nullable(),
  words: z.string().nullable(),
  detail: z.string().nullable().describe('channel, outcome, new day, tags: of a closed set'),
});

export const CaseShown = CaseLine.extend({
  channel: z.enum(['chat', ...OUTSIDE]),
  conversation: z.string().nullable(),
  received: Day,
  words: z.string(),
  wish: z.string(),
  deadlines: Deadlines.nullable().describe('null: no complaint'),
  extended: z.enum(['none', 'complex', 'approved']),
  asked: z
    .object({ by: z.string(), reason: z.string() })
    .nullable()
    .describe('an extension that waits for another person'),
  identity: z.enum(IDENTITY_CHECKS).nullable(),
  isReview: z.boolean().describe('the customer did not agree, and another person looks once more'),
  erasure: z.string().nullable().describe('the case of erasing that answers it'),
  pending: z
    .array(
      z.object({
        seq: z.int().describe('by which it is named once it was told outside the chat'),
        what: z.enum(['receipt', 'message', 'extension', 'outcome']),
        words: z.string(),
        text: z.string().describe('the letter: all the customer is to be told, word for word'),
      }),
    )
    .describe('the oldest first'),
  steps: z.array(Step),
  said: z
    .array(z.object({ at: z.string(), text: z.string() }))
    .describe('by the customer in the chat, since they were told something'),
}).meta({ id: 'CustomerCase' });
export type CaseShown = z.input<typeof CaseShown>;

const Words = z.string().trim().min(1).max(2_000);
export const WordsBody = z.strictObject({ words: Words });
export const HeardBody = z.strictObject({ channel: z.enum(OUTSIDE), words: Words });
export const ReviewBody = HeardBody.extend({ received: Received });
export const ToldBody = z.strictObject({
  channel: z.enum(OUTSIDE),
  through: z.coerce.number().int().min(1).describe('`seq` of the last of `pending` that was told'),
});
export const IdentityBody = z.strictObject({ how: z.enum(IDENTITY_CHECKS) });
export const OutcomeBody = z.strictObject({ outcome: z.enum(OUTCOMES), words: Words });
export const TagsBody = z.strictObject({
  tags: z.array(z.enum(TAG_IDS)).min(1).describe('all that only serve to choose: list them all'),
});
export const Place = z.object({ id: z.string().min(1).max(40) });
export const ListQuery = z.object({
  all: z.enum(['0', '1']).default('0').describe('1: closed ones too'),
  mine: z.enum(['0', '1']).default('0'),
  limit: Limit,
});
