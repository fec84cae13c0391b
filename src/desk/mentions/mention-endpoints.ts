import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { may } from '../../access/permissions.js';
import { seeMentions, unseenMentions } from '../../conversation/queries/mention.js';
import { readStream } from '../../conversation/stream.js';
import type { MentionRow } from '../../store/review-rows.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toIso } from '../../terms/time.js';
import { employeeOf, relationTo } from '../seat.js';

const TAG = 'desk';
const PATH = '/desk/mentions';
const LISTED = 50;

const MentionShown = z
  .object({
    conversation: z.string(),
    seq: z.int().describe('where the note stands in the record'),
    by: z.string().describe('a colleague’s name'),
    at: z.iso.datetime(),
    text: z.string().describe('the note, which is addressed to the one who reads it here'),
    mayOpen: z.boolean().describe('whether its conversation is open to them too'),
  })
  .meta({ id: 'Mention', description: 'somebody called on by a colleague’s note' });

export interface MentionDeps {
  readonly store: Store;
  readonly now: () => Instant;
}

/** @同事: what colleagues call on one for. It opens no conversation that is closed to one. */
export const mentionEndpoints = (deps: MentionDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: PATH,
    tag: TAG,
    summary: 'Notes that call on you and that you have not seen, the latest first',
    needs: 'mention.own',
    relation: () => 'self',
    background: true,
    answer: z.object({ mentions: z.array(MentionShown) }),
    run: async ({ caller }) => ({ mentions: [...(await mentionsFor(deps, caller))] }),
  }),
  endpoint({
    method: 'post',
    path: `${PATH}/{conversation}/seen`,
    tag: TAG,
    summary: 'You have seen what this conversation calls on you for',
    needs: 'mention.own',
    params: z.object({ conversation: z.string().min(1).max(64) }),
    relation: () => 'self',
    answer: z.object({ mentions: z.array(MentionShown) }),
    async run({ caller, params }) {
      const employee = employeeOf(caller);
      if (employee !== null) {
        await deps.store.commit([
          seeMentions(deps.store, employee, params.conversation, deps.now()),
        ]);
      }
      return { mentions: [...(await mentionsFor(deps, caller))] };
    },
  }),
];

async function mentionsFor(deps: MentionDeps, caller: Caller) {
  const employee = employeeOf(caller);
  if (employee === null) return [];
  const rows = await unseenMentions(deps.store, employee, LISTED);
  const shown = await Promise.all(rows.map((row) => mentionShown(deps, caller, row)));
  return shown.filter((one) => one !== null);
}

/** Null: the note was erased with its conversation. */
async function mentionShown({ store, now }: MentionDeps, caller: Caller, row: MentionRow) {
  const { conversation_id: conversation, seq, employee_id } = row;
  const [note] = await readStream(store, conversation, seq - 1, 1);
  if (note?.event.kind !== 'NoteTaken') return null;
  const relation = await relationTo(store, conversation, employee_id, now());
  return {
    conversation,
    seq,
    by: note.event.by.name,
    at: toIso(row.at),
    text: note.event.text,
    mayOpen: relation !== null && may(caller.holder, 'conversation.read', relation),
  } satisfies z.input<typeof MentionShown>;
}
