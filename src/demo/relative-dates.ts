import type { Json } from '../terms/json.js';
import type { LocalDate } from '../terms/time.js';
import { addDays } from '../terms/time.js';

const RELATIVE = /^D([+-]\d{1,5})?$/;

/** Resolves `D-5`, `D+400` and `D` anywhere in a value against the day of seeding. */
export function resolveDates(value: Json, today: LocalDate): Json {
  if (typeof value === 'string') {
    const match = RELATIVE.exec(value);
    return match ? addDays(today, Number(match[1] ?? 0)) : value;
  }
  if (Array.isArray(value)) return value.map((item: Json) => resolveDates(item, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolveDates(inner ?? null, today)]),
  );
}
