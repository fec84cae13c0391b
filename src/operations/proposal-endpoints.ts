import { z } from 'zod';
import type { Endpoint } from '../access/api/endpoint.js';
import { endpoint } from '../access/api/endpoint.js';
import type { ProposalDeps } from './proposals.js';
import { DecisionBody, ListQuery, decideOn, listProposals, showProposal } from './proposals.js';

const TAG = 'operations';
const Place = z.object({ id: z.string().min(1).max(40) });
/** What a command prints; its shape is `proposals.ts`'s own. */
const Report = z.looseObject({});

/**
 * Proposals for the command line alone, which decides as whichever advisor it names: nobody who
 * signs in comes here.
 */
export function proposalEndpoints(deps: ProposalDeps): readonly Endpoint[] {
  const shared = { tag: TAG, needs: 'terminal.decide' } as const;
  return [
    endpoint({
      ...shared,
      method: 'get',
      path: '/operations/proposals',
      summary: 'Drafted plans and what became of them, latest first',
      query: ListQuery,
      answer: z.array(Report),
      run: ({ query }) => listProposals(deps, query),
    }),
    endpoint({
      ...shared,
      method: 'get',
      path: '/operations/proposals/{id}',
      summary: 'One of them with all that happened to it',
      params: Place,
      answer: Report,
      run: async ({ params }) => ({ ...(await showProposal(deps, params.id)) }),
    }),
    endpoint({
      ...shared,
      method: 'post',
      path: '/operations/proposals/{id}/decisions',
      summary: 'Approve, adjust or decline as an advisor',
      params: Place,
      body: DecisionBody,
      answer: Report,
      run: async ({ params, body }) => ({ ...(await decideOn(deps, params.id, body)) }),
    }),
  ];
}
