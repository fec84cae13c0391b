import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import type { HouseThresholds } from '../../advice/suitability/house-thresholds.js';
import type { TranscriptRule } from '../../compliance/transcript/transcript-rule.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { startOfDay } from '../../terms/time.js';
import { CaseFigures } from '../cases/case-shapes.js';
import { FiguresShown } from '../work/review-endpoints.js';
import type { Promised } from './figures.js';
import { overviewOf } from './figures.js';
import { ruleLines } from './rule-lines.js';

const TAG = 'review';
const needs = 'review.read' as const;
const Day = z.iso.date();

export interface OverviewDeps {
  readonly store: Store;
  readonly now: () => Instant;
  /** Rules over whole conversations that count today. */
  readonly rules: readonly TranscriptRule[];
}

const Overview = z.object({
  since: Day,
  conversations: z.int(),
  handoffs: z.int(),
  replies: z
    .object({
      assigned: z.int().describe('calls for a person that were given to somebody'),
      counted: z.int().describe('calls for a person that were answered, or are overdue'),
      inTime: z.int(),
      share: z.number().min(0).max(1).nullable().describe('null: there was nothing to count yet'),
      medianSeconds: z.int().nullable().describe('from the call to a person’s first word'),
      minutes: z.number().describe('the time to a first reply that the house sets itself'),
    })
    .describe('first replies in time, since the same day'),
  stopped: z.object({ machine: z.int(), advisors: z.int() }).describe('before it was said'),
  complaints: z.int().describe('filed since'),
  openComplaints: CaseFigures.describe('complaints not yet closed, whenever they were filed'),
  rate: FiguresShown.shape.rate,
  reviews: z.object({
    waiting: z.int(),
    severe: z.int(),
    second: z.int().describe('that wait for a second person'),
    third: z.int().describe('that wait for a third to decide between two'),
    oldest: z.string().nullable(),
    isLate: z.boolean(),
  }),
  erasures: z.object({ open: z.int(), overdue: z.int(), next: Day.nullable() }),
  days: z.array(
    z.object({
      day: Day,
      conversations: z.int(),
      findings: z.array(z.object({ rule: z.string(), title: z.string(), count: z.int() })),
    }),
  ),
});

const Standing = z.object({
  found: z.int(),
  right: z.int(),
  wrong: z.int(),
  precision: z.number().min(0).max(1).nullable().describe('null: none was judged'),
});
const RuleLine = Standing.extend({
  rule: z.string(),
  title: z.string(),
  scope: z.enum(['sentence', 'conversation']),
  basis: z.object({ instrument: z.string(), article: z.string(), tag: z.string() }),
  state: z.enum(['live', 'trial']),
  version: z.string().describe('of the book it is in'),
  switched: z
    .object({
      since: z.string(),
      by: z.string(),
      approver: z.string().nullable(),
      change: z.string().nullable().describe('that did it; null: it came with a release'),
    })
    .nullable()
    .describe('how it came to stand as it does; null: it ships like this and is not switched'),
  weeks: z.array(Standing.extend({ from: Day })),
});

/** 概览与规则台. */
export const overviewEndpoints = (
  deps: OverviewDeps,
  thresholds: HouseThresholds,
  promised: Omit<Promised, 'reviewHours'>,
): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/review/overview',
    tag: TAG,
    summary: 'Today’s risk at a glance, counted from rows and without opening a word',
    needs,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(92).default(14) }),
    background: true,
    answer: Overview,
    run: ({ query: { days } }) =>
      overviewOf(
        deps.store,
        { ...promised, reviewHours: thresholds.reviewHours },
        days,
        deps.now(),
      ),
  }),
  endpoint({
    method: 'get',
    path: '/review/rules',
    tag: TAG,
    summary: 'Every rule with its source, whether it counts, and how right it has been by week',
    needs,
    query: z.strictObject({ since: Day }),
    background: true,
    answer: z.object({ rules: z.array(RuleLine) }),
    // The rules of this moment: they are changed without a restart.
    run: async ({ query: { since } }) => ({
      rules: await ruleLines(
        deps.store,
        new Set(deps.rules.map(({ id }) => id)),
        startOfDay(since),
      ),
    }),
  }),
];
