/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function uniformFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A covariance of five factors and own risk, as annual variances. */
export function factorCovariance(n, uniform) {
  const loads = Array.from({ length: n }, () => Array.from({ length: 5 }, () => uniform() - 0.3));
  const own = loads.map(() => 0.01 + 0.05 * uniform());
  return loads.map((a, i) =>
    loads.map((b, j) => {
      const shared = a.reduce((sum, value, k) => sum + value * b[k], 0);
      return 0.04 * shared + (i === j ? own[i] : 0);
    }),
  );
}
