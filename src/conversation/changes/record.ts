import { randomUUID } from 'node:crypto';
import type { Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import { contentHash, textWrite } from '../../store/version-archive.js';
import type { ChangeKind, ChangeRow, VersionKind } from '../../store/version-rows.js';
import type { Instant } from '../../terms/time.js';
import type { HouseDeps } from '../house-stream.js';
import { recordInHouse } from '../house-stream.js';
import type { ChangeCommand, ChangeRefusal } from './decide.js';
import { afterDecision, decideChange } from './decide.js';
import type { ChangeProposed } from './events.js';
import { findChange, insertChange, moveChange } from './queries.js';

/** How one kind of change is read, compared and put in force. */
export interface Matter {
  /** Under what the version archive keeps it. */
  readonly kept: VersionKind;
  /** What a file would change, by name; or why it would not be served. Read by what serves it. */
  readonly read: (path: string, text: string) => Promise<ReadonlyMap<string, string> | string>;
  /** What stands under a name; null: nothing does. */
  readonly standing: (name: string) => Promise<string | null>;
  /** What is put back where a change is taken back; `base`: hash of what stood before it, null: nothing. */
  readonly before: (name: string, base: string | null) => Promise<string | null>;
  /** What the archive says from then on, of a text that goes in force; null: it has none of its own. */
  readonly line: (name: string, content: string | null) => string | null;
  /** Writes beside those of the archive. */
  readonly put: (name: string, content: string | null) => Promise<readonly Write[]>;
}

export interface ChangesDeps extends HouseDeps {
  readonly matters: Readonly<Record<ChangeKind, Matter>>;
  /** Whatever is served is read again; it is tried again by itself until it was. */
  readonly refresh: () => Promise<void>;
  readonly report: (error: unknown, where?: string) => void;
}

export interface Proposing {
  readonly kind: ChangeKind;
  readonly by: string;
  readonly reason: string;
  readonly effectiveAt: Instant;
}

/** A text that is not to be served, and why. */
export class NotServed extends Error {
  override readonly name = 'NotServed';
}

/** Proposes what a file says: a row a name. Throws NotServed with the reason of what would serve it. */
export async function propose(
  deps: ChangesDeps,
  given: Proposing,
  file: { readonly path: string; readonly text: string },
): Promise<readonly ChangeRow[]> {
  const read = await deps.matters[given.kind].read(file.path, file.text);
  if (typeof read === 'string') throw new NotServed(read);
  if (read.size === 0) throw new NotServed(`${file.path}: 与现在的版本一样`);
  const rows: ChangeRow[] = [];
  for (const [name, content] of read) {
    rows.push(await proposeText(deps, given, { name, content, reverts: null }));
  }
  return rows;
}

/** Proposes to go back to what stood before a change that is in force. */
export async function proposeRevert(
  deps: ChangesDeps,
  row: ChangeRow,
  given: Omit<Proposing, 'kind'>,
): Promise<ChangeRow> {
  if (row.stage !== 'in_force') throw new NotServed(`${row.id} 还没有生效，不能撤回`);
  const { kind, name, base, id: reverts } = row;
  const content = await deps.matters[kind].before(name, base);
  return proposeText(deps, { ...given, kind }, { name, content, reverts });
}

interface Text {
  readonly name: string;
  /** Null: it is to go. */
  readonly content: string | null;
  readonly reverts: string | null;
}

/** Null: there is no text. */
export const hashOf = (content: string | null): string | null =>
  content === null ? null : contentHash(content);

async function proposeText(
  deps: ChangesDeps,
  { kind, by, reason, effectiveAt }: Proposing,
  { name, content, reverts }: Text,
): Promise<ChangeRow> {
  const before = await deps.matters[kind].standing(name);
  const texts = { hash: hashOf(content), base: hashOf(before) };
  if (texts.hash === texts.base) throw new NotServed(`${name}: 与现在的版本一样`);
  const id = `G${randomUUID().replaceAll('-', '').slice(0, 11)}`;
  const row: ChangeRow = {
    ...{ id, kind, name, ...texts, reason, reverts },
    stage: 'proposed',
    author: by,
    proposed_at: deps.now(),
    effective_at: effectiveAt,
    ...{ decided_by: null, decided_at: null, words: null, in_force_at: null },
  };
  const event: ChangeProposed = {
    kind: 'ChangeProposed',
    ...{ id, of: kind, name, ...texts, by, reason, effectiveAt, reverts },
  };
  const kept = new Map(
    [content, before].flatMap((text) => (text === null ? [] : [[contentHash(text), text]])),
  );
  await recorded(deps, event, () => [textWrite(deps.store, kept), insertChange(deps.store, row)]);
  return row;
}

export type Decided =
  | { readonly kind: 'done'; readonly row: ChangeRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: ChangeRefusal };

/** Gather → decide → record: of two who decide at once, one is told that it is settled. */
export async function decide(
  deps: ChangesDeps,
  id: string,
  command: ChangeCommand,
): Promise<Decided> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const row = await findChange(deps.store, id);
    if (!row) return { kind: 'unknown' };
    const base = hashOf(await deps.matters[row.kind].standing(row.name));
    const event = decideChange(row, command, base);
    if (typeof event === 'string') return { kind: 'refused', why: event };
    const after = afterDecision(row, event, deps.now());
    if (await recordInHouse(deps, event, [moveChange(deps.store, row.stage, after)])) {
      return { kind: 'done', row: after };
    }
  }
  throw new StoreFailure(`no place found for the decision on ${id}`);
}

/** So often a place on the house's record is sought that others take meanwhile. */
export const MAX_RACES = 20;

async function recorded(
  deps: ChangesDeps,
  event: ChangeProposed,
  also: () => readonly Write[],
): Promise<void> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (await recordInHouse(deps, event, also())) return;
  }
  throw new StoreFailure(`no place found for ${event.id}`);
}
