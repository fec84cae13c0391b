/** A stream of numbers in (0, 1), the same for the same seed. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
}

/** Made-up returns T×n of assets that share a market: the later the asset, the livelier. */
export function scenarios(periods: number, assets: number, seed = 1): number[][] {
  const draw = uniform(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());
  return Array.from({ length: periods }, () => {
    const market = normal();
    return Array.from(
      { length: assets },
      (_, j) => 0.001 * (j + 1) + (0.01 + 0.004 * j) * (0.5 * market + normal()),
    );
  });
}
