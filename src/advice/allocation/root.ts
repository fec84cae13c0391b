/**
 * Where f crosses zero between a and b, f(a) and f(b) of opposite signs (Brent, Algorithms for
 * Minimization without Derivatives, 1973, chapter 4): exact in one step where f is a line.
 */
export function root(
  f: (x: number) => number,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  flat = 0,
): number {
  let [a, b] = [from, to];
  let c = a;
  let last = b.x - a.x;
  let before = last;
  for (let round = 0; round < 120; round += 1) {
    if (Math.sign(b.y) === Math.sign(c.y)) {
      c = a;
      last = b.x - a.x;
      before = last;
    }
    if (Math.abs(c.y) < Math.abs(b.y)) [a, b, c] = [b, c, b];
    const tolerance = 2 * Number.EPSILON * Math.abs(b.x);
    const half = (c.x - b.x) / 2;
    if (Math.abs(b.y) <= flat || Math.abs(half) <= tolerance) return b.x;
    const step =
      Math.abs(before) < tolerance || Math.abs(a.y) <= Math.abs(b.y)
        ? half
        : interpolated(a, b, c, half);
    const isShort =
      step * half > 0 &&
      2 * Math.abs(step) < Math.min(3 * Math.abs(half) - tolerance, Math.abs(before));
    before = isShort ? last : half;
    last = isShort ? step : half;
    a = b;
    const x = b.x + (Math.abs(last) > tolerance ? last : Math.sign(half) * tolerance);
    b = { x, y: f(x) };
  }
  return b.x;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A step from b by the secant, or by inverse quadratic interpolation where c is another point. */
function interpolated(a: Point, b: Point, c: Point, half: number): number {
  const s = b.y / a.y;
  if (a.x === c.x) return (-2 * half * s) / (1 - s);
  const q = a.y / c.y;
  const r = b.y / c.y;
  const top = s * (2 * half * q * (q - r) - (b.x - a.x) * (r - 1));
  const bottom = (q - 1) * (r - 1) * (s - 1);
  return -top / bottom;
}
