import type { Store, Unit } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { Attribution } from '../store/version-archive.js';
import { UNNAMED, versionWrites } from '../store/version-archive.js';
import type { Instant } from '../terms/time.js';
import { documentText } from './archive.js';
import type { FoundFile, Refusal } from './files.js';
import { findFiles } from './files.js';
import { readStanding, removeDocument, replaceDocument, writeRoster } from './queries.js';
import type { FileOutcome, Reading } from './reading.js';
import { readAll, refusalOf } from './reading.js';
import type { RosterPlan } from './roster.js';
import { planRoster, readRosters } from './roster.js';

/** Documents committed together, so that the writer thread can put them to disk with one flush. */
const BATCH = 32;

export interface IngestProgress {
  readonly path: string;
  readonly outcome: FileOutcome;
  readonly done: number;
  readonly total: number;
}

export interface IngestOptions {
  /** Stamped on every document that is written. */
  readonly now: Instant;
  /** Who brings them, and who let them; absent: nobody says. */
  readonly by?: Omit<Attribution, 'since'>;
  /** Documents that are left as they stand, whatever their file says. */
  readonly spared?: ReadonlySet<string>;
  /** Reads and judges everything, writes nothing. */
  readonly dryRun?: boolean;
  /** Also removes documents whose file has left a named folder since it was last ingested. */
  readonly prune?: boolean;
  /** What the named folders are remembered as, when their path may differ next time (`shipped`). */
  readonly origin?: string;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** Counts of documents, except `passages`: what the files that were read now give, in passages. */
export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly passages: number;
  readonly refused: readonly Refusal[];
}

/**
 * Takes files into knowledge (入库), each wholly or not at all, and only those whose content
 * changed. A broken file is refused by name; what stood under it before stays, the others go in.
 * Throws StoreFailure when the database fails; what was committed until then is whole.
 */
export async function ingest(
  store: Store,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> {
  const { files, folders, refused } = await findFiles(paths);
  const documents = await readStanding(store);
  const before = await readRosters(store, folders, options.origin);
  const rosterOf = new Map(before.map((one) => [one.folder, one.before]));
  const became = ({ folder, path }: FoundFile) => rosterOf.get(folder ?? '')?.[path];
  const spared = options.spared ?? new Set<string>();
  const read = await readAll(files, { documents, became });
  const readings = read.filter((one) => one.outcome === 'refused' || !spared.has(one.document.id));

  const rosters = before.map((one) => planRoster(one, read, options.prune ?? false));
  const removed = rosters
    .flatMap(({ gone }) => gone)
    .filter((id) => documents.has(id) && !spared.has(id));

  await recordReadings(store, readings, options);
  if (!options.dryRun) await commit(store, closingUnit(store, rosters, removed, options));

  const count = (outcome: FileOutcome) => readings.filter((one) => one.outcome === outcome).length;
  return {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    removed: removed.length,
    passages: readings.reduce((sum, one) => sum + passagesIn(one), 0),
    refused: [...refused, ...readings.flatMap(refusalOf)],
  };
}

async function recordReadings(
  store: Store,
  readings: readonly Reading[],
  options: IngestOptions,
): Promise<void> {
  const { dryRun, onProgress } = options;
  for (let start = 0; start < readings.length; start += BATCH) {
    const batch = readings.slice(start, start + BATCH);
    if (!dryRun) await Promise.all(batch.map((one) => commit(store, unitOf(store, one, options))));
    for (const [index, { file, outcome }] of batch.entries()) {
      onProgress?.({ path: file.path, outcome, done: start + index + 1, total: readings.length });
    }
  }
}

function unitOf(store: Store, reading: Reading, { now, by = UNNAMED }: IngestOptions): Unit {
  if (reading.outcome !== 'added' && reading.outcome !== 'updated') return [];
  const { document, passages } = reading;
  const text = documentText(document, passages);
  return [
    ...replaceDocument(store, { ...document, ingested_at: now }, passages),
    ...versionWrites(store, 'document', new Map([[document.id, text]]), { since: now, ...by }),
  ];
}

const closingUnit = (
  store: Store,
  rosters: readonly RosterPlan[],
  removed: readonly string[],
  { now, by = UNNAMED }: IngestOptions,
): Unit => [
  ...removed.flatMap((id) => removeDocument(store, id)),
  ...versionWrites(store, 'document', new Map(removed.map((id) => [id, null])), {
    since: now,
    ...by,
  }),
  ...rosters.flatMap(({ origin, next }) => (next ? writeRoster(store, origin, next) : [])),
];

async function commit(store: Store, unit: Unit): Promise<void> {
  if (unit.length === 0) return;
  const outcome = await store.commit(unit);
  if (outcome.kind === 'conflict') throw new StoreFailure('two ingests met at one document');
}

function passagesIn(reading: Reading): number {
  if (reading.outcome === 'refused') return 0;
  return reading.outcome === 'unchanged' ? reading.standing : reading.passages.length;
}
