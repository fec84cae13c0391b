import type { Response } from 'express';
import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { HOUR, enforce } from '../../access/limits.js';
import { Problem } from '../../access/problem.js';
import type { SignedCheckpoint } from '../../ledger/checkpoint.js';
import { parseCheckpoint } from '../../ledger/checkpoint.js';
import type { ExportDeps } from './export.js';
import { exportCase } from './export.js';
import { exportLedger } from './export-ledger.js';

const TAG = 'review';
const Why = z.string().trim().min(1).max(500);
/** A checkpoint the receiver holds, as it was published. */
const Since = z.string().max(10_000).nullable().default(null);

const CaseBody = z.strictObject({
  conversation: z.string().min(1).max(200),
  why: Why,
  since: Since,
});
const LedgerBody = z.strictObject({ why: Why, since: Since });

/** Whoever signs in, and whoever stands at the machine itself. */
const CASE_DOORS = [
  { path: '/review/exports', needs: 'review.export' },
  { path: '/operations/exports', needs: 'terminal.export' },
] as const;

interface ExportDoorDeps extends ExportDeps {
  /** Of one person, bundles of conversations and of the ledger together. */
  readonly exportsPerHour: number;
}

/** What leaves the house so that somebody outside can verify it. */
export const exportEndpoints = (deps: ExportDoorDeps): readonly Endpoint[] => [
  ...CASE_DOORS.map((door) =>
    endpoint({
      ...door,
      method: 'post',
      tag: TAG,
      summary: 'One conversation as a bundle that is verified without us; the export is recorded',
      body: CaseBody,
      secretAnswer: true,
      run: async ({ caller, body, res }) => {
        const { conversation, why } = body;
        const order = { conversation, why, by: caller.id, since: sinceOf(body.since) };
        await countExport(deps, caller.id);
        const exported = await exportCase(deps, order);
        if (!exported) throw new Problem(404, `没有会话 ${conversation}`);
        startFile(res, exported.name).end(exported.zip);
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/review/ledger-exports',
    tag: TAG,
    summary: 'Every entry of the ledger in order, without a word of what was said',
    needs: 'ledger.verify',
    body: LedgerBody,
    secretAnswer: true,
    run: async ({ caller, body, res }) => {
      const order = { by: caller.id, why: body.why, since: sinceOf(body.since) };
      await countExport(deps, caller.id);
      await exportLedger(deps, order, (bytes) => written(startFile(res, 'ledger.zip'), bytes));
      res.end();
    },
  }),
];

/** Counted before anything is made: two at once cannot both be the last that is allowed. */
async function countExport(deps: ExportDoorDeps, person: string): Promise<void> {
  const { store, exportsPerHour: limit, now } = deps;
  const told = (seconds: number): string =>
    `每人每小时最多导出 ${limit} 次，请 ${Math.ceil(seconds / 60)} 分钟后再试`;
  await enforce(store, [{ key: `exports:${person}`, limit, windowMs: HOUR, told }], now());
}

function sinceOf(text: string | null): SignedCheckpoint | null {
  if (text === null) return null;
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint) throw new Problem(400, 'since 不是检查点');
  return checkpoint;
}

function startFile(res: Response, name: string): Response {
  if (res.headersSent) return res;
  return res.type('application/zip').set('Content-Disposition', `attachment; filename="${name}"`);
}

/** Waits where the receiver is slower than the database. */
const written = (res: Response, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    res.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
