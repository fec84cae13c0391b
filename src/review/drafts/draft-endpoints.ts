import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { figuresOf } from '../../conversation/handoff/labels.js';
import { isLocalDate } from '../../terms/time.js';
import type { LabelDeps } from './export-labels.js';
import { exportLabels, labelsWithin } from './export-labels.js';

const Day = z.string().refine(isLocalDate, 'must be a day, YYYY-MM-DD');
const Span = z.strictObject({ from: Day, to: Day.describe('through that day') });
const OrderBody = Span.extend({ why: z.string().trim().min(1).max(500) });

/** Whoever signs in, and whoever stands at the machine itself. */
const DOORS = [
  { path: '/review/draft-labels', needs: 'review.export', tag: 'review' },
  { path: '/operations/draft-labels', needs: 'terminal.export', tag: 'operations' },
] as const;

/** What became of the copilot's drafts: the words for those who may read them, figures for the others. */
export const draftEndpoints = (deps: LabelDeps): readonly Endpoint[] => [
  ...DOORS.map((door) =>
    endpoint({
      ...door,
      method: 'post',
      summary: 'Drafts with what was said in the end, how much was edited and why; goes on record',
      body: OrderBody,
      answer: z.object({ labels: z.array(z.looseObject({})) }),
      secretAnswer: true,
      run: async ({ caller, body }) => ({
        labels: (await exportLabels(deps, { ...body, by: caller.id })).map((one) => ({ ...one })),
      }),
    }),
  ),
  endpoint({
    method: 'get',
    path: '/operations/draft-figures',
    tag: 'operations',
    summary: 'How drafts fared, by kind of answer; no names and no words',
    needs: 'insight.read',
    query: Span,
    answer: z.object({ figures: z.array(z.looseObject({})) }),
    run: async ({ query }) => ({
      figures: figuresOf(await labelsWithin(deps, query)).map((one) => ({ ...one })),
    }),
  }),
];
