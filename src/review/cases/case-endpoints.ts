import type { z } from 'zod';
import { z as schema } from 'zod';
import type { Action } from '../../access/permissions.js';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import type { CaseCommand } from '../../conversation/cases/commands.js';
import { caseFigures, caseRows } from '../../conversation/queries/customer-case.js';
import { toLocalDate } from '../../terms/time.js';
import { More, firstOf } from '../first-of.js';
import type { CaseDoorDeps, Desk } from './acting.js';
import { doneTo, foundCase, isInvolved, showCase, toldThrough } from './acting.js';
import {
  CaseFigures,
  CaseLine,
  CaseShown,
  HeardBody,
  ListQuery,
  OutcomeBody,
  Place,
  ToldBody,
  WordsBody,
} from './case-shapes.js';
import { caseLine } from './case-shown.js';

const OPEN = ['open', 'decided'] as const;

/** What is the same at both desks: the list, one of them, and whatever is done with words. */
export function caseEndpoints(deps: CaseDoorDeps, desk: Desk): readonly Endpoint[] {
  const needs = { read: `${desk}.read`, handle: `${desk}.handle` } as const;
  const verb = verbOf(deps, desk, needs.handle);
  return [
    endpoint({
      method: 'get',
      path: `/review/${desk}`,
      tag: desk,
      summary: 'What is to be answered; what is due first comes first',
      needs: needs.read,
      query: ListQuery,
      background: true,
      answer: schema.object({ cases: schema.array(CaseLine), more: More, figures: CaseFigures }),
      run: async ({ caller, query }) => {
        const stages = query.all === '1' ? ([...OPEN, 'closed'] as const) : OPEN;
        const owner = query.mine === '1' ? caller.id : undefined;
        const { limit } = query;
        const wanted = { of: desk, stages, owner, limit: limit + 1 };
        const { rows, more } = firstOf(await caseRows(deps.store, wanted), limit);
        const today = toLocalDate(deps.now());
        const cases = await Promise.all(rows.map((row) => caseLine(deps.store, row, today)));
        const figures = await caseFigures(deps.store, today);
        return { cases, more, figures: figures[desk] };
      },
    }),
    endpoint({
      method: 'get',
      path: `/review/${desk}/{id}`,
      tag: desk,
      summary: 'One of them: its clock, everything written, and what the customer said since',
      needs: needs.read,
      params: Place,
      background: true,
      answer: CaseShown,
      run: ({ params }) => showCase(deps, desk, params.id),
    }),
    endpoint({
      method: 'post',
      path: `/review/${desk}/{id}/owner`,
      tag: desk,
      summary: 'Look after it oneself; nobody who had a hand in what it is about',
      needs: needs.handle,
      params: Place,
      answer: CaseShown,
      refusals: [409],
      run: async ({ caller, params }) => {
        const record = await foundCase(deps, desk, params.id);
        const involved = await isInvolved(deps, record, caller.staff?.employee ?? null);
        const take = { do: 'take', by: caller.id, isInvolved: involved } as const;
        return doneTo(deps, desk, { caller, id: params.id }, take);
      },
    }),
    verb('notes', 'A note for colleagues; the customer never sees it', WordsBody, (by, body) => ({
      do: 'note',
      by,
      ...body,
    })),
    verb('heard', 'What the customer said outside the chat', HeardBody, (by, body) => ({
      do: 'hear',
      by,
      ...body,
    })),
    verb('messages', 'Words for the customer, told in the chat', WordsBody, (by, body) => ({
      do: 'write',
      by,
      ...body,
    })),
    verb('escalation', 'Bring it before whoever answers for it', WordsBody, (by, body) => ({
      do: 'escalate',
      by,
      ...body,
    })),
    verb('outcome', 'Decide; it closes once the customer was told', OutcomeBody, (by, body) => ({
      do: 'decide',
      by,
      ...body,
    })),
    endpoint({
      method: 'post',
      path: `/review/${desk}/{id}/told`,
      tag: desk,
      summary: 'What was written was told outside the chat; the letter is kept word for word',
      needs: needs.handle,
      params: Place,
      body: ToldBody,
      answer: CaseShown,
      refusals: [409],
      run: async ({ caller, params, body: { channel, through } }) => {
        const told = toldThrough(deps, await foundCase(deps, desk, params.id), through);
        const tell = { do: 'tell_outside', by: caller.id, channel, told } as const;
        return doneTo(deps, desk, { caller, id: params.id }, tell);
      },
    }),
  ];
}

/** One thing that is done with a case, under the name it has in the path. */
export const verbOf =
  (deps: CaseDoorDeps, desk: Desk, needs: Action) =>
  <B extends z.ZodType>(
    name: string,
    summary: string,
    body: B,
    commandOf: (by: string, body: z.output<B>) => CaseCommand,
  ): Endpoint =>
    endpoint({
      method: 'post',
      path: `/review/${desk}/{id}/${name}`,
      tag: desk,
      summary,
      needs,
      params: Place,
      body: body as z.ZodType,
      answer: CaseShown,
      refusals: [409, 422],
      run: ({
        caller,
        params,
        body: given,
      }: {
        caller: Caller;
        params: { id: string };
        body: unknown;
      }) =>
        doneTo(deps, desk, { caller, id: params.id }, commandOf(caller.id, given as z.output<B>)),
    });
