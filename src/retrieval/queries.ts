import type { DocumentRow, PassageRow } from '../store/schema.js';
import { readSetting, writeSetting } from '../store/setting.js';
import type { Store, Unit } from '../store/store.js';

/** Everything an index is built from, in a fixed order so that positions mean the same everywhere. */
export interface KnowledgeRows {
  readonly documents: readonly DocumentRow[];
  readonly passages: readonly PassageRow[];
  /** Parts of handbook entries, asked once the entry has been told: outside the general index. */
  readonly further: readonly PassageRow[];
}

export async function readKnowledge({ db }: Pick<Store, 'db'>): Promise<KnowledgeRows> {
  const [documents, passages] = await Promise.all([
    db.selectFrom('document').selectAll().orderBy('id').execute(),
    db.selectFrom('passage').selectAll().orderBy('document_id').orderBy('ordinal').execute(),
  ]);
  return knowledgeOf(documents, passages);
}

export function knowledgeOf(
  documents: readonly DocumentRow[],
  passages: readonly PassageRow[],
): KnowledgeRows {
  const entries = new Set(documents.filter(({ kind }) => kind === 'faq').map(({ id }) => id));
  const isPart = ({ document_id, article }: PassageRow) =>
    article !== null && entries.has(document_id);
  return {
    documents,
    passages: passages.filter((row) => !isPart(row)),
    further: passages.filter(isPart),
  };
}

/** A document as it stands in the store. */
export interface Standing {
  readonly hash: string;
  readonly passages: number;
}

/** By document id. */
export async function readStanding({
  db,
}: Pick<Store, 'db'>): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db
    .selectFrom('document')
    .leftJoin('passage', 'passage.document_id', 'document.id')
    .select(({ fn }) => ['document.id', 'document.hash', fn.count('passage.id').as('passages')])
    .groupBy(['document.id', 'document.hash'])
    .execute();
  return new Map(rows.map(({ id, hash, passages }) => [id, { hash, passages: Number(passages) }]));
}

/** One unit: the document and its passages take the place of what stood under its id. */
export const replaceDocument = (
  { db }: Pick<Store, 'db'>,
  document: DocumentRow,
  passages: readonly PassageRow[],
): Unit => [
  ...removeDocument({ db }, document.id),
  { query: db.insertInto('document').values(document).compile(), rows: 1 },
  ...passages.map((row) => ({ query: db.insertInto('passage').values(row).compile(), rows: 1 })),
];

export const removeDocument = ({ db }: Pick<Store, 'db'>, id: string): Unit => [
  { query: db.deleteFrom('passage').where('document_id', '=', id).compile() },
  { query: db.deleteFrom('document').where('id', '=', id).compile() },
];

/** Which document each file of a folder became the last time it was ingested, by relative path. */
export type Roster = Readonly<Record<string, string>>;

const rosterName = (origin: string): string => `ingested:${origin}`;

export async function readRoster(store: Pick<Store, 'db'>, origin: string): Promise<Roster> {
  const value = await readSetting(store, rosterName(origin));
  return value === null ? {} : (JSON.parse(value) as Roster);
}

export const writeRoster = (store: Pick<Store, 'db'>, origin: string, roster: Roster): Unit => [
  writeSetting(store, rosterName(origin), JSON.stringify(roster)),
];
