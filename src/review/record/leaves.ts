/** What stands in a result, each with the way to it. */
export interface Leaf {
  readonly path: string;
  readonly value: number | string;
}

export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ path, value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, of]) =>
    leavesOf(of, path === '' ? key : `${path}.${key}`),
  );
}
