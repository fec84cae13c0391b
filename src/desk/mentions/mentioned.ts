import { employeeRecords } from '../../profiles/employee-record.js';
import type { Store } from '../../store/store.js';

/** @同事: whom a note calls on, by the names in it; longer names first, so that 何珊珊 is not 何珊. */
export async function mentionedIn(store: Store, text: string): Promise<readonly string[]> {
  if (!text.includes('@')) return [];
  const people = [...(await employeeRecords(store))].sort((a, b) => b.name.length - a.name.length);
  const after = text.split('@').slice(1);
  const called = after.flatMap((words) => people.find(({ name }) => words.startsWith(name)) ?? []);
  return [...new Set(called.map(({ id }) => id))];
}
