import type { Assignment } from './problem.js';
import type { ScoreTable } from './score-table.js';

/**
 * Value and bound from the scores and prices alone, whatever was found and how. By weak duality no
 * assignment is worth more than the dual at any prices ≥ 0; the gap sums what complementary slackness
 * lacks, term by term, since the difference of two great sums would be noise.
 */
export function certify(
  { customers, advisors, scores }: ScoreTable,
  capacity: readonly number[],
  assignment: readonly (number | null)[],
  prices: Float64Array,
): Pick<Assignment, 'value' | 'certificate'> {
  const price = prices.map((one) => Math.max(0, one));
  const left = Int32Array.from(capacity);
  const value = new Sum();
  const dual = new Sum();
  const gap = new Sum();
  for (let i = 0; i < customers; i += 1) {
    const row = i * (advisors + 1);
    const advisor = assignment[i]!;
    const gain = greatestGain(scores, row, advisors, price);
    const score = advisor === null ? 0 : scores[row + advisor]!;
    if (advisor !== null) left[advisor]! -= 1;
    value.add(score);
    dual.add(gain);
    gap.add(gain - (advisor === null ? 0 : score - price[advisor]!));
  }
  for (let a = 0; a < advisors; a += 1) {
    dual.add(capacity[a]! * price[a]!);
    gap.add(left[a]! * price[a]!);
  }
  return { value: value.total, certificate: { dual: dual.total, gap: gap.total } };
}

function greatestGain(
  scores: Float64Array,
  row: number,
  advisors: number,
  price: Float64Array,
): number {
  let most = 0;
  for (let a = 0; a < advisors; a += 1) most = Math.max(most, scores[row + a]! - price[a]!);
  return most;
}

/** A sum that keeps what rounding would drop (Neumaier 1974). */
class Sum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const next = this.#sum + value;
    this.#lost +=
      Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
  }

  get total(): number {
    return this.#sum + this.#lost;
  }
}
