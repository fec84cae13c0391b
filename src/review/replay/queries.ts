import type { Store } from '../../store/store.js';
import type { VersionKind } from '../../store/version-rows.js';

/** Which line of the version log an answer rests on. */

type Reads = Pick<Store, 'db'>;

export type Line = NonNullable<Awaited<ReturnType<typeof lineByHash>>>;

/** The last line until an instant with a text whose hash begins like this: of a template, as a reply names it. */
export const lineByHash = ({ db }: Reads, hash: string, at: number) =>
  db
    .selectFrom('version')
    .selectAll()
    .where('kind', 'in', ['file', 'house_file'])
    .where('hash', '>=', hash)
    .where('hash', '<', `${hash}g`)
    .where('since', '<=', at)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** What stood under a name at a place of the log; without a place, at an instant. */
export const lineOf = (
  { db }: Reads,
  kind: VersionKind,
  name: string,
  place: number | null,
  at: number,
): Promise<Line | undefined> => {
  const lines = db
    .selectFrom('version')
    .selectAll()
    .where('kind', '=', kind)
    .where('name', '=', name)
    .orderBy('seq', 'desc')
    .limit(1);
  return (
    place === null ? lines.where('since', '<=', at) : lines.where('seq', '<=', place)
  ).executeTakeFirst();
};

export const findChange = ({ db }: Reads, id: string) =>
  db.selectFrom('change_proposal').selectAll().where('id', '=', id).executeTakeFirst();
