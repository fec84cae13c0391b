import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import type { Relation } from '../../access/permissions.js';
import { STAGES } from '../../conversation/proposal/evolve.js';
import type { ProposalDeskDeps } from './approving.js';
import { changesOf, decideOn, listFor, relationTo, showTo, tryOut } from './approving.js';
import { DecisionBody, Line, SecondBody, Shown, Since, TrialBody, Tried } from './shapes.js';

const TAG = 'proposals';
const Place = z.object({ id: z.string().min(1).max(40) });
const PATH = '/desk/proposals/{id}';

/** 方案审批: what an advisor, and a second person where one is needed, does with drafted plans. */
export function proposalDeskEndpoints(deps: ProposalDeskDeps): readonly Endpoint[] {
  const relation = ({
    caller,
    params,
  }: {
    readonly caller: Caller;
    readonly params: { readonly id: string };
  }): Promise<Relation | null> => relationTo(deps, caller, params.id);
  const one = { tag: TAG, params: Place, relation } as const;
  return [
    endpoint({
      method: 'get',
      path: '/desk/proposals',
      tag: TAG,
      summary: 'Proposals of one’s customers, what waits for you first',
      needs: 'proposal.list',
      // Each is then looked at by itself.
      relation: ({ caller }) => (caller.holder === 'compliance' ? 'others' : 'assigned'),
      background: true,
      query: z.object({ stage: z.enum(STAGES).optional() }),
      answer: z.object({ proposals: z.array(Line) }),
      run: async ({ caller, query }) => ({
        proposals: await listFor(deps, caller, query.stage ?? null),
      }),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: PATH,
      summary: 'One of them: need, plan, verdicts of today, and what happened to it',
      needs: 'proposal.read',
      answer: Shown,
      run: ({ caller, params }) => showTo(deps, caller, params.id),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: `${PATH}/changes`,
      summary: 'What has changed since it was drafted',
      needs: 'proposal.read',
      answer: Since,
      run: ({ params }) => changesOf(deps, params.id),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: `${PATH}/trial`,
      summary: 'What other products would come to, reckoned and gated anew; nothing is recorded',
      needs: 'proposal.decide',
      body: TrialBody,
      answer: Tried,
      run: ({ caller, params, body }) => tryOut(deps, caller, params.id, body),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: `${PATH}/decision`,
      summary: 'Approve, adjust or decline under one’s own name',
      needs: 'proposal.decide',
      body: DecisionBody,
      answer: Shown,
      refusals: [409],
      run: ({ caller, params, body }) => decideOn(deps, caller, params.id, body),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: `${PATH}/second`,
      summary: 'As the second person: agree to the first signature, or decline',
      needs: 'proposal.countersign',
      body: SecondBody,
      answer: Shown,
      refusals: [409],
      run: ({ caller, params, body }) => decideOn(deps, caller, params.id, body),
    }),
  ];
}
