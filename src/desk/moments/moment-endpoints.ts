import { z } from 'zod';
import type { Call, Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import type { Relation } from '../../access/permissions.js';
import { Problem } from '../../access/problem.js';
import { MOMENTS } from '../../advice/lifecycle/moments/catalogue.js';
import type { ActResult } from '../../conversation/moments/acts.js';
import { act } from '../../conversation/moments/acts.js';
import type { MomentEvent } from '../../conversation/moments/events.js';
import { OUTCOMES } from '../../conversation/moments/events.js';
import type { RunDeps } from '../../conversation/moments/run.js';
import { runMoments } from '../../conversation/moments/run.js';
import { findMoment } from '../../conversation/queries/moment.js';
import type { LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { SayBody } from '../acts.js';
import { personAt } from '../seat.js';
import { approach } from './approach.js';
import type { LetterDeps } from './letter.js';
import { LetterShown, letterFor } from './letter.js';
import { Day, Today } from './moment-shapes.js';
import { todayShown } from './today.js';

/** 今日待办 at the advisor's door: what the moments of the day ask of somebody, and what came of it. */

const TAG = 'desk';
const Place = z.object({ id: z.string().min(1).max(40) });
const Words = z.string().trim().min(1).max(500);

const Changed = z.object({ id: z.string(), state: z.string() });

export const MomentRunBody = z.strictObject({ day: Day.optional() });

export const momentEndpoints = (deps: RunDeps, desk: LetterDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/desk/moments',
    tag: TAG,
    summary: 'What today’s key moments ask of you, most worth doing first',
    needs: 'moment.list',
    relation: () => 'assigned',
    background: true,
    answer: Today,
    run: ({ caller }) => todayShown(deps.store, whoIs(caller), deps.now()),
  }),
  endpoint({
    method: 'get',
    path: '/desk/moments/{id}/letter',
    tag: TAG,
    summary: 'What might be written to the customer because of it; nobody has said it',
    needs: 'moment.list',
    params: Place,
    relation: ({ caller, params }) => relationTo(deps, caller, params.id),
    answer: LetterShown,
    run: ({ params }) => letterFor(desk, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/desk/moments/{id}/message',
    tag: TAG,
    summary: 'Write to the customer because of it: the conversation is yours from then on',
    needs: 'conversation.say',
    params: Place,
    body: SayBody,
    relation: ({ caller, params }) => relationTo(deps, caller, params.id),
    answer: z.object({ id: z.string(), conversation: z.string() }),
    refusals: [409, 422],
    async run({ caller, params, body }) {
      const person = await personAt(deps.store, caller.staff?.employee ?? null);
      const actor = { person, isSupervisor: caller.staff?.role === 'supervisor' };
      return approach(desk, actor, caller.id, params.id, body);
    },
  }),
  endpoint({
    method: 'get',
    path: '/desk/moments/catalogue',
    tag: TAG,
    summary: 'The 32 key moments: what is looked for, who does what, and why',
    needs: 'moment.list',
    relation: () => 'assigned',
    answer: z.array(
      z.object({
        number: z.number().int(),
        name: z.string(),
        trigger: z.string(),
        timing: z.string(),
        basis: z.string(),
        steps: z.array(
          z.object({
            audience: z.string(),
            channels: z.array(z.string()),
            purpose: z.string(),
            action: z.string(),
          }),
        ),
      }),
    ),
    run: async () =>
      MOMENTS.map(({ number, name, trigger, timing, basis, steps }) => ({
        number,
        name,
        trigger,
        timing,
        basis: `${basis.instrument} ${basis.article}`,
        steps: Object.values(steps).map((step) => ({ ...step, channels: [...step.channels] })),
      })),
  }),
  doing(deps, 'opening', 'You looked into it', z.strictObject({}), (by) => ({
    kind: 'MomentOpened',
    by,
  })),
  doing(
    deps,
    'outcome',
    'What came of it',
    z.strictObject({ outcome: z.enum(OUTCOMES), note: Words.nullable().default(null) }),
    (by, { outcome, note }) => ({ kind: 'MomentDone', by, outcome, note }),
  ),
  doing(
    deps,
    'dismissal',
    'It will not be acted on; nobody is judged by it',
    z.strictObject({ reason: Words }),
    (by, { reason }) => ({ kind: 'MomentDismissed', by, reason }),
  ),
  doing(
    deps,
    'postponement',
    'It will be acted on later, within its last day',
    z.strictObject({ until: Day, reason: Words.nullable().default(null) }),
    (by, { until, reason }) => ({ kind: 'MomentPostponed', by, until, reason }),
  ),
  endpoint({
    method: 'post',
    path: '/desk/moments/runs',
    tag: TAG,
    summary: 'Find what is due for everybody on a day; run again it raises nothing twice',
    needs: 'moment.run',
    body: MomentRunBody,
    answer: z.looseObject({}),
    run: async ({ body }) => ({ ...(await runMoments(deps, body.day ?? today(deps))) }),
  }),
];

const today = ({ now }: RunDeps): LocalDate => toLocalDate(now());

/** A supervisor looks after what is nobody’s. */
const whoIs = ({ staff, holder }: Caller) => ({
  employee: staff?.employee ?? '',
  alsoUnassigned: holder === 'supervisor',
});

function doing<B extends z.ZodType>(
  deps: RunDeps,
  what: string,
  summary: string,
  body: B,
  eventOf: (by: string, body: z.output<B>) => MomentEvent,
): Endpoint {
  return endpoint({
    method: 'post',
    path: `/desk/moments/{id}/${what}`,
    tag: TAG,
    summary,
    needs: 'moment.dismiss',
    params: Place,
    body,
    relation: ({ caller, params }) => relationTo(deps, caller, params.id),
    answer: Changed,
    refusals: [409],
    run: async ({ caller, params, body: given }: Call<typeof Place, undefined, B>) =>
      answerTo(await act(deps, params.id, eventOf(caller.id, given as z.output<B>))),
  });
}

async function relationTo(
  { store }: RunDeps,
  caller: Caller,
  id: string,
): Promise<Relation | null> {
  const row = await findMoment(store, id);
  if (!row) return null;
  const { employee, alsoUnassigned } = whoIs(caller);
  const isTheirs =
    row.employee_id === null ? alsoUnassigned : row.employee_id === employee && employee !== '';
  return isTheirs ? 'assigned' : 'others';
}

const REFUSED = {
  decided: '这一条已经处理过了',
  told_already: '这一条已经告诉客户了',
  too_late: '只能推迟到以后、有效期以内的一天',
} as const;

function answerTo(result: ActResult): { id: string; state: string } {
  if (result.kind === 'unknown') throw new Problem(404, '没有这一条提醒');
  if (result.kind === 'refused') throw new Problem(409, REFUSED[result.why]);
  return { id: result.moment.id, state: result.moment.state };
}
