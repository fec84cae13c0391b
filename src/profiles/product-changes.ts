import { isDeepStrictEqual } from 'node:util';
import type { ProductChangeRow, ProductRow } from '../store/institution-rows.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel } from '../terms/product.js';

/**
 * 产品变更: what holders have to hear of when a product's row is put in the place of another, as of the
 * day the new row stands for.
 */
export function productChanges(before: ProductRow, after: ProductRow): readonly ProductChangeRow[] {
  const [was, is] = [before, after].map(({ body }) => JSON.parse(body) as Product) as [
    Product,
    Product,
  ];
  const change = (kind: string, old: string, now: string): ProductChangeRow => ({
    code: after.code,
    day: is.asOf,
    kind,
    before: old,
    after: now,
  });
  const [grade, risen] = [effectiveRiskLevel(was), effectiveRiskLevel(is)];
  return [
    ...(grade !== null && risen !== null && risen > grade
      ? [change('grade', String(grade), String(risen))]
      : []),
    ...(was.manager !== null && is.manager !== null && was.manager !== is.manager
      ? [change('manager', was.manager, is.manager)]
      : []),
    ...(was.status === 'on_sale' && is.status === 'suspended'
      ? [change('suspended', was.status, is.status)]
      : []),
    ...(isDeepStrictEqual(was.fees, is.fees) ? [] : [change('fees', '', '')]),
  ];
}
