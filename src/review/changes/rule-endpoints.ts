import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { changeRows } from '../../conversation/changes/queries.js';
import type { ChangesDeps } from '../../conversation/changes/record.js';
import { propose } from '../../conversation/changes/record.js';
import { Line, Reason, When, instantOf, lineOf, unlessRefused } from './change-endpoints.js';
import { RULE_BOOK, maySwitch, withRuleState } from './rule-book.js';

const StateBody = z.strictObject({
  state: z.enum(['live', 'trial']),
  reason: Reason,
  effectiveAt: When.describe('when it is to take effect; null: as soon as it is approved'),
});

/** 启停质检守则: a change like any other, proposed by a press instead of a file. */
export const ruleStateEndpoints = (deps: ChangesDeps): readonly Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/review/rules/{rule}/state',
    tag: 'changes',
    summary: 'Propose that a rule over whole conversations counts, or is only tried',
    needs: 'change.propose',
    params: z.object({ rule: z.string().min(1).max(40) }),
    body: StateBody,
    status: 201,
    answer: Line,
    refusals: [409, 422],
    async run({ caller, params: { rule }, body: { state, reason, effectiveAt } }) {
      if (!maySwitch(rule)) throw new Problem(422, NOT_SWITCHED);
      const waiting = await waitingFor(deps);
      if (waiting !== null) throw new Problem(409, `${waiting} 还在等结论，先处理那一项`);
      const book = await deps.matters.review_rules.standing(RULE_BOOK);
      const text = withRuleState(book ?? '', rule, state);
      const given = { by: caller.id, reason, effectiveAt: instantOf(deps, effectiveAt) };
      const file = { path: RULE_BOOK, text };
      const [row] = await unlessRefused(propose(deps, { kind: 'review_rules', ...given }, file));
      return lineOf(row!);
    },
  }),
  endpoint({
    method: 'get',
    path: '/review/rule-change',
    tag: 'changes',
    summary: 'The change of the rules over whole conversations that waits; null: none does',
    needs: 'change.read',
    background: true,
    answer: z.object({ id: z.string().nullable() }),
    run: async () => ({ id: await waitingFor(deps) }),
  }),
];

const NOT_SWITCHED =
  '逐句守则在发送前拦截，是法律要求的底线，不能停用；能启停的只有整段会话的质检守则';

const MOST_OPEN = 500;

/** Two at once would be of one text, and the second could not be let any more. */
async function waitingFor({ store }: ChangesDeps): Promise<string | null> {
  const open = await changeRows(store, ['proposed', 'approved'], MOST_OPEN);
  return open.find(({ name }) => name === RULE_BOOK)?.id ?? null;
}
