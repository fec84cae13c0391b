/** 大类资产: what a mix is made of. Every vector and matrix of this room is in this order. */
export const ASSET_CLASSES = [
  'cash',
  'treasury',
  'corporate_bond',
  'a_shares',
  'us_equity',
  'gold',
] as const;

export type AssetClass = (typeof ASSET_CLASSES)[number];

/** One value for each asset class. */
export type ByClass<Value> = Readonly<Record<AssetClass, Value>>;

export const byClass = <Value>(
  valueOf: (assetClass: AssetClass, at: number) => Value,
): ByClass<Value> =>
  Object.fromEntries(ASSET_CLASSES.map((name, at) => [name, valueOf(name, at)])) as ByClass<Value>;
