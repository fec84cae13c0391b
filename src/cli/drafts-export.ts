import { writeFileSync } from 'node:fs';
import { TERMINAL } from '../access/staff/events.js';
import { ORIGIN } from '../app/parts.js';
import { withOwnStore } from '../app/storage.js';
import { readConfig } from '../config.js';
import type { DraftLabel } from '../conversation/handoff/labels.js';
import { exportLabels } from '../review/drafts/export-labels.js';
import { isLocalDate } from '../terms/time.js';
import { CommandFailure, printLine } from './command.js';
import type { DraftOptions } from './drafts.js';
import { runningServer } from './running-server.js';

/** By the service that runs or, where none does, from its store. */
export async function exportDrafts({ from, to, why, out }: DraftOptions): Promise<void> {
  for (const day of [from, to]) {
    if (!isLocalDate(day)) throw new CommandFailure(`${day} is no day, YYYY-MM-DD`);
  }
  const config = readConfig(process.env);
  const server = await runningServer(config);
  const labels = server
    ? await fromServer(server, { from, to, why })
    : await withOwnStore(config, (store) =>
        exportLabels({ store, origin: ORIGIN, now: Date.now }, { from, to, why, by: TERMINAL }),
      );
  const lines = labels.map((label) => `${JSON.stringify(label)}\n`);
  writeFileSync(out, lines.join(''), { flag: 'wx', mode: 0o600 });
  printLine(`${out}: ${labels.length} drafts`);
}

async function fromServer(
  server: NonNullable<Awaited<ReturnType<typeof runningServer>>>,
  order: { readonly from: string; readonly to: string; readonly why: string },
): Promise<readonly DraftLabel[]> {
  const sent = { method: 'POST', body: JSON.stringify(order) };
  const answer = await server.call('/api/v1/operations/draft-labels', sent);
  return (answer as { readonly labels: readonly DraftLabel[] }).labels;
}
