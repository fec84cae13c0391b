import type { Answer } from '../api/client.js';

export type Line = Answer<'get', '/desk/proposals'>['proposals'][number];
export type Shown = Answer<'get', '/desk/proposals/{id}'>;
export type Plan = Shown['draft'];
export type Judged = NonNullable<Shown['judged']>;
export type Tried = Answer<'post', '/desk/proposals/{id}/trial'>;
export type Since = Answer<'get', '/desk/proposals/{id}/changes'>;

/** One product as drafted and as it would be; money in yuan. */
export interface DiffRow {
  readonly code: string;
  readonly name: string;
  readonly riskLevel: number | null;
  readonly assetClass: string;
  readonly drafted: number;
  readonly now: number;
}

/** Every product of the draft with what became of it, and then what `now` has beside them. */
export function diffOf(
  draft: Plan,
  amounts: ReadonlyMap<string, number>,
  now: Plan = draft,
): readonly DiffRow[] {
  const known = new Set(draft.products.map(({ code }) => code));
  const added = now.products.filter(({ code }) => !known.has(code) && amounts.has(code));
  return [...draft.products, ...added].map(({ code, name, riskLevel, assetClass, amount }) => ({
    code,
    name,
    riskLevel,
    assetClass,
    drafted: known.has(code) ? amount : 0,
    now: amounts.get(code) ?? 0,
  }));
}

export const amountsOf = ({ products }: Plan): ReadonlyMap<string, number> =>
  new Map(products.map(({ code, amount }) => [code, amount]));

/** Products with what is in none of them, for a donut. */
export function partsOf({ products, need, idle }: Plan, idleLabel: string) {
  const parts = products.map(({ name, assetClass, weight }) => ({
    assetClass,
    label: name,
    weight,
  }));
  const rest = need.amount > 0 ? idle / need.amount : 0;
  return rest > 0 ? [...parts, { assetClass: 'idle', label: idleLabel, weight: rest }] : parts;
}
