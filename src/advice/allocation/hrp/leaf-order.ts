import { leavesOf, type Join } from './linkage.js';

/**
 * 最优叶序: the tree with the branches of some joins turned round so that the distances between
 * neighbouring leaves add up to less. Bar-Joseph, Gifford & Jaakkola (2001) as
 * `scipy.cluster.hierarchy.optimal_leaf_ordering` has it, which the peers' weights rest on: a branch
 * keeps the turns that are best for itself, and sums in single precision decide between mirror images.
 */
export function withOptimalLeafOrder(
  joins: readonly Join[],
  distances: readonly Float64Array[],
): Join[] {
  const tree = orderedTree(joins, distances);
  const turned = new Uint8Array(joins.length);
  const choices = tree.joins.map(([left, right]) => joinOrders(tree, left, right));
  choices.forEach(({ turnLeft, turnRight }, index) => {
    const [left, right] = tree.joins[index]!;
    if (turnLeft) turnBranch(tree, left, turned);
    if (turnRight) turnBranch(tree, right, turned);
  });
  return joins.map((join, index) =>
    turned[index] ? { ...join, left: join.right, right: join.left } : join,
  );
}

/** Leaves are named by their place under the given tree, so that a cluster is an interval of places. */
interface OrderedTree {
  readonly size: number;
  readonly joins: readonly (readonly [left: number, right: number])[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly distances: readonly Float64Array[];
  /** least[u·n + w]: shortest way through the smallest cluster that has u and w at its ends. */
  readonly least: Float32Array;
  /** turns[u·n + w]: 1 = that way turns the left branch, 2 = the right one. */
  readonly turns: Uint8Array;
}

function orderedTree(joins: readonly Join[], distances: readonly Float64Array[]): OrderedTree {
  const size = joins.length + 1;
  const leaves = leavesOf(joins);
  const places = new Int32Array(size);
  leaves.forEach((leaf, place) => (places[leaf] = place));
  const from = Int32Array.from({ length: 2 * size - 1 }, (_, id) => id);
  const to = from.map((id) => id + 1);
  const placed = joins.map(({ left, right }, index) => {
    const pair = [left, right].map((id) => (id < size ? places[id]! : id)) as [number, number];
    from[size + index] = from[pair[0]]!;
    to[size + index] = to[pair[1]]!;
    return pair;
  });
  return {
    size,
    joins: placed,
    from,
    to,
    distances: leaves.map((a) => Float64Array.from(leaves, (b) => distances[a]![b]!)),
    least: new Float32Array(size * size),
    turns: new Uint8Array(size * size),
  };
}

/** Fills in the ways through the union of two clusters and says how the shortest turns each. */
function joinOrders(
  tree: OrderedTree,
  left: number,
  right: number,
): { turnLeft: boolean; turnRight: boolean } {
  const leftEnds = endsOf(tree, left);
  const rightEnds = endsOf(tree, right);
  leftEnds.forEach(([inner, outer], turnLeft) => {
    rightEnds.forEach(([outerRight, innerRight], turnRight) => {
      const turn = turnLeft + 2 * turnRight;
      joinWays(tree, { outer, inner, innerRight, outerRight, turn });
    });
  });
  let best = Infinity;
  let turn = 0;
  for (let u = tree.from[left]!; u < tree.to[left]!; u++) {
    for (let w = tree.from[right]!; w < tree.to[right]!; w++) {
      const length = tree.least[u * tree.size + w]!;
      if (length < best) [best, turn] = [length, tree.turns[u * tree.size + w]!];
    }
  }
  return { turnLeft: (turn & 1) === 1, turnRight: (turn & 2) === 2 };
}

/** Which branch of a cluster stands to the right and which to the left: as it is, then turned. */
function endsOf({ size, joins }: OrderedTree, id: number): (readonly [number, number])[] {
  if (id < size) return [[id, id]];
  const [left, right] = joins[id - size]!;
  return [
    [right, left],
    [left, right],
  ];
}

interface Ends {
  readonly outer: number;
  readonly inner: number;
  readonly innerRight: number;
  readonly outerRight: number;
  readonly turn: number;
}

/** least(u, w) = min over m, k of least(u, m) + least(w, k) + d(m, k), nearest m and k first. */
function joinWays(tree: OrderedTree, { outer, inner, innerRight, outerRight, turn }: Ends): void {
  const { size, least, turns } = tree;
  const gap = Math.fround(leastDistance(tree, inner, innerRight));
  const nearestOf = new Map<number, Int32Array>();
  for (let w = tree.from[outerRight]!; w < tree.to[outerRight]!; w++) {
    nearestOf.set(w, nearestTo(tree, w, innerRight));
  }
  for (let u = tree.from[outer]!; u < tree.to[outer]!; u++) {
    const middles = nearestTo(tree, u, inner);
    for (const [w, nearest] of nearestOf) {
      const length = shortestWay(tree, [u, w], [middles, nearest], gap);
      least[u * size + w] = length;
      least[w * size + u] = length;
      turns[u * size + w] = turn;
      turns[w * size + u] = turn;
    }
  }
}

function shortestWay(
  { size, least, distances }: OrderedTree,
  [u, w]: readonly [number, number],
  [middles, nearest]: readonly [Int32Array, Int32Array],
  gap: number,
): number {
  const { fround } = Math;
  let shortest = 2 ** 30;
  for (const m of middles) {
    const start = least[u * size + m]!;
    if (fround(fround(start + least[w * size + nearest[0]!]!) + gap) >= shortest) break;
    for (const k of nearest) {
      const ends = fround(start + least[w * size + k]!);
      if (fround(ends + gap) >= shortest) break;
      shortest = Math.min(shortest, fround(ends + distances[m]![k]!));
    }
  }
  return shortest;
}

function leastDistance({ from, to, distances }: OrderedTree, a: number, b: number): number {
  let least = 2 ** 30;
  for (let m = from[a]!; m < to[a]!; m++) {
    for (let k = from[b]!; k < to[b]!; k++) least = Math.min(least, distances[m]![k]!);
  }
  return least;
}

/** The leaves of a cluster by the length of the way from leaf u to them. */
function nearestTo({ size, from, to, least }: OrderedTree, u: number, id: number): Int32Array {
  const leaves = Int32Array.from({ length: to[id]! - from[id]! }, (_, i) => from[id]! + i);
  return leaves.sort((a, b) => least[u * size + a]! - least[u * size + b]!);
}

/** A turned branch has its own joins and all those under it turned. */
function turnBranch(tree: OrderedTree, id: number, turned: Uint8Array): void {
  const pending = [id];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (next < tree.size) continue;
    turned[next - tree.size]! ^= 1;
    pending.push(...tree.joins[next - tree.size]!);
  }
}
