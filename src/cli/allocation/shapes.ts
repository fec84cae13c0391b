import { z } from 'zod';
import { matrixOf } from '../../advice/allocation/algebra/matrix.js';
import { isPositiveSemidefinite } from '../../advice/allocation/algebra/semidefinite.js';

/** An empty one ends the reading there: what compares lengths needs a first member. */
export const Vector = z.array(z.number()).min(1, { abort: true });

/** Rows of one length. */
export const Table = z
  .array(Vector)
  .min(1, { abort: true })
  .superRefine((rows, context) => {
    const wrong = rows.findIndex((row) => row.length !== rows[0]!.length);
    if (wrong === -1) return;
    context.addIssue({ code: 'custom', path: [wrong], message: 'rows differ in length' });
  });

const SYMMETRIC = 1e-8;

/** Square, symmetric, positive semidefinite. */
export const Covariance = Table.superRefine((rows, context) => {
  const fail = (path: readonly number[], message: string): void => {
    context.addIssue({ code: 'custom', path: [...path], message });
  };
  if (rows.length !== rows[0]?.length) return fail([], 'not square');
  const widest = rows.reduce((most, row, i) => Math.max(most, Math.abs(row[i]!)), 0);
  for (let i = 0; i < rows.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (Math.abs(rows[i]![j]! - rows[j]![i]!) > SYMMETRIC * widest) {
        return fail([i, j], 'not symmetric');
      }
    }
  }
  if (!isPositiveSemidefinite(matrixOf(rows))) fail([], 'not positive semidefinite');
});

const BoundShape = z.union([z.number(), z.null(), z.array(z.union([z.number(), z.null()])).min(1)]);

export const Group = z.strictObject({
  idx: z.array(z.int().nonnegative()).min(1),
  min: z.number().optional(),
  max: z.number().optional(),
});

export const Bounds = { lb: BoundShape.optional(), ub: BoundShape.optional() };

interface Issues {
  readonly addIssue: (issue: {
    code: 'custom';
    path: (string | number)[];
    message: string;
  }) => void;
}

export function checkGroups(
  context: Issues,
  groups: readonly { readonly idx: readonly number[] }[] | undefined,
  n: number,
): void {
  groups?.forEach(({ idx }, g) => {
    if (idx.every((j) => j < n)) return;
    context.addIssue({ code: 'custom', path: ['groups', g, 'idx'], message: 'no such asset' });
  });
}

/** Adds an issue where a list is given and does not have `length` members. */
export function checkLength(
  context: Issues,
  path: string | string[],
  list: unknown,
  length: number,
): void {
  if (!Array.isArray(list) || list.length === length) return;
  const message = `${length} values are needed, ${list.length} are given`;
  context.addIssue({ code: 'custom', path: [path].flat(), message });
}
