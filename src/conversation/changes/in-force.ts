import type { Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import { keptText, versionWrites } from '../../store/version-archive.js';
import { basisOf } from '../../store/version-lines.js';
import type { ChangeRow } from '../../store/version-rows.js';
import { recordInHouse } from '../house-stream.js';
import { afterDecision } from './decide.js';
import type { ChangeDeclined, ChangeInForce } from './events.js';
import { dueChanges, findChange, moveChange } from './queries.js';
import type { ChangesDeps } from './record.js';
import { MAX_RACES, hashOf } from './record.js';

/**
 * Puts in force what was approved and whose time has come; text, line of the archive and event are one
 * unit. What no longer stands on the text it was approved over is declined by the service. How many.
 */
export async function putInForce(deps: ChangesDeps): Promise<number> {
  const due = await dueChanges(deps.store, deps.now());
  let done = 0;
  for (const row of due) if (await putOne(deps, row)) done += 1;
  // In force it is, whatever becomes of reading it: the jobs that read what has changed try again.
  if (done > 0) await deps.refresh().catch((error: unknown) => deps.report(error, 'changes'));
  return done;
}

/** Whether it is in force now by us: another replica may have been faster. */
async function putOne(deps: ChangesDeps, { id }: ChangeRow): Promise<boolean> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const row = await findChange(deps.store, id);
    if (row?.stage !== 'approved') return false;
    const { event, after, writes } = await outcomeOf(deps, row);
    const unit = [moveChange(deps.store, 'approved', after), ...writes];
    if (await recordInHouse(deps, event, unit)) return after.stage === 'in_force';
  }
  throw new StoreFailure(`no place found for ${id}`);
}

interface Outcome {
  readonly event: ChangeInForce | ChangeDeclined;
  readonly after: ChangeRow;
  readonly writes: readonly Write[];
}

const MOVED = '批准以后，原文又变了';

async function outcomeOf({ store, matters, now }: ChangesDeps, row: ChangeRow): Promise<Outcome> {
  const { id, kind, name, base, hash } = row;
  const matter = matters[kind];
  const at = now();
  if (hashOf(await matter.standing(name)) !== base) {
    const event: ChangeDeclined = { kind: 'ChangeDeclined', id, by: 'service', reason: MOVED };
    return { event, after: afterDecision(row, event, at), writes: [] };
  }
  const content = hash === null ? null : await keptText(store, hash);
  const by = { since: at, author: row.author, approver: row.decided_by, basis: basisOf(id) };
  const line = new Map([[name, matter.line(name, content)]]);
  return {
    event: { kind: 'ChangeInForce', id },
    after: { ...row, stage: 'in_force', in_force_at: at },
    writes: [...(await matter.put(name, content)), ...versionWrites(store, matter.kept, line, by)],
  };
}
