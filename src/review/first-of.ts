import { z } from 'zod';

/** How many of a list are asked for. */
export const Limit = z.coerce.number().int().min(1).max(2_000).default(100);

export const More = z.boolean().describe('there are more than were asked for');

/** As many as were asked for, out of one more: whether a list ends there is part of what it says. */
export const firstOf = <T>(
  rows: readonly T[],
  limit: number,
): { readonly rows: readonly T[]; readonly more: boolean } => ({
  rows: rows.slice(0, limit),
  more: rows.length > limit,
});
