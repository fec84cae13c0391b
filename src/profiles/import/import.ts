import { basename } from 'node:path';
import type { ProductRow } from '../../store/institution-rows.js';
import type { Store } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Batch, Counts } from './batch.js';
import { KINDS } from './batch.js';
import type { Fault, GivenFile } from './file-rows.js';
import type { KindName } from './kinds.js';
import { KIND_NAMES } from './kinds.js';
import type { Attribution } from '../../store/version-archive.js';
import { UNNAMED, versionWrites } from '../../store/version-archive.js';
import type { Instant } from '../../terms/time.js';
import { knownIds } from './queries.js';

export interface ImportReport {
  /** By kind, of the kinds that were given. Nothing of it is kept where anything is refused. */
  readonly kinds: Readonly<Partial<Record<KindName, Counts>>>;
  /** Rows of `events`, by their kind. */
  readonly events: Readonly<Record<string, number>>;
  /** What is wrong, in order; at most so many are named. */
  readonly refused: readonly Fault[];
  readonly faults: number;
}

export interface ImportOptions {
  /** What every file holds; else each file's name says it. */
  readonly kind: KindName | null;
  readonly dryRun: boolean;
  readonly now: Instant;
  /** Who brings them; absent: nobody says. */
  readonly by?: Omit<Attribution, 'since'>;
}

const NAMED_FAULTS = 200;

/** Products as they will stand, for the version archive. */
const bodiesIn = (
  plans: readonly { readonly batch: Batch; readonly changed: readonly object[] }[],
): ReadonlyMap<string, string> =>
  new Map(
    plans
      .filter(({ batch }) => batch.name === 'products')
      .flatMap(({ changed }) => changed as readonly ProductRow[])
      .map(({ code, body }) => [code, body]),
  );

/**
 * 导入机构数据: an institution's own rows, all files of one call in one unit of work. Rows are put in
 * the place of those with the same key; where one row is bad, or refers to what is nowhere, nothing
 * is loaded at all.
 */
export async function importFiles(
  store: Store,
  files: readonly GivenFile[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { batches, unknown } = gather(files, options.kind);
  const own = [...unknown, ...batches.flatMap(({ faults }) => faults)];
  const faults = own.length > 0 ? own : await unknownReferences(store, batches);
  if (faults.length > 0) return refusal(faults);
  const plans = await Promise.all(
    batches.map(async (batch) => ({ batch, ...(await batch.plan(store)) })),
  );
  const { now: since, by = UNNAMED } = options;
  const unit = [
    ...plans.flatMap(({ writes }) => writes),
    ...versionWrites(store, 'product', bodiesIn(plans), { since, ...by }),
  ];
  if (!options.dryRun && unit.length > 0) {
    const { kind } = await store.commit(unit);
    if (kind !== 'committed') throw new StoreFailure('the rows could not be kept');
  }
  return {
    kinds: Object.fromEntries(plans.map(({ batch, counts }) => [batch.name, counts])),
    events: countWords(batches.flatMap(({ words }) => words)),
    refused: [],
    faults: 0,
  };
}

/** What kind of rows a file holds, by its name: `customers.csv`, `prices.jsonl`. */
export function kindOfFile(path: string): KindName | null {
  const name = /^(.+)\.(csv|jsonl|ndjson)$/i.exec(basename(path))?.[1]?.toLowerCase();
  return KIND_NAMES.find((kind) => kind === name) ?? null;
}

/** Files by kind; whatever others refer to stands first. */
function gather(files: readonly GivenFile[], said: KindName | null) {
  const kindOf = (file: GivenFile) => said ?? kindOfFile(file.path);
  const names = Object.keys(KINDS) as KindName[];
  return {
    batches: names.flatMap((name): Batch[] => {
      const ofKind = files.filter((file) => kindOf(file) === name);
      return ofKind.length === 0 ? [] : [KINDS[name](ofKind)];
    }),
    unknown: files
      .filter((file) => kindOf(file) === null)
      .map(({ path }) => ({
        file: path,
        line: 0,
        reason: `is none of ${KIND_NAMES.join(', ')} by its name (.csv or .jsonl): use --kind`,
      })),
  };
}

/** References to what is neither in the store nor among the rows of this import. */
async function unknownReferences(
  store: Store,
  batches: readonly Batch[],
): Promise<readonly Fault[]> {
  const references = batches.flatMap((batch) => batch.references);
  const faults: Fault[] = [];
  for (const kind of ['customers', 'products', 'employees'] as const) {
    const own = batches.find(({ name }) => name === kind)?.ids;
    const asked = references.filter((one) => one.kind === kind && !own?.has(one.id));
    const known = await knownIds(
      store,
      kind,
      asked.map(({ id }) => id),
    );
    for (const { id, file, line } of asked) {
      if (!known.has(id)) faults.push({ file, line, reason: `unknown ${kind.slice(0, -1)} ${id}` });
    }
  }
  return faults;
}

const refusal = (faults: readonly Fault[]): ImportReport => ({
  kinds: {},
  events: {},
  refused: [...faults]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .slice(0, NAMED_FAULTS),
  faults: faults.length,
});

function countWords(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
