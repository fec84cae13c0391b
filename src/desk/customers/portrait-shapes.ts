import { z } from 'zod';

/** 客户 360 as the desk tells it, masked; each figure with its day. Money is yuan, shares are ratios. */

const Day = z.string().describe('YYYY-MM-DD');

const Position = z.object({
  code: z.string(),
  name: z.string(),
  assetClass: z.string(),
  riskLevel: z.int().nullable(),
  value: z.number(),
  profit: z.number().nullable().describe('null: without a price'),
  share: z.number().describe('ratio of all that is held'),
  concentrated: z.boolean().describe('a larger part of the whole than the house likes'),
  pricedOn: z.string().nullable(),
});

const Side = z.object({ points: z.number(), of: z.number(), tolerance: z.int() });

const Assessed = z
  .object({
    capacity: Side.describe('what the customer can bear'),
    willingness: Side.describe('what the customer is willing to bear'),
    boundBy: z.enum(['capacity', 'willingness', 'both', 'answers']),
    day: Day,
  })
  .describe('both sides of the assessment; null: it was taken elsewhere');

const Source = z
  .object({
    kind: z.enum(['master', 'questionnaire', 'conversation', 'holdings', 'rule']),
    asOf: Day.nullable(),
  })
  .describe('where it is known from');

export const Contact = z.object({
  doNotContact: z.boolean(),
  marketing: z.boolean(),
  personalization: z.boolean(),
  businesses: z.array(z.string()).describe('kinds they agreed to hear of'),
  lastMarketing: z.iso.datetime().nullable(),
  touches: z.int().describe('contacts in the last 30 days'),
});

export const PortraitShown = z
  .object({
    id: z.string(),
    name: z.string().describe('masked'),
    age: z.int().nullable(),
    tolerance: z.int().nullable().describe('1…5; null: not assessed'),
    assessedOn: Day.nullable(),
    expires: Day.nullable().describe('the first day on which the assessment no longer counts'),
    assessed: Assessed.nullable(),
    withheld: z
      .string()
      .nullable()
      .describe('why no plan may be made for the customer today; null: one may'),
    investorClass: z.string(),
    capacity: z.enum(['full', 'limited', 'none']).nullable().describe('in law; null: not told'),
    lowestCategory: z.boolean(),
    tags: z.array(z.object({ id: z.string(), source: Source })),
    stage: z.object({
      id: z.enum(['prospect', 'new', 'active', 'quiet', 'dormant', 'left']),
      first: Day.nullable(),
      last: Day.nullable(),
    }),
    household: z.object({
      income: z.number().nullable().describe('a year'),
      spending: z.number().nullable().describe('a month'),
      liquid: z.number().nullable(),
      events: z.array(z.object({ kind: z.string(), day: Day })).describe('told, latest first'),
    }),
    contact: Contact,
    asOf: z.string(),
    value: z.number(),
    profit: z.number().describe('of what has a price'),
    positions: z.array(Position),
    proposals: z.array(z.object({ id: z.string(), stage: z.string(), drafted: z.string() })),
  })
  .meta({ id: 'CustomerPortrait' });
