export interface Ranked {
  readonly position: number;
  readonly score: number;
}

/**
 * The best `k` positions with a score over 0 that `admits` lets through, best first; of equals the
 * earlier. `admits` is asked only about what could still enter, before anything is cut off.
 */
export function topPositions(
  scores: Float32Array,
  k: number,
  admits: (position: number) => boolean,
): Ranked[] {
  const heap = new Heap(k);
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] as number;
    if (score > heap.least && admits(position)) heap.push(score, position);
  }
  return heap.sorted();
}

/** Keeps the largest `k`; the smallest kept stands first. */
class Heap {
  /** A score must be over this to enter. */
  least = 0;
  private readonly entries: Ranked[] = [];
  private readonly k: number;

  constructor(k: number) {
    this.k = k;
    if (k <= 0) this.least = Infinity;
  }

  push(score: number, position: number): void {
    const { entries, k } = this;
    if (entries.length < k) {
      entries.push({ score, position });
      this.rise(entries.length - 1);
    } else {
      entries[0] = { score, position };
      this.sink(0);
    }
    if (entries.length === k) this.least = entries[0]?.score ?? 0;
  }

  sorted(): Ranked[] {
    return [...this.entries].sort((a, b) => b.score - a.score || a.position - b.position);
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.entries.length && this.isWorse(child, worst)) worst = child;
      }
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  private isWorse(a: number, b: number): boolean {
    const [one, other] = [this.entries[a] as Ranked, this.entries[b] as Ranked];
    return one.score < other.score || (one.score === other.score && one.position > other.position);
  }

  private swap(a: number, b: number): void {
    [this.entries[a], this.entries[b]] = [this.entries[b] as Ranked, this.entries[a] as Ranked];
  }
}
