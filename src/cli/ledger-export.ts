import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { openLedger } from '../app/ledger.js';
import { ORIGIN } from '../app/parts.js';
import { newOwner, withOwnStore } from '../app/storage.js';
import type { Config } from '../config.js';
import { readConfig } from '../config.js';
import { parseCheckpoint } from '../ledger/checkpoint.js';
import { TERMINAL } from '../access/staff/events.js';
import { exportCase } from '../review/case/export.js';
import { exportLedger } from '../review/case/export-ledger.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { ExportOptions } from './ledger.js';
import type { RunningServer } from './running-server.js';
import { runningServer } from './running-server.js';

interface Order {
  /** Null: the whole ledger. */
  readonly conversation: string | null;
  readonly why: string;
  /** As it was published; null: none. */
  readonly since: string | null;
}

type Sink = (bytes: Buffer) => Promise<void>;

/** Writes a bundle, by the service that runs or, where none does, from its store. */
export async function exportToFile(
  conversation: string | null,
  { out, whole = false, why, since, json = false }: ExportOptions,
): Promise<void> {
  if (whole === (conversation !== null)) {
    throw new CommandFailure('name one conversation, or say --whole');
  }
  if (existsSync(out)) throw new CommandFailure(`${out} is there already`);
  const order = {
    conversation,
    why,
    since: since === undefined ? null : readFileSync(since, 'utf8'),
  };
  const config = readConfig(process.env);
  const server = await runningServer(config);
  const written = await intoFile(out, (sink) =>
    server ? fromServer(server, order, sink) : fromStore(config, order, sink),
  );
  if (json) printJson({ file: out, ...written });
  else printLine(`${out}: ${written.bytes} bytes, SHA-256 ${written.sha256}`);
}

/** The file appears with its first bytes: an export that is refused leaves none. */
async function intoFile(out: string, work: (sink: Sink) => Promise<void>) {
  const hash = createHash('sha256');
  let bytes = 0;
  let file: Awaited<ReturnType<typeof open>> | null = null;
  try {
    await work(async (part) => {
      file ??= await open(out, 'wx', 0o600);
      await file.writeFile(part);
      hash.update(part);
      bytes += part.length;
    });
  } finally {
    await (file as Awaited<ReturnType<typeof open>> | null)?.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function fromServer(
  server: RunningServer,
  { conversation, why, since }: Order,
  sink: Sink,
): Promise<void> {
  const path =
    conversation === null ? '/api/v1/review/ledger-exports' : '/api/v1/operations/exports';
  const body = JSON.stringify({ why, since, ...(conversation === null ? {} : { conversation }) });
  const response = await server.download(path, { method: 'POST', body });
  for await (const part of response.body ?? []) await sink(Buffer.from(part));
}

const fromStore = (config: Config, order: Order, sink: Sink): Promise<void> =>
  withOwnStore(config, async (store) => {
    const ledger = openLedger(config.ledger, {
      store,
      owner: newOwner(),
      now: Date.now,
      report: sayOnStderr,
    });
    const since = order.since === null ? null : parseCheckpoint(order.since);
    if (order.since !== null && !since) throw new CommandFailure('--since is no checkpoint');
    const { conversation, why } = order;
    const institution = config.institution.legalName;
    const deps = { store, origin: ORIGIN, now: Date.now, ledger, institution };
    const told = { why, since, by: TERMINAL };
    if (conversation === null) return exportLedger(deps, told, sink);
    const exported = await exportCase(deps, { conversation, ...told });
    if (!exported) throw new CommandFailure(`there is no conversation ${conversation}`);
    await sink(exported.zip);
  });

const sayOnStderr = (error: unknown, where: string): void => {
  process.stderr.write(`${where}: ${String(error)}\n`);
};
