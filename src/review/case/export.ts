import { createHash, randomUUID } from 'node:crypto';
import type { HouseDeps } from '../../conversation/house-stream.js';
import { HOUSE_STREAM, keepInHouse } from '../../conversation/house-stream.js';
import { findAttachment } from '../../conversation/queries/attachment.js';
import type { PutFile } from '../../ledger/bundle/case-files.js';
import { putCase } from '../../ledger/bundle/case-files.js';
import type { ConversationExported, EntryLine, Manifest } from '../../ledger/bundle/format.js';
import { CASE_FORMAT, MANIFEST, bodyOf } from '../../ledger/bundle/format.js';
import { findStreamHead, readEntryLines, readLatest } from '../../ledger/bundle/queries.js';
import { zipped } from '../../ledger/bundle/zipped.js';
import type { SignedCheckpoint } from '../../ledger/checkpoint.js';
import type { StreamHead } from '../../ledger/heads.js';
import type { Keeper } from '../../ledger/keeper.js';
import { toIso } from '../../terms/time.js';
import { readingFiles } from './reading-files.js';

export interface ExportDeps extends HouseDeps {
  readonly ledger: Pick<Keeper, 'sign' | 'keyLine'>;
  /** Who produced what an AI said in it. */
  readonly institution: string;
}

export interface ExportOrder {
  readonly conversation: string;
  readonly by: string;
  readonly why: string;
  /** A checkpoint the receiver holds; null: none is known. */
  readonly since: SignedCheckpoint | null;
}

export interface ExportedCase {
  readonly name: string;
  readonly zip: Buffer;
}

/** Conversations and proposals; every other stream holds other people's doings. */
const LEAVES = /^(proposal:)?[^:]+$/;

/** A day's heads may be taken in the middle of an export: then it is begun again. */
const TRIES = 3;

/**
 * Makes the bundle of one conversation: what it is made of goes on record first, so that the bundle
 * holds the record of itself. Null: there is no such conversation.
 */
export async function exportCase(
  deps: ExportDeps,
  order: ExportOrder,
): Promise<ExportedCase | null> {
  if (!LEAVES.test(order.conversation)) return null;
  for (let tries = 1; ; tries += 1) {
    await deps.ledger.sign();
    const head = await findStreamHead(deps.store, order.conversation);
    if (!head) return null;
    const heads = await lastHeads(deps);
    const zip = await exportAt(deps, order, head, heads);
    if ((await lastHeads(deps)) === heads || tries === TRIES) {
      return { name: fileName(order.conversation), zip };
    }
  }
}

/** The leaf that holds the heads last taken; null: none were. */
const lastHeads = async (deps: ExportDeps): Promise<number | null> =>
  (await latest(deps, 'HeadsTaken', Number.MAX_SAFE_INTEGER, 1))[0]?.leaf ?? null;

async function exportAt(
  deps: ExportDeps,
  order: ExportOrder,
  head: Pick<StreamHead, 'cseq' | 'hash'>,
  heads: number | null,
): Promise<Buffer> {
  const { conversation, by, why } = order;
  const entries = await readEntryLines(deps.store, conversation, head.cseq);
  const key = await deps.ledger.keyLine();
  const label = { producer: deps.institution, conversation };
  const reading = await readingFiles(entries, label, key);
  const id = randomUUID();
  const told = { conversation, heads, by, why, files: hashesOf(reading) };
  const counted = { entries: head.cseq, head: head.hash };
  const event: ConversationExported = { kind: 'ConversationExported', id, ...counted, ...told };
  await keepInHouse(deps, event);
  const checkpoint = await deps.ledger.sign();
  const evidence = await evidenceOf(deps, conversation, id, entries, checkpoint.size);
  const files = await gather(deps, order, { entries, evidence, reading, checkpoint });
  const manifest: Manifest = {
    format: CASE_FORMAT,
    id,
    conversation,
    origin: checkpoint.origin,
    size: checkpoint.size,
    head: head.hash,
    made: toIso(deps.now()),
    by,
    why,
    key,
    aiContent: true,
    files: hashesOf(files),
  };
  files.set(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  return zipped(files);
}

interface Gathered {
  readonly entries: readonly EntryLine[];
  readonly evidence: readonly EntryLine[];
  readonly reading: ReadonlyMap<string, Buffer>;
  readonly checkpoint: SignedCheckpoint;
}

async function gather(
  deps: ExportDeps,
  { conversation, since }: ExportOrder,
  { entries, evidence, reading, checkpoint }: Gathered,
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const put: PutFile = async (name, content) => void files.set(name, Buffer.from(content));
  await putCase(
    deps.store,
    {
      conversation,
      entries,
      evidence,
      checkpoint,
      since: since ? [since] : [],
      async attachment(id) {
        const content = (await findAttachment(deps.store, conversation, id))?.content;
        return content ? Buffer.from(content) : null;
      },
    },
    put,
  );
  for (const [name, content] of reading) files.set(name, content);
  return files;
}

/** So many exports of other conversations may have come between. */
const EXPORTS_BACK = 50;
const MOST_DESTROYED = 100_000;

const latest = ({ store }: ExportDeps, kind: string, size: number, limit: number) =>
  readLatest(store, { stream: HOUSE_STREAM, kind, size, limit });

interface Told {
  readonly id?: string;
  readonly stream?: string;
}

const toldIn = (line: EntryLine): Told => (bodyOf(line) ?? {}) as Told;

/** Of the house's record what is about this export, and nothing of anybody else's. */
async function evidenceOf(
  deps: ExportDeps,
  conversation: string,
  id: string,
  entries: readonly EntryLine[],
  size: number,
): Promise<readonly EntryLine[]> {
  const exports = await latest(deps, 'ConversationExported', size, EXPORTS_BACK);
  const areWordsGone = entries.some(({ body }) => body === null);
  const destroyed = areWordsGone ? await latest(deps, 'WordsDestroyed', size, MOST_DESTROYED) : [];
  return [
    ...exports.filter((line) => toldIn(line).id === id),
    ...destroyed.filter((line) => toldIn(line).stream === conversation),
    ...(await latest(deps, 'HeadsTaken', size, 1)),
  ];
}

const hashesOf = (files: ReadonlyMap<string, Buffer>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files].map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]),
  );

/** Whatever a channel called it, nothing of it is a path. */
const fileName = (conversation: string): string =>
  `case-${conversation.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.zip`;
