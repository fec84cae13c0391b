/** How the distance between two clusters follows from those of their members. */
export type Linkage = 'single' | 'average' | 'complete' | 'ward';

/** One join of two clusters; ids below n are leaves, n + i the cluster made by join i. */
export interface Join {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/**
 * 层次聚类 of n points by their distances (n×n): the n−1 joins by height, ties in the order they are
 * found and the lower id to the left, exactly as `scipy.cluster.hierarchy.linkage` orders them.
 * Nearest-neighbour chain, single linkage by Prim's tree. Müllner (2011), arXiv:1109.2378.
 */
export function joinClusters(distances: readonly Float64Array[], linkage: Linkage): Join[] {
  const pairs = linkage === 'single' ? spanningTree(distances) : chain(distances, linkage);
  return named(pairs.sort((a, b) => a.height - b.height));
}

function spanningTree(distances: readonly Float64Array[]): Join[] {
  const size = distances.length;
  const nearest = new Float64Array(size).fill(Infinity);
  const isJoined = new Uint8Array(size);
  const pairs: Join[] = [];
  let last = 0;
  while (pairs.length < size - 1) {
    isJoined[last] = 1;
    let next = last;
    let height = Infinity;
    for (let i = 0; i < size; i++) {
      if (isJoined[i]) continue;
      nearest[i] = Math.min(nearest[i]!, distances[last]![i]!);
      if (nearest[i]! < height) [next, height] = [i, nearest[i]!];
    }
    pairs.push({ left: last, right: next, height });
    last = next;
  }
  return pairs;
}

function chain(given: readonly Float64Array[], linkage: Exclude<Linkage, 'single'>): Join[] {
  const distances = given.map((row) => Float64Array.from(row));
  const sizes = new Int32Array(given.length).fill(1);
  const pairs: Join[] = [];
  const path: number[] = [];
  while (pairs.length < given.length - 1) {
    if (path.length === 0) path.push(sizes.findIndex((size) => size > 0));
    const [left, right] = mutualNeighbours(path, distances, sizes);
    const height = distances[left]![right]!;
    pairs.push({ left, right, height });
    merge(left, right, distances, sizes, linkage);
  }
  return pairs;
}

/** Walks to ever nearer clusters until two are nearest to each other; on a tie it turns back. */
function mutualNeighbours(
  path: number[],
  distances: readonly Float64Array[],
  sizes: Int32Array,
): [number, number] {
  for (;;) {
    const here = path.at(-1)!;
    const before = path.at(-2);
    let nearest = before ?? -1;
    let height = before === undefined ? Infinity : distances[here]![before]!;
    for (let i = 0; i < sizes.length; i++) {
      if (sizes[i] === 0 || i === here || !(distances[here]![i]! < height)) continue;
      [nearest, height] = [i, distances[here]![i]!];
    }
    if (nearest === before) {
      path.length -= 2;
      return here < nearest ? [here, nearest] : [nearest, here];
    }
    path.push(nearest);
  }
}

/** Lance-Williams: the right cluster becomes the union, the left one is gone. */
function merge(
  left: number,
  right: number,
  distances: readonly Float64Array[],
  sizes: Int32Array,
  linkage: Exclude<Linkage, 'single'>,
): void {
  const [a, b] = [sizes[left]!, sizes[right]!];
  const height = distances[left]![right]!;
  sizes[left] = 0;
  sizes[right] = a + b;
  for (let i = 0; i < sizes.length; i++) {
    const c = sizes[i]!;
    if (c === 0 || i === right) continue;
    const [toLeft, toRight] = [distances[i]![left]!, distances[i]![right]!];
    const distance = DISTANCE_TO_UNION[linkage](toLeft, toRight, height, [a, b, c]);
    distances[i]![right] = distance;
    distances[right]![i] = distance;
  }
}

type Sizes = readonly [left: number, right: number, other: number];

const DISTANCE_TO_UNION: Readonly<
  Record<
    Exclude<Linkage, 'single'>,
    (toLeft: number, toRight: number, height: number, sizes: Sizes) => number
  >
> = {
  complete: (toLeft, toRight) => Math.max(toLeft, toRight),
  average: (toLeft, toRight, _, [a, b]) => (a * toLeft + b * toRight) / (a + b),
  ward: (toLeft, toRight, height, [a, b, c]) => {
    const share = 1 / (a + b + c);
    return Math.sqrt(
      (c + a) * share * toLeft * toLeft +
        (c + b) * share * toRight * toRight -
        c * share * height * height,
    );
  },
};

/** Points give way to the ids of the clusters they are in by then. */
function named(pairs: readonly Join[]): Join[] {
  const size = pairs.length + 1;
  const parents = Int32Array.from({ length: 2 * size - 1 }, (_, id) => id);
  const root = (id: number): number => {
    while (parents[id] !== id) id = parents[id]!;
    return id;
  };
  return pairs.map(({ left, right, height }, index) => {
    const [a, b] = [root(left), root(right)];
    parents[a] = size + index;
    parents[b] = size + index;
    return { left: Math.min(a, b), right: Math.max(a, b), height };
  });
}

/** Leaves from left to right under the last join. */
export function leavesOf(joins: readonly Join[]): number[] {
  const size = joins.length + 1;
  const leaves: number[] = [];
  const pending = [2 * size - 2];
  while (pending.length > 0) {
    const id = pending.pop()!;
    if (id < size) leaves.push(id);
    else pending.push(joins[id - size]!.right, joins[id - size]!.left);
  }
  return leaves;
}
