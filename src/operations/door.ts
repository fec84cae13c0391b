import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { RequestHandler, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { bearerOf, isSameSecret } from '../access/bearer.js';
import { Problem } from '../access/problem.js';
import type { AskDeps } from '../conversation/ask.js';
import { TERMINAL, ask, openTerminal } from '../conversation/ask.js';
import { findByChannel } from '../conversation/queries/conversation.js';
import { importFiles } from '../profiles/import/import.js';
import { KIND_NAMES } from '../profiles/import/kinds.js';
import { findCustomer } from '../profiles/kyc.js';
import { offShelf } from '../profiles/kyp.js';
import { ingest } from '../retrieval/ingest.js';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.js';
import type { ProposalDeps } from './proposals.js';
import { proposalRoutes } from './proposal-routes.js';
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
  /** Held in DATA_DIR by whoever runs the service; the command line speaks with it. */
  readonly token: string;
  readonly now: () => Instant;
  readonly ask: AskDeps;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  readonly proposals: ProposalDeps;
}

/** A file of 20 MB goes alone; as JSON its control characters take six bytes each. */
const LARGEST_REQUEST = '128mb';

/** The operator's door as far as the command line needs it: knowledge and rows in, search, a talk, proposals. */
export function operationsRoutes(deps: OperationsDeps): Router {
  const routes = express.Router();
  routes.use(onlyWithToken(deps.token));
  // A command asks here whether this is the service whose token it holds.
  routes.get('/', (_req, res) => void res.json({ service: 'shuzhi' }));
  routes.get('/search', async (req, res) => {
    res.json(await search(deps, req.query));
  });
  routes.post('/documents', express.json({ limit: LARGEST_REQUEST }), async (req, res) => {
    res.json(await takeDocuments(deps, req.body));
  });
  routes.post('/rows', express.json({ limit: LARGEST_REQUEST }), async (req, res) => {
    res.json(await takeRows(deps, req.body));
  });
  routes.post('/conversations', express.json({ limit: '4kb' }), async (req, res) => {
    res.status(201).json(await openConversation(deps, req.body));
  });
  routes.post('/conversations/:id/messages', express.json({ limit: '64kb' }), async (req, res) => {
    res.json(await say(deps, req.params.id, req.body));
  });
  routes.use('/proposals', proposalRoutes(deps.proposals));
  return routes;
}

const ConversationBody = z.strictObject({ customer: z.string().max(40).nullable() });
const MessageBody = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .refine((text) => !isTooLong(text)),
});

async function openConversation(deps: OperationsDeps, body: unknown) {
  const parsed = ConversationBody.safeParse(body);
  if (!parsed.success) throw new Problem(400, '请求无法识别');
  const { customer } = parsed.data;
  if (customer !== null && !(await findCustomer(deps.store, customer))) {
    throw new Problem(404, `没有客户 ${customer}`);
  }
  const known = customer === null ? null : customerId(customer);
  const greeting = await deps.greet(known);
  return { id: await openTerminal(deps.ask, known, greeting), greeting: greeting.text };
}

/** Only conversations opened at this door: a customer's own is not spoken into from here. */
async function say(deps: OperationsDeps, id: string, body: unknown) {
  const parsed = MessageBody.safeParse(body);
  if (!parsed.success) throw new Problem(400, '请求无法识别');
  const conversation = await findByChannel(deps.store, TERMINAL, id);
  if (!conversation) throw new Problem(404, '没有这个会话');
  return ask(deps.ask, conversationId(id), parsed.data.text);
}

/** One answer for a missing and a wrong token. */
const onlyWithToken =
  (token: string): RequestHandler =>
  (req, _res, next) => {
    if (isSameSecret(bearerOf(req), token)) next();
    else next(new Problem(401, '需要登录'));
  };

const SearchQuery = z.object({
  query: z.string().min(1).max(500),
  k: z.coerce.number().int().min(1).max(50).default(5),
  asOf: z.string().refine(isLocalDate).optional(),
});

async function search(deps: OperationsDeps, query: unknown) {
  const parsed = SearchQuery.safeParse(query);
  if (!parsed.success) throw new Problem(400, '查询参数有误');
  const { query: words, k, asOf = toLocalDate(deps.now()) } = parsed.data;
  return deps.index().search(words, { k, asOf, hidden: await offShelf(deps.store) });
}

const RowsBody = z.strictObject({
  kind: z.enum(KIND_NAMES).nullable().default(null),
  dryRun: z.boolean().default(false),
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(4_000), text: z.string() }))
    .min(1)
    .max(1_000),
});

/** An institution's rows: what is wrong with them is in the report, and then nothing is loaded. */
async function takeRows(deps: OperationsDeps, body: unknown) {
  const parsed = RowsBody.safeParse(body);
  if (!parsed.success) throw new Problem(400, '数据文件列表有误');
  const { files, ...options } = parsed.data;
  return importFiles(deps.store, files, options);
}

const DocumentsBody = z.strictObject({
  dryRun: z.boolean().default(false),
  files: z
    .array(z.strictObject({ path: z.string().min(1).max(4_000), content: z.string() }))
    .min(1)
    .max(5_000),
});

/** Files arrive as text; they are laid out in a folder of their own, so that ids follow their paths. */
async function takeDocuments(deps: OperationsDeps, body: unknown) {
  const parsed = DocumentsBody.safeParse(body);
  if (!parsed.success) throw new Problem(400, '文档列表有误');
  const folder = await mkdtemp(join(tmpdir(), 'shuzhi-documents-'));
  try {
    for (const { path, content } of parsed.data.files) {
      const target = resolve(folder, path);
      if (!isInside(folder, target)) throw new Problem(400, `路径有误：${basename(path)}`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    const { dryRun } = parsed.data;
    const report = await ingest(deps.store, [folder], { now: deps.now(), dryRun });
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
