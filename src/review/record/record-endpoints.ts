import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import type { HouseDeps } from '../../conversation/house-stream.js';
import { keepUnder } from '../../conversation/house-stream.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import { addDays, startOfDay, toIso } from '../../terms/time.js';
import { ruleTitle, titled } from '../findings/rule-titles.js';
import { STAGES } from '../work/decide.js';
import type { ReviewVerdict } from '../work/events.js';
import { Limit, firstOf } from '../first-of.js';
import { readAsItLies } from './as-it-lies.js';
import { customerNamed } from './customer-named.js';
import { evidenceOf } from './evidence.js';
import type { RecordLine } from './lines.js';
import type { ProofDeps } from './proof.js';
import { entryProof } from './proof.js';
import { findingsOf, recordLines } from './queries.js';
import type { RecordLineShown } from './shapes.js';
import { EvidenceShown, RecordShown, RecordsShown } from './shapes.js';

const TAG = 'review';
const Day = z.iso.date();
const PATH = '/review/conversations';
const Id = z.object({ id: z.string().min(1).max(200) });

const Filter = z.strictObject({
  channel: z.string().max(40).optional(),
  customer: z.string().max(64).optional(),
  rule: z.string().max(40).optional(),
  stage: z.enum(STAGES).optional().describe('of the review it is in'),
  since: Day.default('1970-01-01'),
  until: Day.default('9999-12-30').describe('that day included'),
  limit: Limit,
});

/** Of one conversation: it may be of any length. */
const Part = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('`next` of the part before'),
  limit: z.coerce.number().int().min(1).max(1_000).default(400).describe('entries'),
});

export type RecordDeps = HouseDeps & ProofDeps;

/** 会话查看留痕: that somebody of compliance opened a conversation, or a later part of it. */
interface RecordOpened {
  readonly kind: 'RecordOpened';
  readonly by: string;
  /** Entries up to this one were not shown; absent: it was opened from its beginning. */
  readonly after?: number;
}

/** 证据查看留痕: what the machine knew holds the customer's words as much as the conversation does. */
interface EvidenceOpened {
  readonly kind: 'EvidenceOpened';
  readonly by: string;
  readonly seq: number;
}

/** Who opened a conversation, and when; beside it, as a reader changes nothing of what is read. */
const readingStream = (conversation: string): string => `reading:${conversation}`;

/** 会话与证据: read-only, as there is nothing here that writes a word into a conversation. */
export const recordEndpoints = (deps: RecordDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: PATH,
    tag: TAG,
    summary: 'Conversations with what was found in them, latest first; no word of theirs',
    needs: 'review.read',
    query: Filter,
    answer: RecordsShown,
    run: ({ query }) => listed(deps, query),
  }),
  endpoint({
    method: 'get',
    path: `${PATH}/{id}`,
    tag: TAG,
    summary:
      'All that is on record of a conversation, with who saw what; opening it goes on record',
    needs: 'review.read',
    params: Id,
    query: Part,
    answer: RecordShown,
    run: async ({ caller, params: { id }, query: { after, limit } }) => {
      const row = await findConversation(deps.store, id);
      if (!row) throw new Problem(404, `没有会话 ${id}`);
      const from = after > 0 ? { after } : {};
      const opened: RecordOpened = { kind: 'RecordOpened', by: caller.id, ...from };
      await keepUnder(deps, readingStream(id), opened);
      const { lines } = await readAsItLies(deps.store, id, after, limit);
      const through = after + limit;
      return {
        id,
        channel: row.channel,
        customer: await customerNamed(deps.store, row.customer_id),
        openedAt: toIso(Number(row.opened_at)),
        entries: row.next_seq - 1,
        lines: lines.map((line) => lineShown(line)),
        next: through < row.next_seq - 1 ? through : null,
      };
    },
  }),
  endpoint({
    method: 'get',
    path: `${PATH}/{id}/evidence/{seq}`,
    tag: TAG,
    summary:
      'What the machine knew when it spoke: words, passages, tools, verdicts, versions, proof',
    needs: 'review.read',
    params: Id.extend({ seq: z.coerce.number().int().min(1) }),
    answer: EvidenceShown,
    run: async ({ caller, params: { id, seq } }) => {
      const row = await findConversation(deps.store, id);
      const proof = row && (await entryProof(deps, id, seq));
      if (!row || !proof) throw new Problem(404, `会话里没有第 ${seq} 条记录`);
      const opened: EvidenceOpened = { kind: 'EvidenceOpened', by: caller.id, seq };
      await keepUnder(deps, readingStream(id), opened);
      const { recorded } = await readAsItLies(deps.store, id);
      const made = await evidenceOf(deps.store, recorded, seq);
      return { seq, made, proof: { ...proof, path: [...proof.path] } };
    },
  }),
];

const lineShown = (line: RecordLine): z.input<typeof RecordLineShown> => ({
  ...line,
  at: toIso(line.at),
  findings: line.findings.map(titled),
  cards: [...line.cards],
});

async function listed({ store }: RecordDeps, query: z.output<typeof Filter>) {
  const [since, until] = [startOfDay(query.since), startOfDay(addDays(query.until, 1))];
  const { rows, more } = firstOf(
    await recordLines(store, { ...query, since, until, limit: query.limit + 1 }),
    query.limit,
  );
  const found = await findingsOf(
    store,
    rows.map(({ id }) => id),
  );
  const conversations = rows.map(async (row) => {
    const own = found.filter((one) => one.conversation_id === row.id);
    return {
      id: row.id,
      channel: row.channel,
      customer: await customerNamed(store, row.customer_id),
      openedAt: toIso(Number(row.opened_at)),
      entries: row.next_seq - 1,
      withPerson: row.pen === 'advisor' || (row.stratum?.endsWith('/person') ?? false),
      rules: own.map(({ rule, severity, n }) => ({
        rule,
        title: ruleTitle(rule),
        severity,
        count: Number(n),
      })),
      stage: row.stage,
      verdict: row.verdict as ReviewVerdict | null,
    };
  });
  return { conversations: await Promise.all(conversations), more };
}
