/** As many as were asked for, out of one more: whether a list ends there is part of what it says. */
export const firstOf = <T>(
  rows: readonly T[],
  limit: number,
): { readonly rows: readonly T[]; readonly more: boolean } => ({
  rows: rows.slice(0, limit),
  more: rows.length > limit,
});
