import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { Endpoint } from '../access/api/endpoint.js';
import { endpoint } from '../access/api/endpoint.js';
import { Problem } from '../access/problem.js';
import type { AskDeps } from '../conversation/ask.js';
import { TERMINAL, WithPerson, ask, openTerminal } from '../conversation/ask.js';
import { findByChannel } from '../conversation/queries/conversation.js';
import { importFiles } from '../profiles/import/import.js';
import { KIND_NAMES } from '../profiles/import/kinds.js';
import { findCustomer } from '../profiles/kyc.js';
import { offShelf } from '../profiles/kyp.js';
import { ingest } from '../retrieval/ingest.js';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.js';
import type { ProposalDeps } from './proposals.js';
import { proposalEndpoints } from './proposal-endpoints.js';
import type { Store } from '../store/store.js';
import type { CustomerId } from '../terms/ids.js';
import { conversationId, customerId } from '../terms/ids.js';
import { isTooLong } from '../terms/message.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { isLocalDate, toLocalDate } from '../terms/time.js';

export interface OperationsDeps {
  readonly store: Store;
  readonly index: () => KnowledgeIndex;
  /** Brings the index up to date after documents changed. */
  readonly refresh: () => Promise<void>;
  readonly now: () => Instant;
  readonly ask: AskDeps;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  readonly proposals: ProposalDeps;
}

/** A file of 20 MB goes alone; as JSON its control characters take six bytes each. */
const LARGEST_REQUEST = '128mb';

const ConversationBody = z.strictObject({ customer: z.string().max(40).nullable() });

const MessageBody = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .refine((text) => !isTooLong(text)),
});

const SearchQuery = z.object({
  query: z.string().min(1).max(500),
  k: z.coerce.number().int().min(1).max(50).default(5),
  asOf: z.string().refine(isLocalDate).optional(),
});

const RowsBody = z.strictObject({
  kind: z.enum(KIND_NAMES).nullable().default(null),
  dryRun: z.boolean().default(false),
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(4_000), text: z.string() }))
    .min(1)
    .max(1_000),
});

const DocumentsBody = z.strictObject({
  dryRun: z.boolean().default(false),
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(4_000), content: z.string() }))
    .min(1)
    .max(5_000),
});

/** Reports have shapes of their own rooms; here they pass as they are. */
const Report = z.looseObject({});
const TAG = 'operations';

/** The operator's door as far as the command line needs it: knowledge and rows in, search, a talk, proposals. */
export function operationsEndpoints(deps: OperationsDeps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/operations',
      tag: TAG,
      summary: 'Whether this is the service whose token a command holds',
      needs: 'knowledge.search',
      answer: z.object({ service: z.literal('shuzhi') }),
      run: async () => ({ service: 'shuzhi' as const }),
    }),
    endpoint({
      method: 'get',
      path: '/operations/search',
      tag: TAG,
      summary: 'What the digital employee would find',
      needs: 'knowledge.search',
      query: SearchQuery,
      answer: Report,
      run: async ({ query }) => ({ ...(await search(deps, query)) }),
    }),
    endpoint({
      method: 'post',
      path: '/operations/documents',
      tag: TAG,
      summary: 'Take documents into knowledge',
      needs: 'knowledge.change',
      body: DocumentsBody,
      bodyLimit: LARGEST_REQUEST,
      answer: Report,
      run: async ({ caller, body }) => ({ ...(await takeDocuments(deps, body, caller.id)) }),
    }),
    endpoint({
      method: 'post',
      path: '/operations/rows',
      tag: TAG,
      summary: 'Load the institution’s own rows: all of them or none',
      needs: 'rows.import',
      body: RowsBody,
      bodyLimit: LARGEST_REQUEST,
      answer: Report,
      // What is wrong with rows is in the report, and then nothing is loaded.
      run: async ({ caller, body: { files, ...options } }) => {
        const by = { author: caller.id, approver: null, basis: 'direct' };
        return { ...(await importFiles(deps.store, files, { ...options, now: deps.now(), by })) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/operations/conversations',
      tag: TAG,
      summary: 'Open a talk in a terminal, as a customer or a visitor',
      needs: 'terminal.talk',
      body: ConversationBody,
      status: 201,
      answer: z.object({ id: z.string(), greeting: z.string() }),
      run: ({ body }) => openConversation(deps, body),
    }),
    endpoint({
      method: 'post',
      path: '/operations/conversations/{id}/messages',
      tag: TAG,
      summary: 'Say something in a talk opened here, and wait for the answer',
      needs: 'terminal.talk',
      params: z.object({ id: z.string() }),
      body: MessageBody,
      answer: Report,
      run: async ({ params, body }) => ({ ...(await say(deps, params.id, body.text)) }),
    }),
    ...proposalEndpoints(deps.proposals),
  ];
}

async function openConversation(
  deps: OperationsDeps,
  { customer }: z.output<typeof ConversationBody>,
) {
  if (customer !== null && !(await findCustomer(deps.store, customer))) {
    throw new Problem(404, `没有客户 ${customer}`);
  }
  const known = customer === null ? null : customerId(customer);
  const greeting = await deps.greet(known);
  return { id: await openTerminal(deps.ask, known, greeting), greeting: greeting.text };
}

/** Only conversations opened at this door: a customer's own is not spoken into from here. */
async function say(deps: OperationsDeps, id: string, text: string) {
  const conversation = await findByChannel(deps.store, TERMINAL, id);
  if (!conversation) throw new Problem(404, '没有这个会话');
  try {
    return await ask(deps.ask, conversationId(id), text);
  } catch (error) {
    if (!(error instanceof WithPerson)) throw error;
    throw new Problem(409, '已经记下；真人顾问正在接待，会由顾问回复');
  }
}

async function search(deps: OperationsDeps, given: z.output<typeof SearchQuery>) {
  const { query: words, k, asOf = toLocalDate(deps.now()) } = given;
  return deps.index().search(words, { k, asOf, hidden: await offShelf(deps.store) });
}

/** Files arrive as text; they are laid out in a folder of their own, so that ids follow their paths. */
async function takeDocuments(
  deps: OperationsDeps,
  { files, dryRun }: z.output<typeof DocumentsBody>,
  author: string,
) {
  const folder = await mkdtemp(join(tmpdir(), 'shuzhi-documents-'));
  try {
    for (const { path, content } of files) {
      const target = resolve(folder, path);
      if (!isInside(folder, target)) throw new Problem(400, `路径有误：${basename(path)}`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    const report = await ingest(deps.store, [folder], {
      now: deps.now(),
      by: { author, approver: null, basis: 'direct' },
      dryRun,
    });
    if (!dryRun) await deps.refresh();
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isInside(folder: string, target: string): boolean {
  const way = relative(folder, target);
  return way !== '' && !/^\.\.(\/|$)/.test(way) && !way.includes('\0');
}
