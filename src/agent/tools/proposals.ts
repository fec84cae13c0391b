import type { z } from 'zod';
import type { DraftedPlan } from '../../advice/matching/draft-plan.js';
import { listByCategory } from '../../advice/matching/listing.js';
import type { Proposed } from '../../advice/matching/proposed.js';
import { basisOf, withheldFrom } from '../../advice/matching/standing.js';
import type { ToolResult } from '../../conversation/agent.js';
import type { Bound } from '../../conversation/journal.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import { articlesOf } from './articles.js';
import type { GateRules } from './gate.js';
import type { Asking, Planning } from './planning.js';
import { askingOf, NeedInput, planTaskOf } from './planning.js';
import { NOT_SIGNED_IN } from './risk-assessment.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

type NeedTool = Tool<z.infer<typeof NeedInput>>;

/**
 * `propose_allocation`, `match_products`, `project_goal`: three sides of one draft. The need is the one
 * the customer confirmed in this conversation; whose profile, holdings and class it is made for is
 * bound by the turn.
 */
export function proposalTools(
  store: Store,
  planning: Planning,
  rules: GateRules,
  index: () => KnowledgeIndex,
): readonly NeedTool[] {
  const draft = async (
    { need: slots, within }: z.infer<typeof NeedInput>,
    bound: Bound,
    show: (drafted: DraftedPlan) => ToolResult,
  ): Promise<ToolResult> => {
    const asking = await askingOf(store, bound, slots);
    if (!asking) return nothingFound(NOT_SIGNED_IN);
    const because = withheldFrom(asking.customer, asking.need, bound.today);
    if (because || !asking.need) {
      const reason = because ?? 'no_confirmed_need';
      const passages = articlesOf(index(), basisOf(reason), bound.today);
      return { ...withheld(rules, bound, asking, reason), passages };
    }
    const task = planTaskOf(rules, bound, asking, asking.need);
    return show(await planning.draft(within === undefined ? task : { ...task, within }));
  };
  return [
    needTool('propose_allocation', (input, bound) =>
      draft(input, bound, (drafted) => found({ ...shown(drafted), facts: drafted.plan.facts })),
    ),
    needTool('match_products', (input, bound) =>
      draft(input, bound, (drafted) => {
        const { facts } = drafted.plan;
        const names = drafted.plan.products.map(({ name }) => name);
        return found({
          ...shown(drafted),
          facts: facts.filter(({ label }) => names.some((name) => label.startsWith(name))),
        });
      }),
    ),
    needTool('project_goal', (input, bound) =>
      draft(input, bound, ({ plan, projection }) =>
        projection
          ? found({ projection, facts: plan.facts })
          : nothingFound('the need names no sum to reach, or no day'),
      ),
    ),
  ];
}

const needTool = (name: NeedTool['name'], run: NeedTool['run']): NeedTool => ({
  name,
  effect: 'read',
  input: NeedInput,
  run,
});

const shown = ({ plan, match }: DraftedPlan) => ({
  proposal: { kind: 'drafted', plan } satisfies Proposed,
  products: match.placed.map(({ candidate }) => candidate.product),
});

/** Why there is no plan; who has opted out gets the list everybody would get. */
function withheld(
  { operator, house }: GateRules,
  { today }: Bound,
  { customer, shelf }: Asking,
  because: Extract<Proposed, { kind: 'withheld' }>['because'],
): ToolResult {
  const listed =
    because === 'opted_out'
      ? listByCategory(shelf, { today, customer, channel: { operator } }, house, today)
      : [];
  return found({
    failure: because,
    proposal: { kind: 'withheld', because, listed },
    products: listed.flatMap(({ products }) => products),
  });
}
