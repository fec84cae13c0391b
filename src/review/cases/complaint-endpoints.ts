import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { receivedOn } from '../../access/api/received.js';
import { caseFigures } from '../../conversation/queries/customer-case.js';
import { toLocalDate } from '../../terms/time.js';
import type { CaseDoorDeps } from './acting.js';
import { doneTo } from './acting.js';
import { caseEndpoints, verbOf } from './case-endpoints.js';
import { CaseFigures, CaseShown, Place, ReviewBody, WordsBody } from './case-shapes.js';

const DESK = 'complaints';

/** 投诉办理: three deadlines, an owner who had no hand in it, and an outcome that is told. */
export function complaintEndpoints(deps: CaseDoorDeps): readonly Endpoint[] {
  const handled = verbOf(deps, DESK, 'complaints.handle');
  const extended = verbOf(deps, DESK, 'complaints.extend');
  return [
    ...caseEndpoints(deps, DESK),
    handled(
      'extension',
      'It is complex: 30 days, and the customer is told why',
      WordsBody,
      (by, body) => ({
        do: 'extend',
        by,
        ...body,
      }),
    ),
    handled(
      'extension/request',
      'Ask for the last extension; another person has to agree',
      WordsBody,
      (by, body) => ({ do: 'ask_extension', by, ...body }),
    ),
    extended('extension/refusal', 'Refuse it, with the reason', WordsBody, (by, body) => ({
      do: 'refuse_extension',
      by,
      ...body,
    })),
    endpoint({
      method: 'post',
      path: '/review/complaints/{id}/extension/approval',
      tag: DESK,
      summary: 'Agree to what another person asked for; the customer is told why',
      needs: 'complaints.extend',
      params: Place,
      answer: CaseShown,
      refusals: [409, 422],
      run: ({ caller, params }) =>
        doneTo(deps, DESK, { caller, id: params.id }, { do: 'agree_extension', by: caller.id }),
    }),
    handled(
      'review',
      'The customer does not agree: another person looks at it once more within 30 days',
      ReviewBody,
      (by, { received, ...body }) => ({
        do: 'ask_review',
        by,
        ...body,
        received: receivedOn(deps.now(), received),
      }),
    ),
    endpoint({
      method: 'get',
      path: '/review/case-figures',
      tag: DESK,
      summary: 'How many complaints and requests are open, and how many past their day',
      needs: 'complaints.read',
      background: true,
      answer: z.object({ complaints: CaseFigures, rights: CaseFigures }),
      run: () => caseFigures(deps.store, toLocalDate(deps.now())),
    }),
  ];
}
