/** Learned numbers, a row of `width` for every column or unit, as one signed byte each. */
export interface Weights {
  readonly width: number;
  readonly bytes: Int8Array;
  /** What one step of a byte is worth, by row: a row's largest number is ±127 steps. */
  readonly steps: Float32Array;
}

const LARGEST = 127;

/** A quarter of the size, to keep, read at a start and hold; it moves no probability by a hundredth. */
export function packed(values: Float32Array, width: number): Weights {
  const rows = width === 0 ? 0 : values.length / width;
  const bytes = new Int8Array(values.length);
  const steps = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [row * width, (row + 1) * width];
    let most = 0;
    for (let at = from; at < to; at += 1) most = Math.max(most, Math.abs(values[at]!));
    if (most === 0) continue;
    steps[row] = most / LARGEST;
    for (let at = from; at < to; at += 1) bytes[at] = Math.round((values[at]! * LARGEST) / most);
  }
  return { width, bytes, steps };
}

/** Adds a row, `by` times, to `sums`. */
export function addRow(sums: Float32Array, weights: Weights, row: number, by: number): void {
  const { width, bytes, steps } = weights;
  const base = row * width;
  const each = by * steps[row]!;
  for (let at = 0; at < width; at += 1) sums[at]! += each * bytes[base + at]!;
}
