import type { Router } from 'express';
import express from 'express';
import { Problem } from '../access/problem.js';
import type { ProposalDeps } from './proposals.js';
import { DecisionBody, ListQuery, decideOn, listProposals, showProposal } from './proposals.js';

/** `/api/v1/operations/proposals`, behind the token of its door. */
export function proposalRoutes(deps: ProposalDeps): Router {
  const routes = express.Router();
  routes.get('/', async (req, res) => {
    const parsed = ListQuery.safeParse(req.query);
    if (!parsed.success) throw new Problem(400, '查询参数有误');
    res.json(await listProposals(deps, parsed.data));
  });
  routes.get('/:id', async (req, res) => {
    res.json(await showProposal(deps, req.params.id));
  });
  routes.post('/:id/decisions', express.json({ limit: '64kb' }), async (req, res) => {
    const parsed = DecisionBody.safeParse(req.body);
    if (!parsed.success) throw new Problem(400, '审核内容有误');
    res.json(await decideOn(deps, req.params.id, parsed.data));
  });
  return routes;
}
