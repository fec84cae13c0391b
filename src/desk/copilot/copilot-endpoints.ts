import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { nextSteps } from '../../advice/lifecycle/next-steps.js';
import { shortlist } from '../../advice/matching/shortlist.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { ActDeps } from '../acts.js';
import { done, told } from '../acts.js';
import { ConversationShown } from '../conversation-shown.js';
import { employeeOf, personAt, relationTo } from '../seat.js';
import type { CardDeps } from './card.js';
import { sendCard } from './card.js';
import { heardIn } from './heard.js';
import type { LookupDeps } from './lookup.js';
import { EntryShown, lookUp } from './lookup.js';
import {
  CardBody,
  Conversation,
  CopilotShown,
  DiscardBody,
  DismissBody,
  LookupQuery,
} from './shapes.js';
import type { Known } from './situation.js';
import { knownOf } from './situation.js';
import { warningsOf } from './warnings.js';

const TAG = 'desk';
const PATH = '/desk/conversations/{id}';

export type CopilotDeps = ActDeps & CardDeps & LookupDeps;

/** 副驾: what stands beside a conversation for whoever has the pen, and what they do with it. */
export function copilotEndpoints(deps: CopilotDeps): readonly Endpoint[] {
  const relation = ({ caller, params }: { caller: Caller; params: { id: string } }) =>
    relationTo(deps.store, params.id, employeeOf(caller));
  const place = { tag: TAG, params: Conversation, relation } as const;
  const personOf = ({ staff }: Caller) => personAt(deps.store, staff?.employee ?? null);
  return [
    endpoint({
      ...place,
      method: 'get',
      path: `${PATH}/copilot`,
      summary: 'What the machine sees in the latest message, warnings, next steps, and a shortlist',
      needs: 'draft.read',
      background: true,
      answer: CopilotShown,
      async run({ caller, params }) {
        const known = await knownOf(deps, params.id, employeeOf(caller));
        if (!known) throw new Problem(404, '没有找到');
        return copilotShown(known);
      },
    }),
    endpoint({
      ...place,
      method: 'get',
      path: `${PATH}/lookup`,
      summary:
        'Look something up while writing: products, rules, plans, canned replies, colleagues',
      needs: 'draft.read',
      query: LookupQuery,
      answer: z.object({ entries: z.array(EntryShown) }),
      run: async ({ params, query }) => {
        const asked = { conversation: params.id, words: query.words };
        return { entries: [...(await lookUp(deps, query.for, asked))] };
      },
    }),
    endpoint({
      ...place,
      method: 'post',
      path: `${PATH}/cards`,
      summary:
        'Send a product, or up to three compared, as a card: through gate, licence and guard',
      needs: 'conversation.say',
      body: CardBody,
      answer: ConversationShown,
      refusals: [409, 422],
      run: async ({ caller, params, body }) =>
        told(deps, params.id, await sendCard(deps, params.id, await personOf(caller), body)),
    }),
    endpoint({
      ...place,
      method: 'post',
      path: `${PATH}/draft/discard`,
      summary: 'The draft is of no use, and why: what the machine learns from',
      needs: 'draft.judge',
      body: DiscardBody,
      answer: ConversationShown,
      refusals: [409],
      run: async ({ caller, params, body }) =>
        done(deps, params.id, { do: 'discard', by: await personOf(caller), ...body }),
    }),
    endpoint({
      ...place,
      method: 'post',
      path: `${PATH}/steps/dismissal`,
      summary: 'A suggested next step is put aside until the matter is over, and why',
      needs: 'draft.judge',
      body: DismissBody,
      answer: ConversationShown,
      refusals: [409],
      run: async ({ caller, params, body }) =>
        done(deps, params.id, { do: 'dismiss', by: await personOf(caller), ...body }),
    }),
  ];
}

function copilotShown(known: Known): z.input<typeof CopilotShown> {
  const { warned, situation, judged, wanted, optedOut, dismissed } = known;
  const { intents, need } = heardIn(warned.commands);
  const { listed, leftOut } = shortlist(judged, wanted);
  return {
    intents: [...intents],
    need,
    warnings: [...warningsOf(warned)],
    steps: [...nextSteps(situation, dismissed)],
    shortlist:
      judged.length === 0 || optedOut
        ? null
        : {
            listed: listed.map(({ product, reasons }) => ({
              code: product.code,
              name: product.name,
              riskLevel: effectiveRiskLevel(product),
              reasons: [...reasons],
            })),
            leftOut: [...leftOut],
            ruleVersion: judged[0]!.verdict.ruleVersion,
          },
  };
}
