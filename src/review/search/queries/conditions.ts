import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Pieces of which statements on `search_entry` (`e`) are put together. */

/** Of each list at least one, of that one every token. */
export type TokenTest = readonly (readonly (readonly string[])[])[];

export const whole = (value: number): RawBuilder<number> => sql`cast(${value} as bigint)`;

export const TRUE = sql`1 = 1`;

export const and = (tests: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  tests.length === 0 ? TRUE : sql`(${sql.join(tests, sql` and `)})`;

export const or = (tests: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(${sql.join(tests, sql` or `)})`;

/** Read in the row itself, without any index. */
export const inText = (tokens: TokenTest): RawBuilder<unknown> =>
  and(
    tokens.map((any) =>
      or(any.map((all) => and(all.map((one) => sql`e.tokens like ${`% ${one} %`}`)))),
    ),
  );
