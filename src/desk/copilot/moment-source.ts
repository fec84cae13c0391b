import type { Source } from '../../conversation/handoff/saying.js';
import { findMoment } from '../../conversation/queries/moment.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';

/** 关键时刻的事实: figures that a message about a key moment may tell. */

export const momentSource = (id: string): string => `moment:${id}`;

/** Null: there is no such moment. */
export async function factsOfMoment(store: Store, id: string): Promise<Source | null> {
  const row = await findMoment(store, id);
  if (!row) return null;
  const { told } = JSON.parse(row.body) as {
    readonly told?: Readonly<Record<string, Fact | string>>;
  };
  const facts = Object.values(told ?? {}).filter((one) => typeof one !== 'string');
  return { citations: [], facts };
}
