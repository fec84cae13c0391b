import { randomUUID } from 'node:crypto';
import { keepInHouse } from '../../conversation/house-stream.js';
import { putLedger } from '../../ledger/bundle/whole-ledger.js';
import { zipWriter } from '../../ledger/bundle/zip-writer.js';
import { toIso } from '../../terms/time.js';
import type { ExportDeps, ExportOrder } from './export.js';

/** 账本导出留痕. */
interface LedgerExported {
  readonly kind: 'LedgerExported';
  readonly id: string;
  readonly by: string;
  readonly why: string;
}

/** Hands out every entry in order, without a word of what was said; the record of it is among them. */
export async function exportLedger(
  deps: Pick<ExportDeps, 'store' | 'origin' | 'now' | 'ledger'>,
  { by, why, since }: Omit<ExportOrder, 'conversation'>,
  sink: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const { store, ledger, now } = deps;
  const id = randomUUID();
  const event: LedgerExported = { kind: 'LedgerExported', id, by, why };
  await keepInHouse(deps, event);
  const checkpoint = await ledger.sign();
  const told = { id, made: toIso(now()), by, why, key: await ledger.keyLine() };
  const zip = zipWriter(sink);
  await putLedger(store, checkpoint, since ? [since] : [], told, (name, content) =>
    zip.add(name, Buffer.from(content)),
  );
  await zip.end();
}
