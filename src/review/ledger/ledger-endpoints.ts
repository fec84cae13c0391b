import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import type { LedgerEntry } from '../../ledger/chain.js';
import { parseCheckpoint } from '../../ledger/checkpoint.js';
import { parseVerifierLine } from '../../ledger/note.js';
import { lastCheckpoint } from '../../ledger/queries.js';
import { FAULTS } from '../../ledger/verify/verdict.js';
import type { FaultCode } from '../../ledger/verify/verdict.js';
import { OWN_FAULTS } from '../../ledger/verify/own-tree.js';
import { verifyBundle } from '../../ledger/verify/verify.js';
import { toIso } from '../../terms/time.js';
import { entriesOf } from '../record/queries.js';
import type { LedgerDeskDeps } from './health.js';
import { dailySeals, exportsMade, lastVerified, verifyNow } from './health.js';

const TAG = 'review';
const needs = 'ledger.verify' as const;

const FAULT_CODES = Object.keys(FAULTS) as [FaultCode, ...FaultCode[]];

const VerifiedShown = z.object({
  at: z.string(),
  by: z.string(),
  verdict: z.enum(['intact', 'altered', 'incomplete', 'rollback']),
  size: z.int(),
  leaves: z.int(),
  missing: z.int().nullable().describe('the first place without an entry'),
  fault: z
    .enum([...FAULT_CODES, ...OWN_FAULTS])
    .nullable()
    .describe('what is found first'),
  stream: z.string().nullable().describe('whose entry it is that does not hold'),
  seq: z.int().nullable().describe('its place in that stream'),
  root: z.string(),
  ms: z.int(),
});
const LedgerShown = z.object({
  origin: z.string(),
  leaves: z.int(),
  checkpoint: z
    .object({ leaves: z.int(), at: z.string(), root: z.string(), note: z.string() })
    .nullable()
    .describe('the last one signed'),
  witnessed: z.int().nullable().describe('leaves of the last checkpoint a witness has signed'),
  trouble: z.enum(['rollback', 'fork']).nullable(),
  key: z.string(),
  verified: VerifiedShown.nullable(),
  seals: z.array(z.object({ day: z.string(), size: z.int(), streams: z.int(), root: z.string() })),
  exports: z.array(
    z.object({
      at: z.string(),
      conversation: z.string(),
      entries: z.int(),
      head: z.string(),
      by: z.string(),
      why: z.string(),
    }),
  ),
});

const BundleBody = z.strictObject({ zip: z.base64() });
const BundleShown = z.object({
  verdict: z.enum(['valid', 'tampered', 'incomplete', 'unknown']),
  fault: z.enum(FAULT_CODES).nullable(),
  seq: z.int().nullable().describe('the first entry that does not hold'),
  conversation: z.string().nullable(),
  entries: z.int(),
  size: z.int().nullable(),
  destroyed: z.array(z.int()),
});

const EntryShown = z.object({
  seq: z.int(),
  at: z.string(),
  kind: z.string(),
  actor: z.string(),
  leaf: z.int().nullable().describe('null: not in the tree yet'),
  hash: z.string(),
  commit: z.string().describe('what stands for the words'),
  bytes: z.int().nullable().describe('length of what it commits to; null: it is gone'),
});
const MOST_ENTRIES = 2_000;

/** 账本: how it stands, whether it holds, and the proofs of a stream without a word of it. */
export const ledgerEndpoints = (deps: LedgerDeskDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/review/ledger',
    tag: TAG,
    summary: 'How the ledger stands: checkpoint, witness, daily seals, last verification, exports',
    needs,
    background: true,
    answer: LedgerShown,
    run: () => ledgerShown(deps),
  }),
  endpoint({
    method: 'post',
    path: '/review/ledger/verifications',
    tag: TAG,
    summary: 'Hold every entry against its event and what was signed; the outcome goes on record',
    needs,
    answer: VerifiedShown,
    run: async ({ caller }) => verifiedShown(await verifyNow(deps, caller.id)),
  }),
  endpoint({
    method: 'post',
    path: '/review/bundles/verifications',
    tag: TAG,
    summary: 'Judge a bundle from its bytes and the house’s own key; nothing is kept',
    needs,
    body: BundleBody,
    bodyLimit: '64mb',
    secretAnswer: true,
    answer: BundleShown,
    run: async ({ body: { zip } }) => {
      const key = parseVerifierLine(await deps.ledger.keyLine());
      if (!key) throw new Problem(500, '账本公钥读不出来');
      const trust = { keys: [key], witnesses: [], checkpoint: null };
      const found = verifyBundle(Buffer.from(zip, 'base64'), trust);
      return { ...found, destroyed: [...found.destroyed] };
    },
  }),
  endpoint({
    method: 'get',
    path: '/review/ledger/streams/{id}',
    tag: TAG,
    summary: 'The entries of a conversation as the ledger has them: commitments instead of words',
    needs,
    params: z.object({ id: z.string().min(1).max(200) }),
    answer: z.object({ entries: z.array(EntryShown) }),
    run: async ({ params: { id } }) => {
      const rows = await entriesOf(deps.store, id, MOST_ENTRIES);
      if (rows.length === 0) throw new Problem(404, `账本里没有 ${id}`);
      return {
        entries: rows.map(({ cseq, hash, leaf, entry, body }) => {
          const { ts: at, kind, actor, commit } = JSON.parse(entry) as LedgerEntry;
          const place = leaf === null ? null : Number(leaf);
          const bytes = body === null ? null : Buffer.byteLength(body);
          return { seq: Number(cseq), at, kind, actor, leaf: place, hash, commit, bytes };
        }),
      };
    },
  }),
];

async function ledgerShown(deps: LedgerDeskDeps): Promise<z.input<typeof LedgerShown>> {
  const { store, ledger } = deps;
  const state = ledger.state();
  const last = await lastCheckpoint(store);
  const signed = last ? parseCheckpoint(last.note) : null;
  const verified = await lastVerified(deps);
  const seals = await dailySeals(deps);
  return {
    origin: state?.origin ?? '',
    leaves: state?.size ?? 0,
    checkpoint:
      last && signed
        ? {
            leaves: Number(last.size),
            at: toIso(Number(last.signed_at)),
            root: signed.root.toString('hex'),
            note: last.note + last.cosignatures,
          }
        : null,
    witnessed: state?.witnessed ?? null,
    trouble: state?.trouble ?? null,
    key: await ledger.keyLine(),
    verified: verified && verifiedShown(verified),
    seals: seals.map(({ day, size, streams, root }) => ({ day, size, streams, root })),
    exports: await exportsMade(deps),
  };
}

const verifiedShown = ({ at, ...rest }: Awaited<ReturnType<typeof verifyNow>>) => ({
  ...rest,
  at: toIso(at),
});
