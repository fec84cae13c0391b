import { z } from 'zod';
import type { Caller, Endpoint } from '../access/api/endpoint.js';
import { endpoint } from '../access/api/endpoint.js';
import type { Relation } from '../access/permissions.js';
import { may } from '../access/permissions.js';
import { Problem } from '../access/problem.js';
import { handoffAt } from '../conversation/handoff/projection.js';
import { checkBeforeSaying, checkWords } from '../conversation/handoff/saying.js';
import { findConversation } from '../conversation/queries/conversation.js';
import { findHandoffRow } from '../conversation/queries/handoff.js';
import type { ActDeps, Actor } from './acts.js';
import {
  NoteBody,
  ResolveBody,
  ReturnBody,
  SayBody,
  TransferBody,
  claim,
  giveBack,
  note,
  refuseTaken,
  reopen,
  resolve,
  speak,
  transfer,
  withSources,
} from './acts.js';
import { ColleagueShown, colleaguesFor } from './colleagues.js';
import {
  ConversationShown,
  FindingShown,
  conversationShown,
  findingsShown,
} from './conversation-shown.js';
import { employeeOf, personAt, relationTo } from './seat.js';

const TAG = 'desk';
const PATH = '/desk/conversations/{id}';
const Id = z.object({ id: z.string().min(1).max(64) });
const ClaimQuery = z.object({
  seen: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('the epoch under which it was seen: taken by another since, it stays with them'),
});

const CheckBody = SayBody.extend({ conversation: z.string().max(64).nullable().default(null) });
const Checked = z
  .object({ verdict: z.enum(['pass', 'rewrite', 'block']), findings: z.array(FindingShown) })
  .meta({ id: 'CheckedWords' });

/** A conversation and what its advisor does with it. */
export function conversationEndpoints(deps: ActDeps): readonly Endpoint[] {
  const { store } = deps;
  const relation = ({ caller, params }: { caller: Caller; params: { id: string } }) =>
    // Of what is others', a supervisor may do more than of what was opened for them.
    relationTo(
      store,
      params.id,
      employeeOf(caller),
      caller.holder === 'advisor' ? deps.now() : undefined,
    );
  const actorOf = async ({ staff }: Caller): Promise<Actor> => ({
    person: await personAt(store, staff?.employee ?? null),
    isSupervisor: staff?.role === 'supervisor',
  });
  const acting = { method: 'post', tag: TAG, params: Id, relation } as const;
  const shown = { answer: ConversationShown, refusals: [409] };
  return [
    endpoint({
      method: 'get',
      path: PATH,
      tag: TAG,
      summary: 'A conversation: what was said, who holds the pen, and the draft for its advisor',
      needs: 'conversation.read',
      params: Id,
      relation,
      // Read anew with every message of the customer's, whether or not anybody is there.
      background: true,
      answer: ConversationShown,
      async run(call) {
        const found = await conversationShown(deps, call.params.id, deps.now());
        const whose = await relation(call);
        if (!found || whose === null) throw new Problem(404, '没有找到');
        // A draft nobody has said is for whoever may say it.
        return may(call.caller.holder, 'draft.read', whose) ? found : { ...found, draft: null };
      },
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/claim`,
      summary: 'Take it: the pen is yours, and nobody else speaks',
      needs: 'conversation.claim',
      query: ClaimQuery,
      async relation({ caller, params, query }) {
        const whose = await relation({ caller, params });
        if (whose === 'others' && query.seen !== undefined && caller.holder === 'advisor') {
          await refuseTaken(store, params.id, query.seen);
        }
        return whose;
      },
      run: async ({ caller, params, query }) =>
        claim(deps, await actorOf(caller), params.id, query.seen),
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/say`,
      summary: 'Say something to the customer, held to the same rules as the digital employee',
      needs: 'conversation.say',
      body: SayBody,
      refusals: [409, 422],
      run: async ({ caller, params, body }) => speak(deps, await actorOf(caller), params.id, body),
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/notes`,
      summary: 'Note something for colleagues; the customer never sees it',
      needs: 'conversation.note',
      body: NoteBody,
      run: async ({ caller, params, body }) => note(deps, await actorOf(caller), params.id, body),
    }),
    endpoint({
      method: 'get',
      tag: TAG,
      params: Id,
      relation,
      path: `${PATH}/colleagues`,
      summary: 'Whom it could be given to: who is there, how busy, licensed for what, and why',
      needs: 'conversation.transfer',
      answer: z.object({ colleagues: z.array(ColleagueShown) }),
      async run({ params }) {
        const holder = (await findHandoffRow(store, params.id))?.employee_id ?? null;
        return { colleagues: [...(await colleaguesFor(deps, params.id, holder, deps.now()))] };
      },
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/transfer`,
      summary: 'Give it to a colleague who is there and may serve it',
      needs: 'conversation.transfer',
      body: TransferBody,
      run: async ({ caller, params, body }) =>
        transfer(deps, await actorOf(caller), params.id, body),
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/return`,
      summary: 'Give it back to the digital employee',
      needs: 'conversation.return',
      body: ReturnBody,
      run: async ({ caller, params, body }) =>
        giveBack(deps, await actorOf(caller), params.id, body),
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/resolve`,
      summary: 'End the service; the customer is asked how it was',
      needs: 'conversation.resolve',
      body: ResolveBody,
      run: async ({ caller, params, body }) =>
        resolve(deps, await actorOf(caller), params.id, body),
    }),
    endpoint({
      ...acting,
      ...shown,
      path: `${PATH}/reopen`,
      summary: 'Take up once more what was ended',
      needs: 'conversation.reopen',
      run: async ({ caller, params }) => reopen(deps, await actorOf(caller), params.id),
    }),
    endpoint({
      method: 'post',
      path: '/desk/check',
      tag: TAG,
      summary: 'What the guard says of words before they are sent',
      needs: 'reply.check',
      body: CheckBody,
      answer: Checked,
      async run({ caller, body }) {
        const { conversation, ...given } = body;
        await refuseOthers(deps, caller, conversation);
        const words = await withSources(deps, given);
        const row = conversation === null ? null : await findConversation(store, conversation);
        const { verdict, findings } = row
          ? await checkBeforeSaying(deps, row.id, words, await handoffAt(store, row))
          : await checkWords(deps, null, words);
        return { verdict, findings: findingsShown(findings) };
      },
    }),
  ];
}

/** What was said in a conversation vouches for figures only to whoever may read it. */
async function refuseOthers(
  { store }: ActDeps,
  caller: Caller,
  conversation: string | null,
): Promise<void> {
  if (conversation === null) return;
  const relation: Relation | null = await relationTo(store, conversation, employeeOf(caller));
  if (relation !== 'assigned') throw new Problem(404, '没有找到');
}
