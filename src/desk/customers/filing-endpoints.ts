import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Received, receivedOn } from '../../access/api/received.js';
import { RIGHTS } from '../../compliance/rights.js';
import { OUTSIDE } from '../../conversation/cases/events.js';
import type { FilingDeps } from '../../conversation/cases/filing.js';
import { fileComplaint, fileRight } from '../../conversation/cases/filing.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import { employeeOf, relationTo } from '../seat.js';
import { relationToCustomer } from './whose.js';

const PATH = '/desk/customers/{id}';
const Words = z.string().trim().max(2_000);
const Filed = z.object({ id: z.string().describe('the number the customer is given') });

const Complaint = z.strictObject({
  channel: z.enum(OUTSIDE),
  received: Received,
  matter: Words.min(1).describe('in the customer’s words'),
  wish: Words.default(''),
});
const Right = z.strictObject({
  channel: z.enum(OUTSIDE),
  received: Received,
  right: z.enum(RIGHTS),
  words: Words.default(''),
});

/** 代客登记: a complaint or a request that a customer makes to a member of the staff. */
export function filingEndpoints(deps: FilingDeps): readonly Endpoint[] {
  const relation = ({ caller, params }: { caller: Caller; params: { id: string } }) =>
    relationToCustomer(deps.store, employeeOf(caller), params.id, deps.now());
  const one = {
    method: 'post',
    tag: 'desk',
    needs: 'case.file',
    relation,
    params: z.object({ id: z.string().min(1).max(64) }),
    answer: Filed,
  } as const;
  /** The same request sent twice has the same key, or is another matter. */
  const causeOf = (caller: Caller, key: string | undefined): string =>
    `${caller.id}/${key ?? randomUUID()}`;
  return [
    endpoint({
      ...one,
      path: `${PATH}/complaints`,
      summary: 'Take down a complaint; its three deadlines run from the day it came in',
      body: Complaint,
      run: async ({ caller, params, body, req }) => {
        const cause = causeOf(caller, req.get('idempotency-key'));
        const { channel, matter: words, wish } = body;
        const received = receivedOn(deps.now(), body.received);
        const where = { customer: params.id, conversation: null, channel };
        const told = { ...where, words, wish, by: caller.id, cause, received };
        return { id: await fileComplaint(deps, told) };
      },
    }),
    endpoint({
      ...one,
      path: '/desk/conversations/{id}/complaints',
      summary: 'Take down a complaint of the customer one talks with, who is told its number',
      relation: ({ caller, params }) => relationTo(deps.store, params.id, employeeOf(caller)),
      body: Complaint.extend({ channel: z.enum(['chat', ...OUTSIDE]) }),
      run: async ({ caller, params: { id: conversation }, body, req }) => {
        const cause = causeOf(caller, req.get('idempotency-key'));
        const { channel, matter: words, wish } = body;
        const received = receivedOn(deps.now(), body.received);
        const talk = await findConversation(deps.store, conversation);
        const customer = talk?.customer_id ?? null;
        const where = { customer, conversation, channel, receipt: true } as const;
        const told = { ...where, words, wish, by: caller.id, cause, received };
        return { id: await fileComplaint(deps, told) };
      },
    }),
    endpoint({
      ...one,
      path: `${PATH}/rights`,
      summary: 'Take down a request about personal information; an opt-out holds at once',
      body: Right,
      run: async ({ caller, params, body, req }) => {
        const cause = causeOf(caller, req.get('idempotency-key'));
        const received = receivedOn(deps.now(), body.received);
        const told = { ...body, customer: params.id, by: caller.id, cause, received };
        return { id: await fileRight(deps, told) };
      },
    }),
  ];
}
